"""Windows in which an editor chooses an organization or a unit; both find names without marks, as the site does."""

from typing import Any

from django import forms
from django.db.models import Case, QuerySet, When
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from portal.core.vietnamese import fold
from portal.search.query import Query
from portal.search.searching import search
from startups.models import AdminUnit, Organization

_MOST = 60


class _SearchForm(BaseFilterForm):
    q = forms.CharField(
        label=_("Search term"), widget=forms.TextInput(attrs={"placeholder": _("Search")}), required=False
    )

    def filter(self, objects: QuerySet) -> QuerySet:
        """Narrow the list to what was typed."""
        objects = super().filter(objects)
        self.search_query = self.cleaned_data.get("q")
        if not self.search_query:
            return objects
        self.is_searching = True
        return self.found(objects, self.search_query)


class _OrganizationForm(_SearchForm):
    def found(self, objects: QuerySet, text: str) -> QuerySet:
        keys = [hit.object_id for hit in search(Query(text=text, page_size=_MOST)).hits]
        order = Case(*(When(pk=key, then=place) for place, key in enumerate(keys)), default=len(keys))
        return objects.filter(pk__in=keys).order_by(order)


class _UnitForm(_SearchForm):
    def found(self, objects: QuerySet, text: str) -> QuerySet:
        asked = fold(text)
        keys = [
            unit.pk
            for unit in AdminUnit.objects.all()
            if asked in fold(" ".join([unit.name_vi, unit.name_en, unit.former_district, *unit.former_units]))
        ]
        return objects.filter(pk__in=keys)


class _NamedViewSet(ChooserViewSet):
    """A window with a search of its own; rows cannot be made in it."""

    filter_form_class: type[_SearchForm]
    choose_another_text = _("Choose another")

    @property
    def choose_view_class(self) -> Any:
        return type("Choose", (ChooseView,), {"filter_form_class": self.filter_form_class})

    @property
    def choose_results_view_class(self) -> Any:
        return type("Results", (ChooseResultsView,), {"filter_form_class": self.filter_form_class})


class OrganizationChooser(_NamedViewSet):
    """Public organizations by name."""

    model = Organization
    icon = "group"
    choose_one_text = _("Choose an organization")
    filter_form_class = _OrganizationForm

    def get_object_list(self) -> QuerySet:
        """Nothing that readers may not see can be linked."""
        return Organization.objects.public().order_by("sort_key")


class UnitChooser(_NamedViewSet):
    """The 54 units, also by what they were called before July 2025."""

    model = AdminUnit
    icon = "site"
    choose_one_text = _("Choose a ward, commune or special zone")
    per_page = 54
    filter_form_class = _UnitForm


organizations = OrganizationChooser("choose_organization", url_prefix="choose/organization")
units = UnitChooser("choose_unit", url_prefix="choose/unit")
