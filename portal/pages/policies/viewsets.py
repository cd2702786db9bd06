"""How editors keep the legal and policy documents."""

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from portal.core.vietnamese import fold
from portal.pages.models import PolicyDocument
from portal.pages.models.policy import PolicyKind, PolicyQuerySet
from portal.pages.policies.forms import PolicyForm
from portal.pages.policies.numbers import bare
from portal.pages.policies.validity import Validity, today, with_validity


def found(rows: QuerySet, text: str) -> QuerySet:
    """Keep the documents that have every word, typed with or without marks, or the number in any writing."""
    words = Q()
    for word in fold(text).split():
        words &= Q(search_text__contains=word)
    return rows.filter(words | Q(search_text__contains=bare(text))) if bare(text) else rows.none()


class PolicyListFilter(WagtailFilterSet):
    """What the list in the admin can be narrowed to."""

    kind = django_filters.ChoiceFilter(label=_("Kind of document"), choices=PolicyKind.choices)
    validity = django_filters.ChoiceFilter(label=_("Validity"), choices=Validity.choices, method="by_validity")
    issuer = django_filters.CharFilter(label=_("Issuing body"), method="by_issuer")
    year = django_filters.NumberFilter(label=_("Year of issue"), min_value=1900, max_value=2200)

    class Meta:
        model = PolicyDocument
        fields = ["kind", "validity", "issuer", "year", "is_verified", "is_public"]

    def by_validity(self, rows: PolicyQuerySet, name: str, value: str) -> PolicyQuerySet:
        """Keep what readers are told today."""
        return with_validity(rows, today()).filter(validity=value)  # type: ignore[misc]

    def by_issuer(self, rows: PolicyQuerySet, name: str, value: str) -> PolicyQuerySet:
        """Keep what a body has issued; its name may be typed without marks."""
        wanted = fold(value)
        names = set(PolicyDocument.objects.values_list("issuer_vi", flat=True).distinct().order_by())
        return rows.filter(issuer_vi__in=[name for name in names if wanted in fold(name)])


class PolicyIndexView(IndexView):
    """The list, searched without marks."""

    @property
    def is_searchable(self) -> bool:
        return True

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """Find by words and numbers."""
        return found(queryset, self.search_query) if self.is_searching else queryset


class _SearchForm(BaseFilterForm):
    q = forms.CharField(
        label=_("Search term"), widget=forms.TextInput(attrs={"placeholder": _("Search")}), required=False
    )

    def filter(self, objects: QuerySet) -> QuerySet:
        """Narrow the window to what was typed."""
        self.search_query = self.cleaned_data.get("q")
        if not self.search_query:
            return objects
        self.is_searching = True
        return found(objects, self.search_query)


class _Choose(ChooseView):
    filter_form_class = _SearchForm


class _ChooseResults(ChooseResultsView):
    filter_form_class = _SearchForm


class PolicyChooser(SnippetChooserViewSet):
    """The window in which a document is chosen, searched without marks."""

    choose_view_class = _Choose
    choose_results_view_class = _ChooseResults


class PolicyViewSet(SnippetViewSet):
    """The documents of the library."""

    model = PolicyDocument
    icon = "doc-full"
    menu_label = _("Policy documents")
    menu_order = 250
    add_to_admin_menu = True
    index_view_class = PolicyIndexView
    chooser_viewset_class = PolicyChooser
    filterset_class = PolicyListFilter
    ordering = ["-issued_on", "number_key"]
    list_display = [
        "number", "title_vi", "kind", "issuer_vi", "issued_on",
        BooleanColumn("is_verified", label=_("read and verified"), sort_key="is_verified"),
        BooleanColumn("is_public", label=_("shown to everybody"), sort_key="is_public"),
    ]  # fmt: skip
    list_per_page = 50
    copy_view_enabled = False
    inspect_view_enabled = False
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("number"), FieldPanel("kind")]),
                    FieldPanel("title_vi"),
                    FieldPanel("title_en"),
                    FieldRowPanel([FieldPanel("issuer_vi"), FieldPanel("issuer_en")]),
                ],
                heading=_("The document"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel(
                        [FieldPanel("issued_on"), FieldPanel("effective_from"), FieldPanel("effective_until")]
                    ),
                    FieldPanel("replaced_by"),
                ],
                heading=_("Validity"),
                help_text=_(
                    "Leave a date empty that you have not read anywhere. The last day belongs to the validity."
                ),
            ),
            MultiFieldPanel([FieldPanel("summary_vi"), FieldPanel("summary_en")], heading=_("Summary")),
            MultiFieldPanel(
                [
                    FieldPanel("file"),
                    FieldRowPanel([FieldPanel("source"), FieldPanel("source_url")]),
                    FieldRowPanel([FieldPanel("is_verified"), FieldPanel("last_checked_on")]),
                    FieldPanel("is_public"),
                ],
                heading=_("File and source"),
            ),
        ],
        base_form_class=PolicyForm,
    )
