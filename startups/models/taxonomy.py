from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.localized import localized


class Scheme(models.Model):
    """A vocabulary with its version, because official classifications are replaced from time to time."""

    code = models.SlugField(_("code"))
    version = models.CharField(_("version"), max_length=20)
    name_vi = models.CharField(_("Vietnamese name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200)
    is_current = models.BooleanField(_("in use"), default=True)
    source_url = models.URLField(_("source"), max_length=400, blank=True)
    source_date = models.DateField(_("date of the source"), null=True)

    class Meta:
        verbose_name = _("vocabulary")
        verbose_name_plural = _("vocabularies")
        constraints = [models.UniqueConstraint(fields=["code", "version"], name="one_scheme_a_version")]

    def __str__(self) -> str:
        return f"{self.code} {self.version}"


class TermQuerySet(models.QuerySet["Term"]):
    """Terms by vocabulary."""

    def sectors(self) -> "TermQuerySet":
        return self.filter(scheme__code="sector", scheme__is_current=True)

    def technologies(self) -> "TermQuerySet":
        return self.filter(scheme__code="technology", scheme__is_current=True)


class Term(models.Model):
    """One word of a vocabulary; `aliases` are further spellings that import and search accept."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="terms")
    code = models.SlugField(_("code"))
    name_vi = models.CharField(_("Vietnamese name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200)
    aliases = models.JSONField(_("other names"), default=list, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = TermQuerySet.as_manager()

    class Meta:
        ordering = ["scheme", "position", "code"]
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        constraints = [models.UniqueConstraint(fields=["scheme", "code"], name="one_term_a_code")]

    def __str__(self) -> str:
        return self.name_vi

    @property
    def name(self) -> str:
        """The name in the active language."""
        return localized(self, "name")
