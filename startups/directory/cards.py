"""What a card shows of an organization, read for a whole list in one statement, two when there are logos.

The statement is made once for each length of a list: making it took the object mapper longer than the database needs to
answer. Only its numbers change.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import TextChoices
from django.utils.translation import get_language
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import Filter, SourceImageIOError

from portal.core.models import PortalImage
from startups.directory.addresses import profile_address
from startups.enums import CertificateKind, OrganizationKind, Stage
from startups.models import Organization, OrganizationQuerySet, badges_of

LOGO = Filter("fill-104x104|format-webp")
_MOST_SECTORS = 3
_COLUMNS = (
    "pk", "slug", "name_vi", "name_en", "tagline_vi", "tagline_en", "kind", "stage", "unit__name_vi", "unit__name_en",
    "logo_id", "is_sample", "is_certified", "is_recognized", "is_raising",
)  # fmt: skip
_SECTOR = ("sectors__name_vi", "sectors__name_en")


@dataclass(frozen=True)
class OrganizationCard:
    """An organization in a list, in the reader's language; `tagline_language` is set when that is another one.

    `badges` are (code, label); `stage` and `unit` may be empty, `logo_url` too.
    """

    name: str
    url: str
    kind: str
    tagline: str = ""
    tagline_language: str = ""
    sectors: Sequence[str] = ()
    unit: str = ""
    stage: str = ""
    badges: Sequence[tuple[str, str]] = ()
    logo_url: str = ""
    is_raising: bool = False
    is_sample: bool = False


def cards_by_id(ids: Sequence[int]) -> dict[int, OrganizationCard]:
    """Return a card for each of the organizations that the public may see."""
    language = (get_language() or "vi")[:2]
    facts: dict[int, dict[str, Any]] = {}
    sectors: dict[int, list[str]] = {}
    for *row, sector_vi, sector_en in _rows(ids):
        facts.setdefault(row[0], dict(zip(_COLUMNS, row, strict=True)))
        if sector_vi:
            sectors.setdefault(row[0], []).append(_said(sector_vi, sector_en, language))
    logos = _logo_urls({fact["logo_id"] for fact in facts.values() if fact["logo_id"]})
    address = profile_address()
    return {
        pk: _card(fact, language, address(fact["slug"]), sectors.get(pk, ()), logos.get(fact["logo_id"], ""))
        for pk, fact in facts.items()
    }


def cards_of(organizations: OrganizationQuerySet) -> list[OrganizationCard]:
    """Return the cards of those of the organizations that the public may see, in their order."""
    ids = list(organizations.values_list("pk", flat=True))
    cards = cards_by_id(ids)
    return [cards[pk] for pk in ids if pk in cards]


def _card(fact: Mapping[str, Any], language: str, url: str, sectors: Sequence[str], logo_url: str) -> OrganizationCard:
    certified = {CertificateKind.ST_ENTERPRISE: "is_certified", CertificateKind.INNOVATIVE_STARTUP: "is_recognized"}
    badges = badges_of(kind=fact["kind"], certified=[kind for kind, column in certified.items() if fact[column]])
    return OrganizationCard(
        name=_said(fact["name_vi"], fact["name_en"], language),
        url=url,
        kind=_label(OrganizationKind, fact["kind"], language),
        tagline=_said(fact["tagline_vi"], fact["tagline_en"], language),
        tagline_language="vi" if language == "en" and not fact["tagline_en"] else "",
        sectors=sectors[:_MOST_SECTORS],
        unit=_said(fact["unit__name_vi"] or "", fact["unit__name_en"], language),
        stage=_label(Stage, fact["stage"], language) if fact["stage"] else "",
        badges=[(badge.value, _label(type(badge), badge.value, language)) for badge in badges],
        logo_url=logo_url,
        is_raising=bool(fact["is_raising"]),
        is_sample=bool(fact["is_sample"]),
    )


def _said(vietnamese: str, english: str | None, language: str) -> str:
    return english if language == "en" and english else vietnamese


@lru_cache(maxsize=200)
def _label(choices: type[TextChoices], value: str, language: str) -> str:
    """Return a label in the active language, which is `language`: the key under which it is kept."""
    return str(choices(value).label)


@lru_cache(maxsize=200)
def _statement(number: int) -> tuple[str, tuple]:
    """Return SQL for so many ids, which stand in its parameters as the numbers from -1 down; a row for each sector."""
    rows = Organization.objects.public().with_standing().filter(pk__in=range(-number, 0))
    rows = rows.order_by("sectors__scheme_id", "sectors__position", "sectors__code")
    return rows.values_list(*_COLUMNS, *_SECTOR).query.sql_with_params()


def _rows(ids: Sequence[int]) -> list[tuple]:
    if not ids:
        return []
    sql, parameters = _statement(len(ids))
    given = [ids[value] if isinstance(value, int) and value < 0 else value for value in parameters]
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return cursor.fetchall()


def _logo_urls(ids: set[int]) -> dict[int, str]:
    """Return the address of each logo in the size of a card; one that has never been shown is made now."""
    if not ids:
        return {}
    made = PortalImage.get_rendition_model().objects.filter(image_id__in=ids, filter_spec=LOGO.spec)
    urls = {
        rendition.image_id: rendition.url
        for rendition in made.select_related("image")
        if rendition.focal_point_key == LOGO.get_cache_key(rendition.image)
    }
    if missing := ids - urls.keys():
        for image in PortalImage.objects.filter(pk__in=missing):
            try:
                urls[image.pk] = image.get_rendition(LOGO).url
            except (SourceImageIOError, InvalidFilterSpecError):
                urls[image.pk] = ""  # the file is gone: its letters stand for it
    return urls
