"""Articles as an editor would have published them, below the index page of their language."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import count
from typing import Any

from django.utils import timezone
from wagtail.models import Locale

from portal.pages.models import HomePage, NewsIndexPage, NewsPage, NewsPageOrganization, NewsPageUnit, NewsTopic
from startups.models import AdminUnit, Organization

_numbers = count(1)
TEXT = [("text", "<p>Một đoạn văn ngắn.</p>")]


def news_index(code: str = "vi") -> NewsIndexPage:
    """Return the page that carries the news of a language, made when it is not there."""
    locale = Locale.objects.get(language_code=code)
    if page := NewsIndexPage.objects.filter(locale=locale).first():
        return page
    home = HomePage.objects.get(locale=locale)
    other = NewsIndexPage.objects.first()
    key = {"translation_key": other.translation_key} if other else {}
    page = NewsIndexPage(title={"vi": "Tin tức", "en": "News"}[code], locale=locale, **key)
    home.add_child(instance=page)
    page.save_revision().publish()
    return page


def article(
    title: str = "",
    *,
    code: str = "vi",
    topic: str = "cong-nghe",
    units: Iterable[str] = (),
    organizations: Iterable[Organization] = (),
    body: Sequence[tuple[str, Any]] = (),
    days_ago: int = 1,
    publish: bool = True,
    **fields: Any,
) -> NewsPage:
    """Return an article, published some days ago unless it shall stay a draft."""
    page = NewsPage(
        title=title or f"Bài viết số {next(_numbers)}",
        lead=fields.pop("lead", "Lời dẫn của bài viết."),
        topic=NewsTopic.objects.get(slug=topic),
        body=list(body or TEXT),
        locale=Locale.objects.get(language_code=code),
        live=False,
        first_published_at=timezone.now() - timedelta(days=days_ago) if publish else None,
        **fields,
    )
    page.unit_links = [NewsPageUnit(unit=unit) for unit in AdminUnit.objects.filter(code__in=units)]
    page.organization_links = [NewsPageOrganization(organization=one) for one in organizations]
    news_index(code).add_child(instance=page)
    revision = page.save_revision()
    if publish:
        revision.publish()
    return NewsPage.objects.get(pk=page.pk)
