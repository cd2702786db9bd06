"""What the library shows for a selection: documents with what matched, facets with counts, chips, pages."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Case, CharField, Count, F, Value, When, Window
from django.db.models.functions import Cast
from django.http import QueryDict
from django.utils.translation import get_language

from portal.core.pagination import page_links
from portal.pages.models import PolicyDocument
from portal.pages.models.policy import PolicyQuerySet
from portal.pages.policies.filters import (
    FACET_LABELS,
    FACETS,
    NO_YEAR,
    SORTS,
    Known,
    PolicyFilter,
    Selection,
    issuer_key,
)
from portal.pages.policies.validity import Validity, today, with_validity
from portal.search.query import Page, Query
from portal.search.searching import search
from startups.directory.listing import Choice, FacetPanel

PAGE_SIZE = 20
_MOST_FOUND = 500  # documents that a text may match; a library has some hundreds
_SHOWN_VALUES = 7
_ORDERS = {
    "newest": [F("year").desc(nulls_last=True), F("issued_on").desc(nulls_last=True), F("number_key").desc()],
    "number": [F("number_key").asc(), F("pk").asc()],
}


@dataclass(frozen=True)
class Entry:
    """One document in the list; title and text are escaped HTML with marks, empty when nothing is marked."""

    document: PolicyDocument
    validity: Validity
    title: str
    text: str


@dataclass(frozen=True)
class Listing:
    """One page of the library."""

    selection: Selection
    entries: tuple[Entry, ...]
    page: Page
    facets: tuple[FacetPanel, ...]


def list_documents(selection: Selection, known: Known, *, page_size: int = PAGE_SIZE) -> Listing:
    """Answer a selection: words are the search's work, the rest is asked of the rows, for validity changes every day."""
    found = _found(selection.text) if selection.text else None
    rows = with_validity(PolicyDocument.objects.public(), today())
    if found:
        rows = rows.filter(pk__in=[hit.object_id for hit in found.hits])
    matches = _filtered(rows, selection, known).order_by(*_order(selection, found)).select_related("replaced_by")
    shown, total = _one_page(matches, selection.page, page_size)
    page = Page(
        hits=(), total=total, number=1, page_size=page_size, facets={},
        did_you_mean=found.did_you_mean if found else None, loosened=found.loosened if found else None,
    )  # fmt: skip
    page = replace(page, number=min(selection.page, page.pages))
    panels = tuple(_panels(_counts(rows, selection, known), selection, known))
    return Listing(replace(selection, page=page.number), tuple(_entries(shown, found)), page, panels)


def _one_page(rows: PolicyQuerySet, number: int, size: int) -> tuple[list[PolicyDocument], int]:
    """Return the rows of a page and how many there are in all, in one statement; beyond the end those of the last page."""
    counted = rows.annotate(total=Window(Count("*")))
    shown: list[Any] = list(counted[(number - 1) * size : number * size])
    if shown or number == 1:
        return shown, shown[0].total if shown else 0
    total = rows.count()
    return list(rows[(total - 1) // size * size :][:size]) if total else [], total


def _found(text: str) -> Page:
    query = Query(text=text, kinds=("policy",), page_size=_MOST_FOUND, language=(get_language() or "vi")[:2])
    return search(query)


def _filtered(rows: PolicyQuerySet, selection: Selection, known: Known, *, but: str = "") -> PolicyQuerySet:
    data = QueryDict(mutable=True)
    for name, values in selection.filters.items():
        if name != but:
            data.setlist(name, list(values))
    return PolicyFilter(data, rows, known).qs


def _order(selection: Selection, found: Page | None) -> list[Any]:
    if found and found.hits and selection.sort == "relevance":
        return [Case(*(When(pk=hit.object_id, then=place) for place, hit in enumerate(found.hits)))]
    return _ORDERS.get(selection.sort, _ORDERS["newest"])


def _entries(documents: list[PolicyDocument], found: Page | None) -> Iterator[Entry]:
    marks = {hit.object_id: hit.highlights for hit in found.hits} if found else {}
    for one in documents:
        marked = marks.get(one.pk, {})
        yield Entry(one, Validity(one.validity), marked.get("title", ""), marked.get("body", ""))  # type: ignore[attr-defined]


def _counts(rows: PolicyQuerySet, selection: Selection, known: Known) -> dict[str, Counter[str]]:
    """Count in one statement what choosing each value yields: every facet over what passes the filters of the others."""
    columns: dict[str, Any] = {
        "kind": "kind",
        "validity": "validity",
        "issuer": "issuer_vi",
        "year": Cast("year", CharField()),
    }
    parts = [
        _filtered(rows, selection, known, but=name)
        .order_by()
        .annotate(facet=Value(name, CharField()), value=column if name == "year" else F(column))
        .values("facet", "value")
        .annotate(count=Count("pk"))
        .values_list("facet", "value", "count")
        for name, column in columns.items()
    ]
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for name, value, count in parts[0].union(*parts[1:], all=True):
        key = issuer_key(value) if name == "issuer" else NO_YEAR if value is None else value
        counts[name][key] += count
    return counts


def _panels(counts: Mapping[str, Counter[str]], selection: Selection, known: Known) -> list[FacetPanel]:
    panels = []
    for name in FACETS:
        chosen = selection.filters.get(name, ())
        choices = [
            Choice(value, label, counts[name][value], value in chosen)
            for value, label in known.labels_of(name).items()
            if counts[name][value] or value in chosen
        ]
        if name == "issuer":
            choices.sort(key=lambda choice: (not choice.selected, -choice.count, choice.label))
        shown = len(choices) if len(choices) == _SHOWN_VALUES + 1 else _SHOWN_VALUES
        if choices:
            panels.append(
                FacetPanel(name, str(FACET_LABELS[name]), True, tuple(choices[:shown]), tuple(choices[shown:]))
            )
    return panels


def chips(selection: Selection, known: Known, base: str) -> list[dict[str, str]]:
    """Return the applied filters, each with the address of the page without it."""
    return [
        {"label": known.labels_of(name)[value], "url": selection.without(name, value).address(base)}
        for name, values in selection.filters.items()
        for value in values
    ]


def pages(listing: Listing, base: str) -> dict[str, Any]:
    """Return what the pagination draws."""
    number, last = listing.page.number, listing.page.pages
    return {
        "pages": page_links(number, last, lambda other: listing.selection.address(base, page=other)),
        "previous_url": listing.selection.address(base, page=number - 1) if number > 1 else "",
        "next_url": listing.selection.address(base, page=number + 1) if number < last else "",
    }


def sorts(selection: Selection) -> list[tuple[str, Any, bool]]:
    """Return the orders that can be asked for; the best match only where there are words."""
    return [
        (value, label, value == selection.sort)
        for value, label in SORTS.items()
        if selection.text or value != "relevance"
    ]
