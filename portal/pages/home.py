"""What the sections of home and landing pages show besides the editor's words: asked once, in a constant number of queries."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import F
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.pages.links import LinkedPages
from portal.search.query import Page, Query
from portal.search.searching import search
from startups.directory.addresses import directory_url
from startups.directory.cards import OrganizationCard, cards_of
from startups.directory.cartogram import cartogram
from startups.directory.vocabulary import values_of
from startups.models import Organization

if TYPE_CHECKING:
    from portal.pages.models import HomePage, LandingPage, NewsPage

_SECTOR_ICONS = {
    "blue_economy": "waves", "renewable_energy": "zap", "manufacturing": "factory", "digital_transformation": "cpu",
    "healthcare": "heart-pulse", "hightech_agriculture": "sprout", "artificial_intelligence": "bot", "smart_tourism": "compass",
    "cultural_industry": "palette", "logistics": "truck", "education": "graduation-cap", "fintech": "wallet",
    "materials_environment": "recycle", "clean_mining": "pickaxe", "ecommerce": "shopping-cart", "other": "layers",
}  # fmt: skip


@dataclass(frozen=True)
class Section:
    """One section: its block, and what it shows besides the editor's words. A section with nothing to show is left out."""

    block: Any
    facts: Any = None


def sections_with_facts(page: "HomePage | LandingPage") -> list[Section]:
    """Return the sections of a page that have something to show."""
    counts = _counts() if {"sectors", "territory"} & {block.block_type for block in page.sections} else None
    sections, linked = [], LinkedPages(page.sections)
    for block in page.sections:
        facts: Any = True
        if block.block_type == "featured":
            facts = _featured(block.value["order"], block.value["number"])
        elif block.block_type == "sectors" and counts:
            facts = _sectors(counts)
        elif block.block_type == "territory" and counts:
            facts = territory(counts)
        elif block.block_type == "news":
            facts = _news(block.value["number"], block.value["topic"])
        elif block.block_type in {"links", "call_to_action"}:
            facts = linked.of(block)
        elif block.block_type == "hero":
            facts = {"directory_url": directory_url()}
        if facts:
            sections.append(Section(block, facts))
    return sections


def _counts() -> Page:
    return search(Query(page_size=1, facets=("sector", "unit")))


def _featured(order: str, number: int) -> list[OrganizationCard]:
    rows = Organization.objects.public()
    if order == "newest":
        return cards_of(rows.order_by("-created_at", "-pk")[:number])
    return cards_of(rows.order_by(F("last_verified_on").desc(nulls_last=True), "-pk")[:number])


def _news(number: int, topic: Any) -> "list[NewsPage]":
    from portal.pages.models import NewsPage  # noqa: PLC0415 -- pages show their sections through this module

    rows = NewsPage.objects.readable().filter(locale__language_code=(get_language() or "vi")[:2]).with_card()
    if topic:
        rows = rows.filter(topic=topic)
    return list(rows.order_by("-first_published_at", "-pk")[:number])


def _sectors(counts: Page) -> list[dict[str, Any]]:
    labels = values_of("sector")
    found = {value.value: value.count for value in counts.facets["sector"]}
    return [
        {
            "label": label,
            "count": found[code],
            "url": f"{directory_url()}?sector={code}",
            "icon": _SECTOR_ICONS.get(code, "layers"),
        }
        for code, label in labels.items()
        if code in found
    ]


def territory(counts: Page) -> dict[str, Any]:
    """Return the map and its table: every unit with its number of organizations."""
    found = {value.value: value.count for value in counts.facets["unit"]}
    names = values_of("unit")
    drawn = cartogram(found)
    bounds = drawn.bounds
    legend = [{"step": 0, "label": "0"}] + [
        {
            "step": step,
            "label": _("%(least)d or more") % {"least": bound}
            if step == len(bounds)
            else _range(bound, bounds[step] - 1),
        }
        for step, bound in enumerate(bounds, start=1)
    ]
    hexes = [
        {
            "x": hexagon.x, "y": hexagon.y, "step": hexagon.step, "count": hexagon.count, "label": names[hexagon.code], "short": _short(names[hexagon.code]),
            "url": f"{directory_url()}?unit={hexagon.code}",
        }
        for hexagon in drawn.hexes
        if hexagon.code in names
    ]  # fmt: skip
    rows = [
        {"label": name, "count": found.get(code, 0), "url": f"{directory_url()}?unit={code}"}
        for code, name in names.items()
    ]
    return {"map": {"view_box": drawn.view_box, "hexes": hexes, "legend": legend}, "rows": rows}


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _short(name: str) -> str:
    """Leave out the type of a unit: it would not fit into its hexagon."""
    for word in ("Phường ", "Xã ", "Đặc khu "):
        name = name.removeprefix(word)
    for word in (" Ward", " Commune", " Special Zone"):
        name = name.removesuffix(word)
    return name
