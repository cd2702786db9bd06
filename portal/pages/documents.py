"""Pages as documents of the search, each for the readers of its language."""

from collections.abc import Iterator, Sequence

from django.utils.html import strip_tags
from django.utils.translation import override
from wagtail.models import Page
from wagtail.query import PageQuerySet

from portal.core.vietnamese import sort_key
from portal.pages.models import DirectoryPage, HomePage, StandardPage
from portal.search.registry import Document, DocumentKind

_TYPES = (DirectoryPage, HomePage, StandardPage)


def visible_pages(audience: str) -> PageQuerySet:
    """Return the live pages of our types that need no password or login."""
    return Page.objects.live().public().type(*_TYPES)


def documents(ids: Sequence[int]) -> Iterator[Document]:
    """Yield the documents of those pages that are public."""
    for page in visible_pages("public").filter(pk__in=ids).select_related("locale").specific():
        yield Document(
            object_id=page.pk,
            language=page.locale.language_code,
            titles={page.locale.language_code: page.title},
            bodies={page.locale.language_code: f"{page.search_description}\n{_text(page)}".strip()},
            sort_key=sort_key(page.title),
            created_at=page.first_published_at,
            updated_at=page.last_published_at,
        )


def _text(page: Page) -> str:
    if isinstance(page, HomePage):
        with override(page.locale.language_code):  # a choice is searched by its label, which is translated
            parts = [part for block in page.sections for part in block.block.get_searchable_content(block.value)]
            return " ".join(str(part) for part in parts)
    html = page.introduction if isinstance(page, DirectoryPage) else page.body
    return strip_tags(html.replace("<", " <"))


PAGES = DocumentKind(name="page", model=Page, documents=documents, visible=visible_pages)
