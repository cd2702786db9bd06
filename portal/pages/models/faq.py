from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField

from portal.pages.blocks import TEXT_FEATURES, FaqStreamBlock
from portal.pages.models.base import SLUG_PANEL, BasePage


class FaqPage(BasePage):
    """Questions with their answers, by subject."""

    introduction = RichTextField(_("introduction"), features=TEXT_FEATURES, blank=True)
    groups = StreamField(FaqStreamBlock(), verbose_name=_("questions"))

    content_panels = [*BasePage.title_panels, FieldPanel("introduction"), FieldPanel("groups")]
    promote_panels = [SLUG_PANEL, *BasePage.promote_panels]
    parent_page_types = ["pages.HomePage", "pages.LandingPage"]
    subpage_types: list[str] = []
    template = "pages/faq_page.html"

    class Meta:
        verbose_name = _("page of questions")
        verbose_name_plural = _("pages of questions")
