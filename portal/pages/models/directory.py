from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from portal.pages.blocks import TEXT_FEATURES
from portal.pages.models.base import BasePage


class DirectoryPage(BasePage):
    """Carries the directory of organizations: its title, its introduction and its fixed address."""

    introduction = RichTextField(_("introduction"), features=TEXT_FEATURES, blank=True)

    content_panels = [*BasePage.title_only_panels, FieldPanel("introduction")]
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("directory page")
        verbose_name_plural = _("directory pages")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Keep the address: profiles lie below it."""
        from startups.directory.addresses import DIRECTORY_SLUG  # noqa: PLC0415 -- models load before views

        self.slug = DIRECTORY_SLUG
        super().full_clean(*args, **kwargs)

    def _answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        from startups.directory.views import directory  # noqa: PLC0415 -- models load before views

        return directory(request, page=self)
