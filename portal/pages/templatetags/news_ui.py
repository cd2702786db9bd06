"""What templates of the news need: addresses of articles without a statement each, a color for those without a picture."""

from django import template
from django.utils.translation import get_language

from portal.pages.addresses import page_address
from portal.pages.models import NewsPage

register = template.Library()

_HUES = 5


@register.simple_tag
def news_url_of(article: NewsPage) -> str:
    """Return the address of an article that stands in a list of the active language."""
    return page_address(article, (get_language() or "vi")[:2])


@register.filter
def hue_of(topic_id: int) -> int:
    """Return 1 to 5, always the same for a topic."""
    return topic_id % _HUES + 1
