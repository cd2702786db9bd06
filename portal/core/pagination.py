"""The links below a list that has several pages."""

from collections.abc import Callable
from typing import Any


def page_links(number: int, last: int, url_of: Callable[[int], str]) -> list[dict[str, Any]]:
    """Return what `components/pagination.html` draws: first, last and two around the current page, gaps between."""
    links: list[dict[str, Any]] = []
    for other in sorted({1, last, *range(max(1, number - 2), min(last, number + 2) + 1)}):
        if links and other - links[-1]["number"] > 1:
            links.append({"number": other - 1, "gap": True})
        links.append({"number": other, "url": url_of(other), "current": other == number})
    return links
