from typing import Any

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from portal.pages.blocks import HomeStreamBlock
from portal.pages.models.base import BasePage


class HomePage(BasePage):
    """The home page of one language, made of sections."""

    sections = StreamField(HomeStreamBlock(), verbose_name=_("sections"), blank=True)

    content_panels = [*BasePage.title_only_panels, FieldPanel("sections")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "pages.DirectoryPage", "pages.NewsIndexPage", "pages.PolicyIndexPage", "pages.ContactPage", "pages.LandingPage",
        "pages.StandardPage", "pages.FaqPage", "pages.PeoplePage", "pages.PartnersPage",
    ]  # fmt: skip
    max_count_per_parent = 2
    template = "pages/home_page.html"

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find the page below by its whole address: two statements at any depth, where Wagtail takes two a level."""
        if not path_components:
            return super().route(request, path_components)
        address = f"{self.url_path}{'/'.join(path_components)}/"
        page = Page.objects.filter(url_path=address, path__startswith=self.path, live=True).specific().first()
        if page is None:
            raise Http404
        return RouteResult(page)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from portal.pages.home import sections_with_facts  # noqa: PLC0415 -- models load before domain reads

        return super().get_context(request, *args, **kwargs) | {
            "rendered_sections": sections_with_facts(self),
            "hide_header_search": True,
        }
