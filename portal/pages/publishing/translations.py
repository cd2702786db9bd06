"""Whether the English of a page still says what the Vietnamese says.

A translation stores the revision of the Vietnamese page that it was made from. It is outdated as soon as readers see
another revision of the Vietnamese page; an editor who has looked at it says so, and it is up to date again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

SOURCE = settings.LANGUAGE_CODE


class TranslationState(models.TextChoices):
    """What an editor needs to know of a translation."""

    MISSING = "missing", _("English missing")
    DRAFT = "draft", _("English not published")
    OUTDATED = "outdated", _("English outdated")
    CURRENT = "current", _("English up to date")


@dataclass(frozen=True)
class Translation:
    """A Vietnamese page with the state of its English; `page` is the English page, None when it is missing."""

    source: Page
    state: TranslationState
    page: Page | None


def translated_from(page: Page) -> Revision | None:
    """Return the revision that a translation made now is made from: what readers see, or the latest draft."""
    return page.live_revision if page.live and page.live_revision_id else page.get_latest_revision()


def translations(pages: Iterable[Page]) -> list[Translation]:
    """Return the Vietnamese pages among these with the state of their English, in three statements for all."""
    sources = [page for page in pages if page.locale.language_code == SOURCE]
    others = (
        Page.objects.filter(translation_key__in=[page.translation_key for page in sources])
        .exclude(locale__language_code=SOURCE)
        .select_related("locale")
        .specific()
    )
    by_key: Mapping[Any, Page] = {page.translation_key: page for page in others}
    return [_translation(page, by_key.get(page.translation_key)) for page in sources]


def _translation(source: Page, other: Page | None) -> Translation:
    if other is None or other.alias_of_id:
        return Translation(source, TranslationState.MISSING, None)
    if not other.live:
        return Translation(source, TranslationState.DRAFT, other)
    state = TranslationState.CURRENT if _says_the_same(source, other) else TranslationState.OUTDATED
    return Translation(source, state, other)


def _says_the_same(source: Page, other: Page) -> bool:
    # A page that has never had a revision was written in both languages by a migration.
    return source.live_revision_id is None or other.source_revision_id == source.live_revision_id


def source_of(page: Page) -> Page | None:
    """Return the Vietnamese page that a page in another language translates, or None."""
    if page.locale.language_code == SOURCE:
        return None
    same = Page.objects.filter(translation_key=page.translation_key, locale__language_code=SOURCE)
    return same.select_related("live_revision").first()


def remember_source(source_obj: Page, target_obj: Page) -> None:
    """Store the revision that a new translation was copied from, in the page and in its first draft."""
    page = target_obj.specific
    page.source_revision = translated_from(source_obj)
    page.save(update_fields=["source_revision"])
    page.save_revision(changed=False)
