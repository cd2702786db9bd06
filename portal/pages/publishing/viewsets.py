"""Lists of the admin that say how far the English is."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.views.reports.base import PageReportView
from wagtail.admin.viewsets.pages import PageListingViewSet

from portal.pages.models import NewsPage
from portal.pages.publishing.translations import SOURCE, translations

_ENGLISH = Column("translation", label=_("English"), accessor="translation_label")


def say_how_far(pages: Any) -> None:
    """Write beside each page what its English is like; nothing beside an English one."""
    labels = {one.source.pk: one.state.label for one in translations(pages)}
    for page in pages:
        page.translation_label = labels.get(page.pk, "")


class NewsListView(IndexView):
    """Every article, the latest first."""

    default_ordering = "-latest_revision_created_at"

    def get_table(self, object_list: Any) -> Any:
        """Find out about the English of this page of the list, all at once."""
        say_how_far(object_list)
        return super().get_table(object_list)

    def get_base_queryset(self) -> Any:
        """Languages are read with the pages."""
        return super().get_base_queryset().select_related("locale")


class NewsListViewSet(PageListingViewSet):
    """The news as a list of its own in the menu."""

    model = NewsPage
    icon = "doc-full-inverse"
    menu_label = _("News")
    menu_order = 150
    add_to_admin_menu = True
    index_view_class = NewsListView
    columns = [column for column in IndexView.base_columns if column.name not in {"parent", "type"}] + [_ENGLISH]


class TranslationsReport(PageReportView):
    """Every Vietnamese page with the state of its English."""

    page_title = _("Translations")
    header_icon = "globe"
    index_url_name = "translations_report"
    index_results_url_name = "translations_report_results"
    results_template_name = "pages/admin_translations_report.html"
    any_permission_required = ["add", "change", "publish"]
    list_export = ["title", "translation_label"]
    export_headings = {"translation_label": _("English")}

    def get_queryset(self) -> Any:
        """Every Vietnamese page that the reader may change."""
        pages = self.permission_policy.instances_user_has_permission_for(self.request.user, "change")
        self.queryset = pages.filter(depth__gt=1, locale__language_code=SOURCE).select_related("locale")
        return super().get_queryset()

    def decorate_paginated_queryset(self, queryset: Any) -> Any:
        """Write the state beside each page of the list."""
        say_how_far(queryset)
        return queryset
