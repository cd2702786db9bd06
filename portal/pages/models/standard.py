from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from portal.pages.blocks import TEXT_FEATURES
from portal.pages.models.base import SLUG_PANEL, BasePage


class StandardPage(BasePage):
    """A page of text, such as the accessibility statement; the footer links those that are shown in menus."""

    body = RichTextField(_("text"), features=TEXT_FEATURES)

    content_panels = [*BasePage.title_panels, FieldPanel("body")]
    promote_panels = [
        SLUG_PANEL,
        *BasePage.promote_panels,
        FieldPanel("show_in_menus", heading=_("Show in the footer"), help_text=_("Every page links it at its foot.")),
    ]
    parent_page_types = ["pages.HomePage", "pages.LandingPage"]
    subpage_types: list[str] = []
    template = "pages/standard_page.html"

    class Meta:
        verbose_name = _("text page")
        verbose_name_plural = _("text pages")
