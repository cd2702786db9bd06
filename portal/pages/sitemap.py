"""What robots may index: live public pages, public documents and published organizations, each in the languages that it has."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from portal.pages.addresses import page_address
from portal.pages.documents import visible_pages
from portal.pages.models import PolicyDocument
from startups.models import Organization

MOST = 50_000  # addresses in one file, https://www.sitemaps.org/protocol.html


@dataclass(frozen=True)
class Entry:
    """One address; `languages` maps each language to the absolute address of the same content."""

    address: str
    languages: dict[str, str]
    changed: datetime | None


def entries() -> list[Entry]:
    """Return the addresses, pages first, in a constant number of statements."""
    found = _pages()
    documents = PolicyDocument.objects.public().order_by("pk").values_list("slug", "updated_at")
    found += _below("policy", documents, _places(found))
    # Sample rows are left out: nobody should find invented firms in a search engine.
    rows = Organization.objects.public().filter(is_sample=False).order_by("pk").values_list("slug", "updated_at")
    return found + _below("organization", rows, _places(found))


def _places(found: list[Entry]) -> int:
    return (MOST - len(found)) // len(settings.LANGUAGES)


def _pages() -> list[Entry]:
    rows = visible_pages("public").select_related("locale").order_by("path")
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


def _below(name: str, rows: Any, places: int) -> list[Entry]:
    """Return rows (slug, last change) that have an address of this name in every language."""
    start = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            start[code] = settings.BASE_URL + reverse(name, args=["x"]).removesuffix("x/")
    found = []
    for slug, changed in rows[:places]:
        languages = {code: f"{begin}{slug}/" for code, begin in start.items()}
        found += [Entry(address, languages, changed) for address in languages.values()]
    return found
