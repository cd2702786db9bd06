"""The list of news, an article, the feeds."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language

from portal.core.page_cache import generation_of, public_page
from portal.core.permissions import ANYONE, open_to
from portal.pages.models import NewsTopic
from portal.pages.news import article as articles
from portal.pages.news.addresses import news_url
from portal.pages.news.feeds import CONTENT_TYPES, news_feed
from portal.pages.news.filters import PARAMETER_LABELS, PARAMS, parse
from portal.pages.news.listing import list_news
from portal.pages.news.topics import topic_names


@public_page(params=PARAMS)
def news(request: HttpRequest, page: Any) -> HttpResponse:
    """List articles for the page that carries the news, newest first."""
    base, topics = news_url(), topic_names(generation_of(request))
    listing = list_news(parse(request.GET, topics), base, topics)
    selection = listing.selection
    request.known_parameters = urlsplit(selection.address("", page=selection.page)).query  # type: ignore[attr-defined]
    context = {
        "page": page,
        "base": base,
        "listing": listing,
        "topic": selection.filters.get("topic", ""),
        "topic_name": topics.get(selection.filters.get("topic", ""), ""),
        "all_topics_url": selection.with_value("topic", "").address(base),
        "ignored": [(PARAMETER_LABELS[name], value) for name, value in selection.ignored],
    }
    return render(request, "pages/news/index.html", context)


@public_page()
def article(request: HttpRequest, page: Any) -> HttpResponse:
    """Show one article."""
    around = articles.surroundings(page)
    context = {
        "page": page,
        "around": around,
        "topic": around.topic(page),
        "cover": around.cover(page),
        "parts": articles.parts(page, around),
        "share_links": articles.share_links(page),
        "json_ld": articles.json_ld(page, around.cover(page)),
        "absolute_url": articles.absolute_url(page),
        "base_url": settings.BASE_URL,
        "news_url": news_url(),
    }
    return render(request, "pages/news/article.html", context)


@open_to(ANYONE)
@public_page()
def feed(request: HttpRequest, kind: str, topic: str = "") -> HttpResponse:
    """Answer with the latest articles as RSS or Atom."""
    language = (get_language() or "vi")[:2]
    found = get_object_or_404(NewsTopic, slug=topic) if topic else None
    made = news_feed(kind=kind, language=language, topic=found, own_url=request.path)
    return HttpResponse(made.writeString("utf-8"), content_type=CONTENT_TYPES[kind])
