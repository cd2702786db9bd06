from django.urls import path

from portal.pages.models.news import NEWS_SLUG
from portal.pages.news.views import feed

urlpatterns = [
    path(f"{NEWS_SLUG}/rss.xml", feed, {"kind": "rss"}, name="news_rss"),
    path(f"{NEWS_SLUG}/atom.xml", feed, {"kind": "atom"}, name="news_atom"),
    path(f"{NEWS_SLUG}/<slug:topic>/rss.xml", feed, {"kind": "rss"}, name="news_topic_rss"),
    path(f"{NEWS_SLUG}/<slug:topic>/atom.xml", feed, {"kind": "atom"}, name="news_topic_atom"),
]
