from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField

from portal.pages.blocks import TEXT_FEATURES, PartnersStreamBlock
from portal.pages.models.base import SLUG_PANEL, BasePage


class PartnersPage(BasePage):
    """Bodies that work with the province, by kind."""

    introduction = RichTextField(_("introduction"), features=TEXT_FEATURES, blank=True)
    groups = StreamField(PartnersStreamBlock(), verbose_name=_("partners"))

    content_panels = [*BasePage.title_panels, FieldPanel("introduction"), FieldPanel("groups")]
    promote_panels = [SLUG_PANEL, *BasePage.promote_panels]
    parent_page_types = ["pages.HomePage", "pages.LandingPage"]
    subpage_types: list[str] = []
    template = "pages/partners_page.html"

    class Meta:
        verbose_name = _("page of partners")
        verbose_name_plural = _("pages of partners")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from portal.pages.lists import groups_with_pictures  # noqa: PLC0415 -- models load before reads

        groups = groups_with_pictures(self.groups, "partners", "logo", "logo")
        return super().get_context(request, *args, **kwargs) | {"groups": groups}
