"""The fixed address of the news: articles and feeds lie below it."""

from django.urls import reverse

from portal.pages.models.news import NEWS_SLUG


def news_url() -> str:
    """Return the address of the news list in the active language; Wagtail serves it."""
    return reverse("wagtail_serve", args=[f"{NEWS_SLUG}/"])
