"""What robots may index, by sections: pages, news, documents, organizations, each in the languages that it has."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override
from wagtail.query import PageQuerySet

from portal.pages.addresses import page_address
from portal.pages.documents import visible_pages
from portal.pages.models import NewsPage, PolicyDocument
from startups.models import Organization

MOST = 50_000  # addresses in one file, https://www.sitemaps.org/protocol.html


@dataclass(frozen=True)
class Entry:
    """One address; `languages` maps each language to the absolute address of the same content."""

    address: str
    languages: dict[str, str]
    changed: datetime | None


def entries(section: str) -> list[Entry]:
    """Return the addresses of one section, in a constant number of statements; KeyError for an unknown one."""
    return SECTIONS[section]()


def _organizations() -> list[Entry]:
    # Sample rows are left out: nobody should find invented firms in a search engine.
    rows = Organization.objects.public().filter(is_sample=False).order_by("pk").values_list("slug", "updated_at")
    return _below("organization", rows)


def _documents() -> list[Entry]:
    return _below("policy", PolicyDocument.objects.public().order_by("pk").values_list("slug", "updated_at"))


def _pages() -> list[Entry]:
    return _by_language(visible_pages("public"))


def _news() -> list[Entry]:
    """Sample articles are left out, as sample firms are."""
    return _by_language(NewsPage.objects.readable().filter(is_sample=False))


def _by_language(pages: PageQuerySet) -> list[Entry]:
    rows = list(pages.select_related("locale").order_by("path")[:MOST])
    groups: dict[object, dict[str, str]] = defaultdict(dict)
    for page in rows:
        code = page.locale.language_code
        groups[page.translation_key][code] = settings.BASE_URL + page_address(page, code)
    return [
        Entry(
            groups[page.translation_key][page.locale.language_code],
            groups[page.translation_key],
            page.last_published_at,
        )
        for page in rows
    ]


def _below(name: str, rows: Any) -> list[Entry]:
    """Return rows (slug, last change) that have an address of this name in every language."""
    start = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            start[code] = settings.BASE_URL + reverse(name, args=["x"]).removesuffix("x/")
    found = []
    for slug, changed in rows[: MOST // len(settings.LANGUAGES)]:
        languages = {code: f"{begin}{slug}/" for code, begin in start.items()}
        found += [Entry(address, languages, changed) for address in languages.values()]
    return found


SECTIONS: dict[str, Callable[[], list[Entry]]] = {
    "pages": _pages,
    "news": _news,
    "documents": _documents,
    "organizations": _organizations,
}
