"""The parameters of the directory, parsed by a FilterSet: what is not known is dropped and said, never an error."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

import django_filters
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from portal.core.vietnamese import normalize
from startups.directory.vocabulary import FACETS, values_of
from startups.models import Organization

SORTS = {"relevance": _("Best match"), "name": _("Name A–Z"), "newest": _("Newest first"), "updated": _("Last updated")}
PARAMS = ("q", *FACETS, "sort", "page")
_MOST_VALUES = 60
_MOST_PAGE = 100_000
_SHOWN = 40


class PageFilter(django_filters.NumberFilter):
    """The number of a page: whole numbers only."""

    field_class = forms.IntegerField


class OrganizationFilter(django_filters.FilterSet):
    """One multiple choice a facet; matching and counting is the search's work, so no queryset is filtered here."""

    q = django_filters.CharFilter(max_length=1000)
    sort = django_filters.ChoiceFilter(choices=list(SORTS.items()))
    page = PageFilter(min_value=1, max_value=_MOST_PAGE)

    class Meta:
        model = Organization
        fields: list[str] = []

    @classmethod
    def get_filters(cls) -> dict[str, django_filters.Filter]:
        facets = {
            name: django_filters.MultipleChoiceFilter(choices=lambda name=name: list(values_of(name).items()))
            for name in FACETS
        }
        return super().get_filters() | facets


@dataclass(frozen=True)
class Selection:
    """What a visitor asked of the directory; `ignored` is what could not be understood, as (parameter, value)."""

    text: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = "relevance"
    page: int = 1
    ignored: tuple[tuple[str, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.text and not self.filters

    def pairs(self, *, page: int = 1) -> list[tuple[str, str]]:
        """Return the parameters of an address that asks for the same, in their fixed order."""
        pairs = [("q", self.text)] if self.text else []
        pairs += [(name, value) for name in FACETS for value in self.filters.get(name, ())]
        if self.sort != "relevance":
            pairs.append(("sort", self.sort))
        if page > 1:
            pairs.append(("page", str(page)))
        return pairs

    def without(self, name: str, value: str) -> "Selection":
        """Return the selection without one chosen value."""
        left = {
            other: tuple(v for v in values if (other, v) != (name, value)) for other, values in self.filters.items()
        }
        return replace(self, filters={other: values for other, values in left.items() if values})


def parse(data: QueryDict) -> Selection:
    """Read the parameters of an address; anything unknown lands in `ignored`."""
    if not data:
        return Selection()
    known, ignored = QueryDict(mutable=True), []
    for name in FACETS:
        allowed = values_of(name)
        given = list(dict.fromkeys(data.getlist(name)))
        known.setlist(name, [value for value in given if value in allowed][:_MOST_VALUES])
        ignored += [(name, value) for value in given if value and value not in allowed]
    for name in ("q", "sort", "page"):
        if value := normalize(data.get(name, "")[:1000]):
            known[name] = value
    form = _form_class()(known)
    form.is_valid()
    ignored += [(name, known.get(name, "")) for name in ("sort", "page") if name in form.errors]
    clean = form.cleaned_data
    return Selection(
        text=(clean.get("q") or "")[:200].strip(),
        filters={name: tuple(clean[name]) for name in FACETS if clean.get(name)},
        sort=clean.get("sort") or "relevance",
        page=int(clean.get("page") or 1),
        ignored=tuple(_shortened(ignored)),
    )


@cache
def _form_class() -> type[forms.Form]:
    """Made once: the filters and their form are the same for every request, their choices are read when they are needed."""
    return OrganizationFilter(QueryDict(), queryset=Organization.objects.none()).get_form_class()


def _shortened(ignored: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(name, normalize(value)[:_SHOWN]) for name, value in list(ignored)[:10]]
