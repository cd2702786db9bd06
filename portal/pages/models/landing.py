from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from portal.pages.blocks import LandingStreamBlock
from portal.pages.models.base import SLUG_PANEL, BasePage


class LandingPage(BasePage):
    """A page of bands that leads readers to what they came for: a program, a campaign, a subject."""

    sections = StreamField(LandingStreamBlock(), verbose_name=_("sections"))

    content_panels = [*BasePage.title_panels, FieldPanel("sections")]
    promote_panels = [SLUG_PANEL, *BasePage.promote_panels]
    parent_page_types = ["pages.HomePage", "pages.LandingPage"]
    subpage_types = [
        "pages.LandingPage", "pages.StandardPage", "pages.FaqPage", "pages.PeoplePage", "pages.PartnersPage",
    ]  # fmt: skip
    template = "pages/landing_page.html"

    class Meta:
        verbose_name = _("landing page")
        verbose_name_plural = _("landing pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from portal.pages.home import sections_with_facts  # noqa: PLC0415 -- models load before domain reads

        return super().get_context(request, *args, **kwargs) | {
            "rendered_sections": sections_with_facts(self),
            "has_opening": any(block.block_type == "opening" for block in self.sections),
        }
