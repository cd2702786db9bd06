from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.localized import localized
from startups.enums import UnitType


class AdminUnit(models.Model):
    """One of the 54 commune-level units of the province since 1 July 2025 (Resolution 1679/NQ-UBTVQH15).

    `code` keeps its leading zero (Decision 19/2025/QĐ-TTg). Former names are for finding old addresses only.
    """

    code = models.CharField(_("code"), max_length=5, unique=True)
    name_vi = models.CharField(_("Vietnamese name"), max_length=100)
    name_en = models.CharField(_("English name"), max_length=100)
    short_name_vi = models.CharField(_("short name"), max_length=100)
    slug = models.SlugField(unique=True)
    unit_type = models.CharField(_("type"), max_length=12, choices=UnitType.choices)
    former_district = models.CharField(_("former district"), max_length=100)
    former_units = models.JSONField(_("former wards and communes"), default=list)
    latitude = models.FloatField(_("latitude"))
    longitude = models.FloatField(_("longitude"))
    area_km2 = models.FloatField(_("area in km²"))
    sort_key = models.CharField(max_length=400, editable=False, db_index=True)
    source_url = models.URLField(_("source"), max_length=400, blank=True)
    source_date = models.DateField(_("date of the source"), null=True)

    class Meta:
        ordering = ["sort_key"]
        verbose_name = _("unit")
        verbose_name_plural = _("units")

    def __str__(self) -> str:
        return self.name_vi

    @property
    def name(self) -> str:
        """The full name in the active language."""
        return localized(self, "name")
