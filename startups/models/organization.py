from collections.abc import Collection
from datetime import date
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.core.localized import localized
from portal.core.vietnamese import sort_key
from startups.enums import (
    Badge,
    CertificateKind,
    EmployeeRange,
    OrganizationKind,
    PublicationState,
    Stage,
    Visibility,
)
from startups.models.certificate import Certificate
from startups.models.funding_round import FundingRound


class OrganizationQuerySet(models.QuerySet["Organization"]):
    """Reusable reads of organizations."""

    def public(self) -> "OrganizationQuerySet":
        """Only what anybody may see: published and not private."""
        return self.filter(publication_state=PublicationState.PUBLISHED, visibility=Visibility.PUBLIC)

    def with_item(self) -> "OrganizationQuerySet":
        """Everything that an item of the open data shows, in a constant number of queries."""
        return self.select_related("unit").with_standing().prefetch_related("sectors")

    def with_standing(self) -> "OrganizationQuerySet":
        """Which certificates are confirmed and whether it raises money in public, without a further query."""
        certificates = Certificate.objects.confirmed().filter(organization=OuterRef("pk"))
        return self.annotate(
            is_certified=Exists(certificates.filter(kind=CertificateKind.ST_ENTERPRISE)),
            is_recognized=Exists(certificates.filter(kind=CertificateKind.INNOVATIVE_STARTUP)),
            is_raising=Exists(FundingRound.objects.public().filter(organization=OuterRef("pk"), is_open=True)),
        )


class Organization(models.Model):
    """A startup, an S&T enterprise or another body of the ecosystem, as the public directory shows it.

    `sort_key` follows `name_vi` at every save; code that writes rows in bulk must set it by `prepare()`.
    """

    name_vi = models.CharField(_("Vietnamese name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200, blank=True)
    brand_name = models.CharField(_("brand name"), max_length=120, blank=True)
    slug = models.SlugField(_("address"), max_length=120, unique=True)
    tax_code = models.CharField(_("tax code"), max_length=14, unique=True, null=True, blank=True)
    external_code = models.CharField(_("external code"), max_length=60, unique=True, null=True, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganizationKind.choices)
    stage = models.CharField(_("stage"), max_length=20, choices=Stage.choices, blank=True)
    employee_range = models.CharField(_("employees"), max_length=10, choices=EmployeeRange.choices, blank=True)
    founded_year = models.PositiveSmallIntegerField(
        _("founded in"), null=True, blank=True, validators=[MinValueValidator(1800), MaxValueValidator(2100)]
    )
    tagline_vi = models.CharField(_("one line in Vietnamese"), max_length=200, blank=True)
    tagline_en = models.CharField(_("one line in English"), max_length=200, blank=True)
    description_vi = models.TextField(_("description in Vietnamese"), blank=True)
    description_en = models.TextField(_("description in English"), blank=True)
    sectors = models.ManyToManyField("startups.Term", related_name="sector_organizations", blank=True)
    technologies = models.ManyToManyField("startups.Term", related_name="technology_organizations", blank=True)
    tags = models.JSONField(_("tags"), default=list, blank=True)
    unit = models.ForeignKey(
        "startups.AdminUnit", on_delete=models.PROTECT, related_name="organizations", null=True, blank=True
    )
    address_vi = models.CharField(_("address"), max_length=300, blank=True)
    website = models.URLField(_("website"), max_length=300, blank=True)
    email_public = models.EmailField(_("public e-mail address"), blank=True)
    phone_public = models.CharField(_("public phone number"), max_length=40, blank=True)
    logo = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    publication_state = models.CharField(
        max_length=12, choices=PublicationState.choices, default=PublicationState.DRAFT
    )
    visibility = models.CharField(max_length=10, choices=Visibility.choices, default=Visibility.PUBLIC)
    is_sample = models.BooleanField(_("sample"), default=False)
    source_url = models.URLField(_("source"), max_length=400, blank=True)
    source_date = models.DateField(_("date of the source"), null=True, blank=True)
    last_verified_on = models.DateField(_("last verified on"), null=True, blank=True)
    sort_key = models.CharField(max_length=800, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        indexes = [
            models.Index(fields=["sort_key"], name="organization_by_name"),
            models.Index(fields=["-updated_at"], name="organization_by_update"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(tax_code=""), name="no_empty_tax_code"),
            models.CheckConstraint(condition=~Q(external_code=""), name="no_empty_external_code"),
        ]

    def __str__(self) -> str:
        return self.name_vi

    def prepare(self) -> None:
        """Compute what is derived from other columns."""
        self.sort_key = sort_key(self.name_vi)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.prepare()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """The profile in the active language."""
        return reverse("organization", args=[self.slug])

    @property
    def name(self) -> str:
        return localized(self, "name")

    @property
    def tagline(self) -> str:
        return localized(self, "tagline")

    @property
    def description(self) -> str:
        return localized(self, "description")

    @property
    def badges(self) -> list[Badge]:
        """The statements about its standing; needs `with_standing()`, so that a list costs no further query."""
        certified = {
            CertificateKind.ST_ENTERPRISE: self.is_certified,  # type: ignore[attr-defined]
            CertificateKind.INNOVATIVE_STARTUP: self.is_recognized,  # type: ignore[attr-defined]
        }
        return badges_of(kind=self.kind, certified={kind for kind, confirmed in certified.items() if confirmed})

    def age(self, today: date) -> int | None:
        """Years since the founding year, or None when it is not known."""
        return None if self.founded_year is None else today.year - self.founded_year


def badges_of(*, kind: str, certified: Collection[str]) -> list[Badge]:
    """Return the badges: each confirmed certificate draws its own, and only without any the firm's own word is shown.

    Source: the three statements are separate in law (Decree 268/2025/NĐ-CP: certificate of the S&T enterprise,
    recognition of the innovative startup); what a firm says of itself is neither.
    """
    badges = []
    if CertificateKind.ST_ENTERPRISE in certified:
        badges.append(Badge.CERTIFIED_ST_ENTERPRISE)
    if CertificateKind.INNOVATIVE_STARTUP in certified:
        badges.append(Badge.RECOGNIZED_STARTUP)
    if not badges and kind in {OrganizationKind.STARTUP, OrganizationKind.ST_ENTERPRISE}:
        badges.append(Badge.SELF_DECLARED)
    return badges


__all__ = ["Organization", "OrganizationQuerySet", "badges_of"]
