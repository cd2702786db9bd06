"""What the Wagtail admin shows differently here."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.account import AvatarSettingsPanel, NameEmailSettingsPanel
from wagtail.contrib.redirects import views as redirect_views
from wagtail.contrib.settings.models import register_setting
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.snippets.models import register_snippet

from portal.pages.choosers import organizations, units
from portal.pages.contact.panels import WaitingMessages
from portal.pages.contact.viewsets import ContactMessageViewSet
from portal.pages.frame import panels as frame_panels
from portal.pages.models import SiteSettings
from portal.pages.news.viewsets import NewsTopicViewSet
from portal.pages.policies.viewsets import PolicyViewSet
from portal.pages.publishing.panels import BrokenLinks, WaitingTranslations
from portal.pages.publishing.soundness import is_sound
from portal.pages.publishing.viewsets import NewsListViewSet, TranslationsReport
from portal.pages.redirects import RedirectForm

_LAST = 1000  # after the hooks of Wagtail's own apps


class FullNameForm(forms.ModelForm):
    """Vietnamese names are one field; Wagtail's own form asks for two."""

    class Meta:
        model = get_user_model()
        fields = ["full_name"]


NameEmailSettingsPanel.form_class = FullNameForm
AvatarSettingsPanel.is_active = lambda panel: False  # nothing but pictures of pages is served
redirect_views.CreateView.form_class = redirect_views.EditView.form_class = RedirectForm
SiteSettings.edit_handler = frame_panels.SCREEN
register_setting(SiteSettings, icon="cog", order=10)
redirect_views.RedirectForm = RedirectForm  # what the import of a file checks its rows with


class MainPages(Component):
    """The first screen of an editor: every page that he may change, one click away, in both languages."""

    order = 50
    template_name = "pages/admin_main_pages.html"

    def __init__(self, request: HttpRequest) -> None:
        pages = PagePermissionPolicy().instances_user_has_permission_for(request.user, "change")
        self.pages = pages.filter(depth__gt=1).select_related("locale").order_by("path")[:30]

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"pages": self.pages}


@hooks.register("insert_global_admin_css")
def colors_of_the_bay() -> SafeString:
    """Load our colors on every screen of the admin."""
    return format_html('<link rel="stylesheet" href="{}">', static("portal/admin.css"))


@hooks.register("construct_main_menu", order=_LAST)
def only_what_editors_use(request: HttpRequest, menu_items: list) -> None:
    """Leave out what is no work of an editor: Wagtail's help leads to other hosts."""
    menu_items[:] = [item for item in menu_items if item.name != "help"]


@hooks.register("construct_homepage_summary_items", order=_LAST)
def no_counts(request: HttpRequest, items: list) -> None:
    """Leave the counters of pages and pictures out: they tell an editor nothing."""
    items.clear()


@hooks.register("construct_homepage_panels", order=_LAST)
def main_pages_first(request: HttpRequest, panels: list) -> None:
    """Put the list of pages above what Wagtail shows."""
    panels.append(MainPages(request))


@hooks.register("construct_homepage_panels", order=_LAST)
def what_waits(request: HttpRequest, panels: list) -> None:
    """Say which pages wait for their English, and which link what readers cannot open."""
    panels += [panel for panel in (WaitingTranslations(request), BrokenLinks(request)) if panel]


@hooks.register("construct_homepage_panels", order=_LAST)
def waiting_messages(request: HttpRequest, panels: list) -> None:
    """Say how many people wait for an answer."""
    panel = WaitingMessages(request)
    if panel.waiting:
        panels.append(panel)


@hooks.register("register_admin_viewset")
def contact_messages() -> ContactMessageViewSet:
    """Give those who answer the list of messages."""
    return ContactMessageViewSet()


@hooks.register("register_admin_viewset")
def choosers() -> list[Any]:
    """Give editors the windows in which organizations and units are chosen."""
    return [organizations, units]


@hooks.register("register_admin_viewset")
def news_list() -> NewsListViewSet:
    """Give the news a list of their own."""
    return NewsListViewSet("news")


@hooks.register("register_admin_urls")
def translations_report() -> list[Any]:
    """Mount the report on translations."""
    return [
        path("reports/translations/", TranslationsReport.as_view(), name="translations_report"),
        path(
            "reports/translations/results/",
            TranslationsReport.as_view(results_only=True),
            name="translations_report_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def translations_report_menu() -> MenuItem:
    """Let the report be found."""
    return MenuItem(
        _("Translations"), reverse("translations_report"), name="translations", icon_name="globe", order=700
    )


@hooks.register("before_bulk_action")
def refuse_faulty(request: HttpRequest, action_type: str, objects: list, action: Any) -> HttpResponse | None:
    """Publishing many pages at once goes past the form; what the form would refuse is refused here too."""
    if request.method != "POST" or action_type != "publish" or not objects or not isinstance(objects[0], Page):
        return None
    faulty = [page.draft_title for page in objects if not is_sound(page.get_latest_revision_as_object())]
    if not faulty:
        return None
    text = gettext(
        "Nothing was published. Open these pages and publish there, where it is said what is missing: %(names)s"
    )
    messages.error(request, text % {"names": ", ".join(faulty)})
    return redirect("wagtailadmin_home")


register_snippet(NewsTopicViewSet)
register_snippet(PolicyViewSet)
