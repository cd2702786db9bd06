"""The way to a page: what its breadcrumb shows and search engines read."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Page

from portal.pages.addresses import page_address


def trail(page: Page) -> list[dict[str, str]]:
    """Return the steps to a page, the page itself last and without address; asks only for pages between home and it."""
    code = page.locale.language_code
    above = page.get_ancestors().filter(depth__gt=2, live=True) if page.path and page.depth > 3 else ()
    steps = [{"label": _("Home"), "url": _home(code)}]
    steps += [{"label": one.title, "url": page_address(one, code)} for one in above]
    return [*steps, {"label": page.title, "url": ""}]


def breadcrumb_list(steps: list[dict[str, str]], here: str) -> dict[str, Any]:
    """Return schema.org's BreadcrumbList of a trail; `here` is the absolute address of the last step."""
    items = [
        {
            "@type": "ListItem",
            "position": place,
            "name": step["label"],
            "item": settings.BASE_URL + step["url"] if step["url"] else here,
        }
        for place, step in enumerate(steps, start=1)
    ]
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}


def absolute_address(page: Page) -> str:
    """Return the address of a page for other sites."""
    return settings.BASE_URL + page_address(page, page.locale.language_code) if page.url_path else settings.BASE_URL


def _home(code: str) -> str:
    return "/" if code == settings.LANGUAGE_CODE else f"/{code}/"
