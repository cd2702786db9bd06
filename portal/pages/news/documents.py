"""Articles as documents of the search: found by their words and by what they are about, listed by topic, unit and month."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from portal.core.vietnamese import sort_key
from portal.pages.addresses import page_address
from portal.pages.documents import words
from portal.pages.models import NewsPage
from portal.pages.models.news import NewsPageQuerySet
from portal.search.registry import Card, Document, DocumentKind
from startups.directory.vocabulary import values_of

FACETS = ("topic", "unit", "month")


def visible_news(audience: str) -> NewsPageQuerySet:
    """Return the live articles that need no password or login."""
    return NewsPage.objects.readable()


def documents(ids: Sequence[int]) -> Iterator[Document]:
    """Yield the documents of those articles that are public."""
    rows = visible_news("public").filter(pk__in=ids).select_related("locale", "topic")
    for article in rows.prefetch_related("organization_links__organization", "unit_links__unit"):
        code = article.locale.language_code
        organizations = [link.organization for link in article.organization_links.all()]
        units = [link.unit for link in article.unit_links.all()]
        yield Document(
            object_id=article.pk,
            language=code,
            titles={code: article.title},
            bodies={code: f"{article.lead}\n{words(article)}".strip()},
            keywords=[name for unit in units for name in (unit.name_vi, unit.name_en, *unit.former_units)]
            + [name for one in organizations for name in (one.name_vi, one.name_en, one.brand_name) if name],
            facets={
                "topic": [article.topic.slug],
                "unit": [unit.code for unit in units],
                "month": [f"{localtime(article.first_published_at):%Y-%m}"],
                "organization": [str(one.pk) for one in organizations],
            },
            sort_key=sort_key(article.title),
            created_at=article.first_published_at,
            updated_at=article.last_published_at,
        )


def cards(ids: Sequence[int], language: str) -> Mapping[int, Card]:
    """Return how articles show themselves among other results, in two statements."""
    rows = visible_news("public").filter(pk__in=ids).select_related("topic", "locale")
    return {
        article.pk: Card(
            title=article.title,
            url=page_address(article, article.locale.language_code),
            summary=article.lead,
            details=(article.topic.name,),
            day=localtime(article.first_published_at).date(),
            is_sample=article.is_sample,
        )
        for article in rows
    }


NEWS = DocumentKind(
    name="news",
    model=NewsPage,
    documents=documents,
    visible=visible_news,
    facets=(*FACETS, "organization"),
    similar_by={"organization": 3.0, "topic": 1.0, "unit": 2.0},
    label=_("News article"),
    plural=_("News"),
    order=20,
    cards=cards,
)

__all__ = ["FACETS", "NEWS", "values_of"]
