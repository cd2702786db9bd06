"""RSS and Atom of the news, one for each language and topic."""

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext as _

from portal.pages.addresses import page_address
from portal.pages.models import NewsPage, NewsTopic
from portal.pages.news.addresses import news_url

FORMATS: dict[str, type[SyndicationFeed]] = {"rss": Rss201rev2Feed, "atom": Atom1Feed}
CONTENT_TYPES = {"rss": "application/rss+xml; charset=utf-8", "atom": "application/atom+xml; charset=utf-8"}
_MOST = 30


def news_feed(*, kind: str, language: str, topic: NewsTopic | None, own_url: str) -> SyndicationFeed:
    """Return the feed of the latest articles of a language, of one topic or all."""
    site = str(settings.SITE_NAME)
    name = f"{site}: {topic.name}" if topic else _("%(site)s: news") % {"site": site}
    feed = FORMATS[kind](
        title=name,
        link=settings.BASE_URL + news_url(),
        description=_("News of startups, science and technology in Quảng Ninh."),
        language=language,
        feed_url=settings.BASE_URL + own_url,
    )
    articles = NewsPage.objects.readable().filter(locale__language_code=language).select_related("topic")
    if topic:
        articles = articles.filter(topic=topic)
    for article in articles.order_by("-first_published_at")[:_MOST]:
        url = settings.BASE_URL + page_address(article, language)
        feed.add_item(
            title=article.title,
            link=url,
            unique_id=url,
            unique_id_is_permalink=True,
            description=article.lead,
            pubdate=article.first_published_at,
            updateddate=article.last_published_at,
            categories=[article.topic.name],
        )
    return feed
