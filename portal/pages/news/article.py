"""What an article shows besides its own text: whom it is about, what to read next, what machines read of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.core.pictures.drawing import picture_url
from portal.pages.addresses import page_address
from portal.pages.models import NewsPage, NewsTopic
from portal.pages.news.addresses import news_url
from portal.search.searching import similar
from startups.models import AdminUnit, Organization

_RELATED = 3
_LINKED = {"organization", "unit"}


@dataclass(frozen=True)
class Surroundings:
    """`article` is the page as it is stored, with its topic and the made sizes of its picture."""

    article: NewsPage | None
    related: tuple[NewsPage, ...]
    organizations: tuple[Organization, ...]
    units: tuple[AdminUnit, ...]

    def topic(self, page: NewsPage) -> NewsTopic:
        """Return the topic of what is shown: a draft may have another one than the stored article."""
        return self.article.topic if self.article and self.article.topic_id == page.topic_id else page.topic

    def cover(self, page: NewsPage) -> Any:
        """Return the picture of what is shown, or None."""
        return self.article.cover if self.article and self.article.cover_id == page.cover_id else page.cover


@dataclass(frozen=True)
class Part:
    """One block of the text; an organization or a unit is taken from the surroundings instead of asked for again."""

    block: Any = None
    organization: Organization | None = None
    unit: AdminUnit | None = None


def surroundings(page: NewsPage) -> Surroundings:
    """Read what stands around the text of an article, in five statements; what is not public is left out."""
    hits = similar("news", page.pk, language=(get_language() or "vi")[:2], limit=_RELATED) if page.pk else ()
    # The article itself may be a draft that is being previewed, or open to this reader alone.
    readable = NewsPage.objects.readable().filter(pk__in=[hit.object_id for hit in hits])
    rows = (
        NewsPage.objects.filter(Q(pk__in=readable.values("pk")) | Q(pk=page.pk))
        .with_card("cover", "card", "social")
        .in_bulk()
    )
    related = [rows[hit.object_id] for hit in hits if hit.object_id in rows]
    organizations = Organization.objects.public().filter(pk__in=_keys(page.organization_links.all(), "organization"))
    units = AdminUnit.objects.filter(pk__in=_keys(page.unit_links.all(), "unit"))
    return Surroundings(
        article=rows.get(page.pk),
        related=tuple(related),
        organizations=tuple(organizations.order_by("sort_key")),
        units=tuple(units.order_by("sort_key")),
    )


def _keys(links: Any, name: str) -> Any:
    """Return the keys of what is linked: a subquery for a stored article, a list for a draft that is only in memory."""
    return links.values(name) if isinstance(links, QuerySet) else [getattr(link, f"{name}_id") for link in links]


def parts(page: NewsPage, around: Surroundings) -> Iterator[Part]:
    """Yield the blocks of the text in their order, without those whose organization is not public."""
    organizations = {one.pk: one for one in around.organizations}
    units = {one.pk: one for one in around.units}
    for place, raw in enumerate(page.body.raw_data):
        if raw["type"] == "organization":
            if organization := organizations.get(raw["value"]):
                yield Part(organization=organization)
        elif raw["type"] == "unit":
            if unit := units.get(raw["value"]):
                yield Part(unit=unit)
        else:
            yield Part(block=page.body[place])


def share_links(page: NewsPage) -> list[dict[str, str]]:
    """Return plain links that open the form of another service; nothing is loaded from it before a reader clicks."""
    url, title = quote(absolute_url(page), safe=""), quote(page.title, safe="")
    return [
        {"label": "Facebook", "url": f"https://www.facebook.com/sharer/sharer.php?u={url}", "icon": "share-2"},
        {"label": "LinkedIn", "url": f"https://www.linkedin.com/sharing/share-offsite/?url={url}", "icon": "share-2"},
        {"label": _("E-mail"), "url": f"mailto:?subject={title}&body={url}", "icon": "mail"},
    ]


def absolute_url(page: NewsPage) -> str:
    """Return the address of an article for other sites."""
    return settings.BASE_URL + page_address(page, (get_language() or "vi")[:2])


def json_ld(page: NewsPage, cover: Any) -> dict[str, Any]:
    """Return schema.org's NewsArticle and the way to it; the publisher is the Department."""
    picture = picture_url(cover, "social") if cover else ""
    facts = {
        "@type": "NewsArticle",
        "headline": page.title[:110],
        "description": page.lead,
        "inLanguage": (get_language() or "vi")[:2],
        "datePublished": page.first_published_at and page.first_published_at.isoformat(),
        "dateModified": page.last_published_at and page.last_published_at.isoformat(),
        "mainEntityOfPage": absolute_url(page),
        "image": settings.BASE_URL + picture if picture else "",
        "publisher": {
            "@type": "GovernmentOrganization",
            "name": _("Department of Science and Technology of Quảng Ninh"),
            "url": settings.BASE_URL,
        },
    }
    way = [(_("News"), settings.BASE_URL + news_url()), (page.title, absolute_url(page))]
    steps = [
        {"@type": "ListItem", "position": place, "name": name, "item": url} for place, (name, url) in enumerate(way, 1)
    ]
    return {
        "@context": "https://schema.org",
        "@graph": [
            {name: value for name, value in facts.items() if value},
            {"@type": "BreadcrumbList", "itemListElement": steps},
        ],
    }
