"""Pages as documents of the search, each for the readers of its language."""

from collections.abc import Iterator, Sequence

from django.utils.html import strip_tags
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.query import PageQuerySet

from portal.core.vietnamese import sort_key
from portal.pages.addresses import page_address
from portal.pages.models import PAGE_TYPES, NewsPage
from portal.pages.models.base import open_to_all
from portal.search.registry import Card, Document, DocumentKind

# Articles are a kind of their own (portal/pages/news/documents.py).
_TYPES = tuple(page_type for page_type in PAGE_TYPES if page_type is not NewsPage)


def visible_pages(audience: str) -> PageQuerySet:
    """Return the live pages of our types that need no password or login."""
    return open_to_all(Page.objects.type(*_TYPES))


def documents(ids: Sequence[int]) -> Iterator[Document]:
    """Yield the documents of those pages that are public."""
    for page in visible_pages("public").filter(pk__in=ids).select_related("locale").specific():
        yield Document(
            object_id=page.pk,
            language=page.locale.language_code,
            titles={page.locale.language_code: page.title},
            bodies={page.locale.language_code: f"{page.search_description}\n{words(page)}".strip()},
            sort_key=sort_key(page.title),
            created_at=page.first_published_at,
            updated_at=page.last_published_at,
        )


def words(page: Page) -> str:
    """Return what a reader of the page reads, without its title: every text field and every block that shows words."""
    parts = []
    with override(page.locale.language_code):  # a choice is searched by its label, which is translated
        for field in page._meta.get_fields():
            value = getattr(page, field.name, None) if isinstance(field, RichTextField | StreamField) else None
            if isinstance(field, RichTextField):
                parts.append(strip_tags(str(value).replace("<", " <")))
            elif value:
                parts += [part for block in value for part in block.block.get_searchable_content(block.value)]
    return " ".join(str(part) for part in parts if part)


def cards(ids: Sequence[int], language: str) -> dict[int, Card]:
    """Return those of the pages that are public as results of the site search."""
    return {
        page.pk: Card(
            title=page.title,
            url=page_address(page, page.locale.language_code),
            summary=page.search_description,
            day=localtime(page.last_published_at).date() if page.last_published_at else None,
        )
        for page in visible_pages("public").filter(pk__in=ids).select_related("locale")
    }


PAGES = DocumentKind(
    name="page",
    model=Page,
    documents=documents,
    visible=visible_pages,
    label=_("Page"),
    plural=_("Pages"),
    order=30,
    cards=cards,
)
