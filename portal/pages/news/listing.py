"""What the news list shows for a selection: articles, topics, units and months with their counts, pages."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import get_language

from portal.core.pagination import page_links
from portal.pages.models import NewsPage
from portal.pages.news.documents import FACETS
from portal.pages.news.filters import Selection
from portal.pages.news.topics import month_name, unit_names
from portal.search.query import FacetValue, Page, Query
from portal.search.searching import search

PAGE_SIZE = 12


@dataclass(frozen=True)
class Choice:
    """One value with how many articles choosing it yields; `url` is for choices that are links."""

    value: str
    label: str
    count: int
    selected: bool
    url: str = ""


@dataclass(frozen=True)
class Listing:
    """One page of the news."""

    selection: Selection
    articles: tuple[NewsPage, ...]
    page: Page
    topics: tuple[Choice, ...]
    units: tuple[Choice, ...]
    months: tuple[Choice, ...]
    links: list[dict[str, Any]]
    previous_url: str
    next_url: str


def list_news(selection: Selection, base: str, topics: Mapping[str, str], *, page_size: int = PAGE_SIZE) -> Listing:
    """Answer a selection in five statements; every article is read again: nothing hidden can leak from the index."""
    page = search(
        Query(
            kinds=("news",),
            filters={name: (value,) for name, value in selection.filters.items()},
            sort="newest",
            page=selection.page,
            page_size=page_size,
            language=(get_language() or "vi")[:2],
            facets=FACETS,
        )
    )
    selection = replace(selection, page=page.number)
    rows = NewsPage.objects.readable().with_card().in_bulk([hit.object_id for hit in page.hits])
    units = unit_names()
    months = sorted(page.facets.get("month", ()), key=lambda value: value.value, reverse=True)
    return Listing(
        selection=selection,
        articles=tuple(rows[hit.object_id] for hit in page.hits if hit.object_id in rows),
        page=page,
        topics=_topics(page, selection, base, topics),
        units=_choices(page.facets.get("unit", ()), units, units),
        months=_choices(months, {value.value: month_name(value.value) for value in months}),
        links=page_links(page.number, page.pages, lambda number: selection.address(base, page=number)),
        previous_url=selection.address(base, page=page.number - 1) if page.number > 1 else "",
        next_url=selection.address(base, page=page.number + 1) if page.number < page.pages else "",
    )


def _topics(page: Page, selection: Selection, base: str, names: Mapping[str, str]) -> tuple[Choice, ...]:
    counts = {value.value: value.count for value in page.facets.get("topic", ())}
    chosen = selection.filters.get("topic", "")
    return tuple(
        Choice(slug, name, counts.get(slug, 0), slug == chosen, selection.with_value("topic", slug).address(base))
        for slug, name in names.items()
        if counts.get(slug) or slug == chosen
    )


def _choices(
    values: list[FacetValue] | tuple[FacetValue, ...], labels: Mapping[str, str], order: Mapping[str, str] | None = None
) -> tuple[Choice, ...]:
    if order is not None:
        places = {value: place for place, value in enumerate(order)}
        values = sorted(values, key=lambda value: places.get(value.value, len(places)))
    return tuple(
        Choice(value.value, labels[value.value], value.count, value.selected)
        for value in values
        if value.value in labels and (value.count or value.selected)
    )
