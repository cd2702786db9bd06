from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.localized import localized
from startups.enums import PersonRole


class PersonQuerySet(models.QuerySet["Person"]):
    """People by consent."""

    def public(self) -> "PersonQuerySet":
        """Only those who agreed to be named in public (Law 91/2025/QH15, article 9)."""
        return self.filter(consent_public=True)


class Person(models.Model):
    """Somebody of the organization; shown only with consent, private by default."""

    organization = models.ForeignKey("startups.Organization", on_delete=models.CASCADE, related_name="people")
    full_name = models.CharField(_("full name"), max_length=150)
    role = models.CharField(_("role"), max_length=12, choices=PersonRole.choices, default=PersonRole.CONTACT)
    title_vi = models.CharField(_("title"), max_length=150, blank=True)
    title_en = models.CharField(_("title in English"), max_length=150, blank=True)
    consent_public = models.BooleanField(_("agreed to be named in public"), default=False)
    consent_at = models.DateTimeField(_("agreed at"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["organization", "position", "pk"]
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(consent_public=False) | models.Q(consent_at__isnull=False),
                name="public_person_has_agreed",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def title(self) -> str:
        return localized(self, "title")
