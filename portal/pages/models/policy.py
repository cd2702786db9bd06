from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from portal.core.localized import localized
from portal.pages.blocks import TEXT_FEATURES
from portal.pages.models.base import BasePage
from portal.pages.policies.numbers import derived
from portal.search.indexing import index_changed

POLICIES_SLUG = "van-ban"


class PolicyKind(models.TextChoices):
    """What an instrument is by the law on promulgation of legal documents; its own word stands in its number."""

    RESOLUTION = "resolution", _("Resolution")
    LAW = "law", _("Law")
    DECREE = "decree", _("Decree")
    CIRCULAR = "circular", _("Circular")
    DECISION = "decision", _("Decision")
    PLAN = "plan", _("Plan")
    OTHER = "other", _("Other document")


class PolicyQuerySet(models.QuerySet["PolicyDocument"]):
    """Policy documents."""

    def public(self) -> "PolicyQuerySet":
        """Return those that anybody may see."""
        return self.filter(is_public=True)


class PolicyDocument(models.Model):
    """A legal or policy document: what it is, who issued it, from when to when it holds, and where that was read.

    Unknown dates are empty; the last day of a validity belongs to it. `is_verified` says that somebody has read the
    document itself or a copy of it.
    """

    number = models.CharField(_("number"), max_length=60, unique=True, help_text=_("As written: 268/2025/NĐ-CP"))
    slug = models.SlugField(_("address"), max_length=80, unique=True, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=PolicyKind.choices)
    title_vi = models.CharField(_("Vietnamese title"), max_length=400)
    title_en = models.CharField(_("English title"), max_length=400, blank=True)
    issuer_vi = models.CharField(_("issuing body"), max_length=150)
    issuer_en = models.CharField(_("issuing body in English"), max_length=150, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    effective_from = models.DateField(_("in force from"), null=True, blank=True)
    effective_until = models.DateField(_("in force until"), null=True, blank=True)
    replaced_by = models.ForeignKey(
        "self", on_delete=models.SET_NULL, related_name="replaces", null=True, blank=True, verbose_name=_("replaced by")
    )
    summary_vi = models.TextField(_("summary in Vietnamese"), blank=True)
    summary_en = models.TextField(_("summary in English"), blank=True)
    file = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL, on_delete=models.SET_NULL, related_name="+", null=True, blank=True,
        verbose_name=_("file"),
    )  # fmt: skip
    source = models.CharField(_("source"), max_length=150)
    source_url = models.URLField(_("address of the source"), max_length=400, blank=True)
    is_verified = models.BooleanField(_("read and verified"), default=False)
    last_checked_on = models.DateField(_("last checked on"), null=True, blank=True)
    is_public = models.BooleanField(_("shown to everybody"), default=True)
    # Made from the rest at every saving: the order of numbers, the year of issue, and what staff find without marks.
    number_key = models.CharField(max_length=80, editable=False, default="")
    year = models.PositiveSmallIntegerField(editable=False, null=True)
    search_text = models.TextField(editable=False, default="")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = PolicyQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_on", "number"]
        verbose_name = _("policy document")
        verbose_name_plural = _("policy documents")
        constraints = [
            models.CheckConstraint(
                condition=Q(effective_from=None) | Q(effective_until=None) | Q(effective_until__gte=models.F("effective_from")),
                name="a_policy_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=~Q(replaced_by=models.F("pk")), name="no_policy_replaces_itself"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.number} – {self.title}"

    def clean(self) -> None:
        """Refuse a validity that ends before it begins, and a document that replaces itself."""
        if self.effective_from and self.effective_until and self.effective_until < self.effective_from:
            raise ValidationError({"effective_until": _("It cannot end before it begins.")})
        if self.pk and self.replaced_by_id == self.pk:
            raise ValidationError({"replaced_by": _("A document does not replace itself.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write it with what is made from it, and index it, in one transaction."""
        for name, value in derived(self).items():
            setattr(self, name, value)
        with transaction.atomic():
            super().save(*args, **kwargs)
            index_changed("policy", [self.pk])

    def get_absolute_url(self) -> str:
        """Return the address of its page in the active language."""
        return reverse("policy", args=[self.slug])

    @property
    def title(self) -> str:
        """The title in the active language."""
        return localized(self, "title")

    @property
    def issuer(self) -> str:
        """The issuing body in the active language."""
        return localized(self, "issuer")

    @property
    def summary(self) -> str:
        """The summary in the active language."""
        return localized(self, "summary")


class PolicyIndexPage(BasePage):
    """Carries the library of legal and policy documents; its address is fixed, documents lie below it."""

    introduction = RichTextField(_("introduction"), features=TEXT_FEATURES, blank=True)

    content_panels = [*BasePage.title_only_panels, FieldPanel("introduction")]
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("library of policy documents")
        verbose_name_plural = _("libraries of policy documents")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Keep the address: documents lie below it."""
        self.slug = POLICIES_SLUG
        super().full_clean(*args, **kwargs)

    def _answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        from portal.pages.policies.views import library  # noqa: PLC0415 -- models load before views

        return library(request, page=self)
