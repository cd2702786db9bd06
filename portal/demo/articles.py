"""The sample articles and the three true stories, in both languages, with pictures drawn by us."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.db.models import F
from django.utils import timezone
from wagtail.images import get_image_model

from portal.demo.covers import cover
from portal.pages.models import NewsIndexPage, NewsPage, NewsPageOrganization, NewsPageUnit, NewsTopic
from portal.pages.publishing.translations import translated_from
from portal.search.indexing import index_changed
from startups.models import AdminUnit, Organization

_FILE = Path(__file__).resolve().parent / "data" / "news.json"
_TOPICS = {
    "startups": "startup", "technology": "cong-nghe", "policy": "chinh-sach", "funding": "von-va-dau-tu",
    "training": "dao-tao", "events": "su-kien", "stories": "cau-chuyen",
}  # fmt: skip
_CREDIT = "Hình vẽ của cổng"
# The Vietnamese of this one was corrected after it had been translated, so that editors see what that looks like.
_CORRECTED = "small-firms-personal-data"


@dataclass(frozen=True)
class Known:
    """Keys of what articles name by code."""

    topics: Mapping[str, int]
    units: Mapping[str, int]
    organizations: Mapping[str, int]

    @classmethod
    def read(cls) -> "Known":
        return cls(
            dict(NewsTopic.objects.values_list("slug", "pk")),
            dict(AdminUnit.objects.values_list("code", "pk")),
            {one.external_code or "": one.pk for one in Organization.objects.filter(is_sample=True)},
        )


def sample_articles() -> list[dict[str, Any]]:
    """Return the written articles, the latest first."""
    return json.loads(_FILE.read_text())


def load_articles() -> int:
    """Write the articles whose titles are not there yet, the oldest first; return how many, counting each language."""
    indexes = {page.locale.language_code: page for page in NewsIndexPage.objects.select_related("locale")}
    there = set(NewsPage.objects.values_list("title", flat=True))
    known = Known.read()
    keys: list[int] = []
    for row in sorted(sample_articles(), key=lambda row: -row["days_ago"]):
        if "vi" in indexes and row["vi"]["title"] not in there:
            keys += _write(row, indexes, known)
    NewsPage.objects.filter(pk__in=keys).update(
        last_published_at=F("first_published_at"), latest_revision_created_at=F("first_published_at")
    )
    index_changed("news", keys)
    return len(keys)


def _write(row: dict[str, Any], indexes: Mapping[str, NewsIndexPage], known: Known) -> Iterator[int]:
    when = timezone.now() - timedelta(days=row["days_ago"], hours=row["days_ago"] % 7)
    pictures = _pictures(row)
    vietnamese = _publish(row, indexes["vi"], known, pictures=pictures, when=when)
    yield vietnamese.pk
    if row["en"] and "en" in indexes:
        english = _publish(row, indexes["en"], known, pictures=pictures, when=when, source=vietnamese)
        yield english.pk
    if row["key"] == _CORRECTED:
        vietnamese.save_revision().publish()


def _publish(
    row: dict[str, Any], index: NewsIndexPage, known: Known, *, pictures: Mapping[str, Any], when: datetime,
    source: NewsPage | None = None,
) -> NewsPage:  # fmt: skip
    text = row[index.locale.language_code]
    opening: dict[str, Any] = next((block["value"] for block in text["body"] if block["type"] == "image"), {})
    page = NewsPage(
        title=text["title"],
        lead=text["lead"],
        search_description=text["search_description"],
        topic_id=known.topics[_TOPICS[row["topic"]]],
        cover=pictures[opening["motif"] if opening else row["cover"]],
        cover_alt=opening.get("alt", ""),
        cover_is_decorative=not opening,
        body=list(_blocks(text["body"], opening, known, pictures)),
        is_sample=row["is_sample"],
        locale=index.locale,
        live=False,
        first_published_at=when,
    )
    if source:
        page.translation_key, page.slug = source.translation_key, source.slug
        page.source_revision = translated_from(source)
    page.organization_links = [
        NewsPageOrganization(organization_id=known.organizations[code]) for code in row["organizations"]
    ]
    page.unit_links = [NewsPageUnit(unit_id=known.units[code]) for code in row["units"]]
    index.add_child(instance=page)
    page.save_revision().publish()
    return page


def _pictures(row: dict[str, Any]) -> dict[str, Any]:
    """Return the pictures of an article by their motif, one for both languages."""
    told = [block["value"] for block in row["vi"]["body"] if block["type"] == "image"]
    if not told:  # only a cover, which decorates
        told = [{"motif": row["cover"], "alt": "", "credit": _CREDIT}]
    return {value["motif"]: _image(row, value) for value in told}


def _image(row: dict[str, Any], value: dict[str, Any]) -> Any:
    motif = value["motif"]
    return get_image_model().objects.create(
        title=value["alt"] or row["vi"]["title"],
        description=value["alt"],
        credit=value["credit"],
        is_sample=row["is_sample"],
        file=ContentFile(cover(motif, row["key"] + motif), name=f"tin-{row['key']}-{motif}.png"),
    )


def _blocks(
    blocks: list[dict[str, Any]], opening: Any, known: Known, pictures: Mapping[str, Any]
) -> Iterator[tuple[str, Any]]:
    """Yield the blocks as Wagtail stores them; the picture that became the cover is left out."""
    for block in blocks:
        kind, value = block["type"], block["value"]
        if value is opening:
            continue
        if kind == "organization":
            yield kind, Organization(pk=known.organizations[value])
        elif kind == "unit":
            yield kind, AdminUnit(pk=known.units[value])
        elif kind == "image":
            yield kind, _picture(value, pictures)
        elif kind == "table":
            yield kind, _table(value)
        elif kind == "call_to_action":
            yield kind, {"text": value["text"], "label": value["label"], "page": None, "address": value["url"]}
        else:
            yield kind, value


def _picture(value: dict[str, Any], pictures: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "image": pictures[value["motif"]], "alt_text": value["alt"], "decorative": False, "caption": value["caption"],
        "credit": "",
    }  # fmt: skip


def _table(value: dict[str, Any]) -> dict[str, Any]:
    columns = [{"type": "text", "heading": heading} for heading in value["columns"]]
    return {"caption": value["caption"], "table": {"columns": columns, "rows": [{"values": r} for r in value["rows"]]}}


def purge_articles() -> int:
    """Delete the sample articles; the true stories stay. Returns how many pages."""
    keys = list(NewsPage.objects.filter(is_sample=True).values_list("pk", flat=True))
    for page in NewsPage.objects.filter(pk__in=keys):
        page.delete()
    return len(keys)
