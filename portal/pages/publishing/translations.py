"""Whether the English of a page still says what the Vietnamese says.

A translation stores the revision of the Vietnamese page that it was made from. It is outdated as soon as readers see
another revision of the Vietnamese page; an editor who has looked at it says so, and it is up to date again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from portal.pages.models import PAGE_TYPES

SOURCE = settings.LANGUAGE_CODE


class TranslationState(models.TextChoices):
    """What an editor needs to know of a translation."""

    MISSING = "missing", _("English missing")
    DRAFT = "draft", _("English not published")
    OUTDATED = "outdated", _("English outdated")
    CURRENT = "current", _("English up to date")


@dataclass(frozen=True)
class Translation:
    """A Vietnamese page with the state of its English; `page_id` is the key of the English page, None when missing."""

    source: Page
    state: TranslationState
    page_id: int | None


def translated_from(page: Page) -> Revision | None:
    """Return the revision that a translation made now is made from: what readers see, or the latest draft."""
    return page.live_revision if page.live and page.live_revision_id else page.get_latest_revision()


def translations(pages: Iterable[Page]) -> list[Translation]:
    """Return the Vietnamese pages among these with the state of their English, in one statement a page type."""
    sources = [page for page in pages if page.locale.language_code == SOURCE]
    english = _english({page.translation_key for page in sources})
    return [_translation(page, english.get(page.translation_key)) for page in sources]


def _english(keys: set[UUID]) -> dict[UUID, dict[str, Any]]:
    """Read the few columns that decide, never the texts."""
    found = {}
    for page_type in PAGE_TYPES:
        rows = page_type.objects.exclude(locale__language_code=SOURCE).filter(translation_key__in=keys)
        for row in rows.values("pk", "translation_key", "live", "alias_of_id", "source_revision_id"):
            found[row["translation_key"]] = row
    return found


def _translation(source: Page, english: dict[str, Any] | None) -> Translation:
    if english is None or english["alias_of_id"]:
        return Translation(source, TranslationState.MISSING, None)
    if not english["live"]:
        return Translation(source, TranslationState.DRAFT, english["pk"])
    # A page that has never had a revision was written in both languages by a migration.
    same = source.live_revision_id in {None, english["source_revision_id"]}
    return Translation(source, TranslationState.CURRENT if same else TranslationState.OUTDATED, english["pk"])


def source_of(page: Page) -> Page | None:
    """Return the Vietnamese page that a page in another language translates, or None."""
    if page.locale_id is None or page.locale.language_code == SOURCE:
        return None
    same = Page.objects.filter(translation_key=page.translation_key, locale__language_code=SOURCE)
    return same.select_related("live_revision").first()


def remember_source(source_obj: Page, target_obj: Page) -> None:
    """Store the revision that a new translation was copied from, in the page and in its first draft."""
    page = target_obj.specific
    page.source_revision = translated_from(source_obj)
    page.save(update_fields=["source_revision"])
    page.save_revision(changed=False)
