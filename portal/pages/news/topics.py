"""Names of topics and units for the pages of the news."""

from collections.abc import Mapping

from django.core.cache import caches
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.pages.models import NewsTopic
from startups.directory.vocabulary import values_of

_SECONDS = 60


def topic_names(generation: str) -> Mapping[str, str]:
    """Return the topics in their order, address to name in the active language; kept until the next public change."""
    key = f"news-topics:{generation}:{get_language()}"
    names = caches["pages"].get(key)
    if names is None:
        names = {topic.slug: topic.name for topic in NewsTopic.objects.all()}
        caches["pages"].set(key, names, _SECONDS)
    return names


def unit_names() -> Mapping[str, str]:
    """Return the units by code, in Vietnamese order."""
    return values_of("unit")


def month_name(value: str) -> str:
    """Return `2026-11` as people say it."""
    year, month = value.split("-")
    return _("%(month)s/%(year)s") % {"month": int(month), "year": year}
