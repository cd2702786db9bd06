"""The parameters of the library, parsed by a FilterSet: what is not known is dropped and said, never an error."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

import django_filters
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from portal.core.vietnamese import normalize, slug
from portal.pages.models import PolicyDocument
from portal.pages.models.policy import PolicyKind, PolicyQuerySet
from portal.pages.policies.validity import Validity
from startups.directory.filters import PageFilter

FACET_LABELS = {
    "kind": _("Kind of document"),
    "validity": _("Validity"),
    "issuer": _("Issuing body"),
    "year": _("Year of issue"),
}
FACETS = tuple(FACET_LABELS)
SORTS = {"relevance": _("Best match"), "newest": _("Newest first"), "number": _("Number")}
PARAMS = ("q", *FACETS, "sort", "page")
PARAMETER_LABELS = FACET_LABELS | {"sort": _("Sort by"), "page": _("Page")}
NO_YEAR = "none"
_MOST_VALUES = 60


class Known:
    """The issuing bodies and years that public documents have, read in one statement.

    A body is asked for by its name as a part of an address; bodies that differ in capitals only are one.
    """

    def __init__(self, language: str) -> None:
        rows = PolicyDocument.objects.public().values_list("issuer_vi", "issuer_en", "year").distinct().order_by()
        self.labels: dict[str, str] = {}
        self.names: dict[str, set[str]] = {}
        years: set[int | None] = set()
        for name, english, year in sorted(rows, key=lambda row: (row[0], row[1])):
            key = issuer_key(name)
            if key not in self.labels or (english and language == "en"):
                self.labels[key] = english if language == "en" and english else name
            self.names.setdefault(key, set()).add(name)
            years.add(year)
        self.years = [str(year) for year in sorted(filter(None, years), reverse=True)] + [NO_YEAR] * (None in years)

    def labels_of(self, facet: str) -> Mapping[str, str]:
        """Return the values of a facet with their names, in their own order."""
        if facet == "issuer":
            return self.labels
        if facet == "year":
            return {year: str(_("Not known")) if year == NO_YEAR else year for year in self.years}
        choices = PolicyKind.choices if facet == "kind" else Validity.choices
        return {value: str(label) for value, label in choices}


def issuer_key(name: str) -> str:
    """Return a body's name as it stands in an address."""
    return slug(name) or "khac"


class PolicyFilter(django_filters.FilterSet):
    """Several values a facet, of which a document has one; text and order are not filters of rows."""

    kind = django_filters.MultipleChoiceFilter(distinct=False)
    validity = django_filters.MultipleChoiceFilter(distinct=False)
    issuer = django_filters.MultipleChoiceFilter(method="by_issuer")
    year = django_filters.MultipleChoiceFilter(method="by_year")
    q = django_filters.CharFilter(max_length=1000, method="as_it_is")
    sort = django_filters.ChoiceFilter(choices=list(SORTS.items()), method="as_it_is")
    page = PageFilter(min_value=1, max_value=100_000, method="as_it_is")

    class Meta:
        model = PolicyDocument
        fields: list[str] = []

    def __init__(self, data: QueryDict, rows: PolicyQuerySet, known: Known) -> None:
        super().__init__(data, rows)
        self.known = known
        for name in FACETS:
            self.filters[name].extra["choices"] = list(known.labels_of(name).items())

    def by_issuer(self, rows: PolicyQuerySet, name: str, chosen: Sequence[str]) -> PolicyQuerySet:
        """Keep what one of these bodies has issued."""
        return rows.filter(issuer_vi__in=set().union(*(self.known.names[key] for key in chosen))) if chosen else rows

    def by_year(self, rows: PolicyQuerySet, name: str, chosen: Sequence[str]) -> PolicyQuerySet:
        """Keep what was issued in one of these years."""
        if not chosen:
            return rows
        dated = rows.filter(year__in=[year for year in chosen if year != NO_YEAR])
        return dated | rows.filter(year=None) if NO_YEAR in chosen else dated

    def as_it_is(self, rows: PolicyQuerySet, name: str, value: object) -> PolicyQuerySet:
        """Leave the rows alone."""
        return rows


@dataclass(frozen=True)
class Selection:
    """What a visitor asked of the library; `ignored` is what could not be understood, as (parameter, value)."""

    text: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = "newest"
    page: int = 1
    ignored: tuple[tuple[str, str], ...] = ()

    @property
    def usual_sort(self) -> str:
        """The order that nobody has to ask for."""
        return "relevance" if self.text else "newest"

    @property
    def is_empty(self) -> bool:
        return not self.text and not self.filters

    def address(self, base: str, *, page: int = 1) -> str:
        """Return the address that asks for the same, parameters in their fixed order."""
        pairs = [("q", self.text)] if self.text else []
        pairs += [(name, value) for name in FACETS for value in self.filters.get(name, ())]
        pairs += [("sort", self.sort)] if self.sort != self.usual_sort else []
        pairs += [("page", str(page))] if page > 1 else []
        return f"{base}?{urlencode(pairs)}" if pairs else base

    def without(self, name: str, value: str) -> "Selection":
        """Return the selection without one chosen value."""
        left = {
            other: tuple(v for v in values if (other, v) != (name, value)) for other, values in self.filters.items()
        }
        return replace(self, filters={other: values for other, values in left.items() if values})


def parse(data: QueryDict, known: Known) -> Selection:
    """Read the parameters of an address; anything unknown lands in `ignored`."""
    given, ignored = QueryDict(mutable=True), []
    for name in FACETS:
        allowed = known.labels_of(name)
        values = list(dict.fromkeys(data.getlist(name)))
        given.setlist(name, [value for value in values if value in allowed][:_MOST_VALUES])
        ignored += [(name, value) for value in values if value and value not in allowed]
    for name in ("q", "sort", "page"):
        if value := normalize(data.get(name, "")[:1000]):
            given[name] = value
    form = PolicyFilter(given, PolicyDocument.objects.none(), known).form
    form.is_valid()
    ignored += [(name, given.get(name, "")) for name in ("sort", "page") if name in form.errors]
    clean = form.cleaned_data
    text = (clean.get("q") or "")[:200].strip()
    sort = clean.get("sort") or ""
    return Selection(
        text=text,
        filters={name: tuple(clean[name]) for name in FACETS if clean.get(name)},
        sort="newest" if not text and sort == "relevance" else sort or ("relevance" if text else "newest"),
        page=int(clean.get("page") or 1),
        ignored=tuple((name, normalize(value)[:40]) for name, value in ignored[:10]),
    )
