from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from startups.enums import CertificateKind, CertificateState


class CertificateQuerySet(models.QuerySet["Certificate"]):
    """Certificates by what they prove."""

    def confirmed(self) -> "CertificateQuerySet":
        """Only those that an official has confirmed and that have not ended."""
        return self.filter(state=CertificateState.CONFIRMED)


class Certificate(models.Model):
    """A certificate of an organization: stated by the firm, or confirmed by an official, or ended.

    `statement` is what the firm wrote about it; number, date and issuer are known once it was looked at.
    """

    organization = models.ForeignKey("startups.Organization", on_delete=models.CASCADE, related_name="certificates")
    kind = models.CharField(
        _("kind"), max_length=20, choices=CertificateKind.choices, default=CertificateKind.ST_ENTERPRISE
    )
    state = models.CharField(
        _("state"), max_length=12, choices=CertificateState.choices, default=CertificateState.STATED
    )
    statement = models.CharField(_("as stated"), max_length=300, blank=True)
    number = models.CharField(_("number"), max_length=60, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    issuer_vi = models.CharField(_("issuing body"), max_length=200, blank=True)
    issuer_en = models.CharField(_("issuing body in English"), max_length=200, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    is_sample = models.BooleanField(_("sample"), default=False)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        ordering = ["organization", "kind", "pk"]
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=CertificateState.CONFIRMED)
                | (Q(confirmed_at__isnull=False, issued_on__isnull=False) & ~Q(number="")),
                name="confirmed_certificate_is_complete",
            ),
            models.CheckConstraint(
                condition=~Q(state=CertificateState.ENDED) | Q(ended_on__isnull=False),
                name="ended_certificate_has_a_date",
            ),
        ]

    def __str__(self) -> str:
        return self.number or self.statement
