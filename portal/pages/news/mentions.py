"""The latest articles about one organization, for its profile."""

from django.utils.translation import get_language

from portal.pages.models import NewsPage
from startups.directory.profile_sections import ProfileSection
from startups.models import Organization

_MOST = 3


def latest_about(organization: Organization) -> list[NewsPage]:
    """Return the latest articles in the reader's language that name this organization, in two statements."""
    rows = NewsPage.objects.readable().filter(
        organization_links__organization=organization, locale__language_code=(get_language() or "vi")[:2]
    )
    return list(rows.with_card().order_by("-first_published_at", "-pk")[:_MOST])


MENTIONS = ProfileSection(template="pages/news/_mentions.html", facts=latest_about)
