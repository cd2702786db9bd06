"""What the site search shows: results of every kind in one look, counted by kind, and suggestions of every kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import Any

from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.core.pagination import page_links
from portal.search.forms import Selection
from portal.search.query import Hit, Overview, Query
from portal.search.registry import Card, DocumentKind, kind_of, site_kinds
from portal.search.searching import search_kinds, suggest

PAGE_SIZE = 20
BEST = 4


@dataclass(frozen=True)
class Result:
    """One result: its kind in words, its card, title and text as escaped HTML with marks."""

    kind: str
    card: Card
    title: str
    text: str


@dataclass(frozen=True)
class Section:
    """The results of one kind that are shown, and how many it has."""

    name: str
    label: str
    total: int
    url: str
    results: tuple[Result, ...]


@dataclass(frozen=True)
class SiteResults:
    """One page of the site search; `total` is what the chosen kind has, `others` what the other kinds have besides."""

    selection: Selection
    overview: Overview
    tabs: tuple[dict[str, Any], ...]
    sections: tuple[Section, ...]
    total: int
    number: int
    pages: int
    links: tuple[dict[str, Any], ...]

    @property
    def others(self) -> int:
        return self.overview.total - self.total


def site_results(selection: Selection, base: str) -> SiteResults:
    """Answer a question about the whole site in one statement and one a kind that is shown.

    Without a kind the best few of each are shown, the kind with the best of all first.
    """
    kinds = {kind.name: kind for kind in site_kinds()}
    query = Query(
        text=selection.text,
        kinds=tuple(kinds),
        page=selection.page,
        page_size=PAGE_SIZE if selection.kind else BEST,
        language=_language(),
    )
    overview = search_kinds(query, only=selection.kind)
    shown = [name for name in kinds if overview.hits.get(name)]
    shown.sort(key=lambda name: -overview.hits[name][0].score)
    total = overview.counts.get(selection.kind, 0) if selection.kind else overview.total
    pages = max(1, ceil(total / PAGE_SIZE)) if selection.kind else 1
    return SiteResults(
        selection=selection,
        overview=overview,
        tabs=tuple(_tabs(selection, overview, base)),
        sections=tuple(_section(kinds[name], overview, selection, base) for name in shown),
        total=total,
        number=overview.number,
        pages=pages,
        links=tuple(page_links(overview.number, pages, lambda page: selection.address(base, page=page))),
    )


def _tabs(selection: Selection, overview: Overview, base: str) -> Iterable[dict[str, Any]]:
    """Yield everything and each kind; a kind without results is no link, as there is nothing behind it."""
    yield {
        "name": "all",
        "label": _("All"),
        "count": overview.total,
        "url": selection.address(base, kind=""),
        "current": not selection.kind,
    }
    for kind in site_kinds():
        count = overview.counts.get(kind.name, 0)
        current = kind.name == selection.kind
        url = selection.address(base, kind=kind.name) if count or current else ""
        yield {"name": kind.name, "label": str(kind.plural), "count": count, "url": url, "current": current}


def _section(kind: DocumentKind, overview: Overview, selection: Selection, base: str) -> Section:
    hits = overview.hits[kind.name]
    cards = _cards(kind, [hit.object_id for hit in hits])
    return Section(
        name=kind.name,
        label=str(kind.plural),
        total=overview.counts[kind.name],
        url=selection.address(base, kind=kind.name),
        results=tuple(_result(kind, hit, cards[hit.object_id]) for hit in hits if hit.object_id in cards),
    )


def _result(kind: DocumentKind, hit: Hit, card: Card) -> Result:
    return Result(
        kind=str(kind.label),
        card=card,
        title=hit.highlights.get("title") or escape(card.title),
        text=hit.highlights.get("body") or escape(card.summary),
    )


def completions(text: str, only: str = "") -> list[dict[str, str]]:
    """Return what the search box offers while somebody types, of every kind or of one: label (HTML), url, note."""
    names = tuple(kind.name for kind in site_kinds() if only in ("", kind.name))
    found = suggest(text, kinds=names, language=_language())
    ids: dict[str, list[int]] = {}
    for item in found:
        if item.object_id:
            ids.setdefault(item.kind, []).append(item.object_id)
    cards = {name: _cards(kind_of(name), keys) for name, keys in ids.items()}
    options = []
    for item in found:
        if item.facet:
            options.append({"label": item.label, "url": item.url, "note": item.note})
        elif card := cards[item.kind].get(item.object_id):
            # Beside others of its kind, what it is more exactly tells more.
            note = card.details[0] if only and card.details else str(kind_of(item.kind).label)
            options.append({"label": item.label, "url": card.url, "note": note})
    return options


def _cards(kind: DocumentKind, ids: list[int]) -> dict[int, Card]:
    return dict(kind.cards(ids, _language())) if kind.cards else {}


def _language() -> str:
    return (get_language() or "vi")[:2]
