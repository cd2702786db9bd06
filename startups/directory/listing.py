"""What the directory shows for a selection: organizations with what matched, facets with counts, chips, pages."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.conf import settings
from django.core.cache import caches
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from portal.core.pagination import page_links
from portal.core.templatetags.ui import facet_group
from portal.search.query import FacetValue, Page, Query
from portal.search.searching import search
from startups.directory.cards import OrganizationCard, cards_by_id
from startups.directory.filters import Selection
from startups.directory.vocabulary import FACET_LABELS, FACETS, values_of

PAGE_SIZE = 24
_SHOWN_VALUES = 7
_OPEN_FACETS = {"kind", "sector", "unit"}


@dataclass(frozen=True)
class Entry:
    """One organization in the list; title and text are escaped HTML with marks, empty when nothing is marked."""

    organization: OrganizationCard
    title: str
    text: str


@dataclass(frozen=True)
class Choice:
    """One value of a facet with its name and the number of results that choosing it yields."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True)
class FacetPanel:
    """One facet in the panel; `more` is shown on demand."""

    name: str
    label: str
    open: bool
    choices: tuple[Choice, ...]
    more: tuple[Choice, ...]


@dataclass(frozen=True)
class Listing:
    """One page of the directory; `facets` is the panel of filters as it is drawn, empty when there is nothing to choose."""

    selection: Selection
    entries: tuple[Entry, ...]
    page: Page
    facets: SafeString


def find_organizations(selection: Selection, *, page_size: int = PAGE_SIZE, facets: tuple[str, ...] = FACETS) -> Page:
    """Find a page of organizations by their ids, with the counts of the facets."""
    return search(
        Query(
            text=selection.text,
            kinds=("organization",),
            filters=selection.filters,
            sort=selection.sort,
            page=selection.page,
            page_size=page_size,
            language=(get_language() or "vi")[:2],
            facets=facets,
        )
    )


def list_organizations(selection: Selection, *, generation: str) -> Listing:
    """Answer a selection; every organization is read again through the public filter: nothing hidden can leak.

    The counts of a selection are the same on each of its pages and in each order: drawn once, they are kept for a minute
    or until anything public changes, which is a new `generation` (portal/core/page_cache.py).
    """
    kept = _key_of_facets(selection, generation)
    drawn = caches["pages"].get(kept) if kept else None
    page = find_organizations(selection, facets=() if drawn is not None else FACETS)
    if drawn is None:
        drawn = "".join(facet_group(panel) for panel in facet_panels(page.facets))
        if kept:
            caches["pages"].set(kept, drawn, settings.PAGE_CACHE_SECONDS)
    cards = cards_by_id([hit.object_id for hit in page.hits])
    entries = tuple(
        Entry(cards[hit.object_id], hit.highlights.get("title", ""), hit.highlights.get("body", ""))
        for hit in page.hits
        if hit.object_id in cards
    )
    return Listing(replace(selection, page=page.number), entries, page, mark_safe(drawn))


def _key_of_facets(selection: Selection, generation: str) -> str:
    """Nothing for a text: there are too many, and most are asked once."""
    if selection.text:
        return ""
    chosen = sorted((name, sorted(values)) for name, values in selection.filters.items())
    asked = hashlib.sha256(repr(chosen).encode()).hexdigest()
    return f"facets:{generation}:{get_language()}:{asked}"


def facet_panels(facets: Mapping[str, tuple[FacetValue, ...]]) -> tuple[FacetPanel, ...]:
    """Give counted values their names; chosen ones first, then by count, then in the order of the vocabulary."""
    panels = []
    for name in FACETS:
        labels = values_of(name)
        order = {value: place for place, value in enumerate(labels)}
        known = [value for value in facets.get(name, ()) if value.value in labels]
        if name in {"founded", "stage"}:
            known.sort(key=lambda value: order[value.value])
        else:
            known.sort(key=lambda value: (not value.selected, -value.count, order[value.value]))
        choices = tuple(Choice(v.value, labels[v.value], v.count, v.selected) for v in known)
        if choices:
            # One value alone is not worth a click.
            shown = len(choices) if len(choices) == _SHOWN_VALUES + 1 else _SHOWN_VALUES
            chosen = any(choice.selected for choice in choices)
            panels.append(
                FacetPanel(
                    name,
                    str(FACET_LABELS[name]),
                    chosen or name in _OPEN_FACETS,
                    choices[:shown],
                    choices[shown:],
                )
            )
    return tuple(panels)


def chips(selection: Selection, base: str) -> list[dict[str, str]]:
    """Return the applied filters, each with the address of the page without it."""
    return [
        {"label": values_of(name)[value], "url": address(base, selection.without(name, value))}
        for name, values in selection.filters.items()
        for value in values
    ]


def pages(listing: Listing, base: str) -> list[dict]:
    """Return the links of the pagination."""
    return page_links(
        listing.page.number, listing.page.pages, lambda number: address(base, listing.selection, page=number)
    )


def address(base: str, selection: Selection, *, page: int = 1) -> str:
    """Return the address of a selection below `base`."""
    pairs = selection.pairs(page=page)
    return f"{base}?{urlencode(pairs)}" if pairs else base
