"""What the frame of every page shows: name, menu, footer, links to the other language."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, override

from portal.core.page_cache import generation_of
from portal.pages.addresses import page_address
from portal.pages.frame.reading import Frame, Link, frame, is_below
from startups.directory.addresses import directory_url

_NAMES = {"vi": "Tiếng Việt", "en": "English"}


def site(request: HttpRequest) -> dict[str, Any]:
    """Give the frame; whatever needs the database is asked when it is drawn."""
    asked = SimpleLazyObject(lambda: _frame(request))
    return {
        "site_name": settings.SITE_NAME,
        "home_url": SimpleLazyObject(_home_url),
        "directory_url": SimpleLazyObject(directory_url),
        "frame": asked,
        "nav": SimpleLazyObject(lambda: _menu(request, asked.menu)),
        "language_links": SimpleLazyObject(lambda: language_links(request)),
    }


def _home_url() -> str:
    return reverse("wagtail_serve", args=[""])


def _menu(request: HttpRequest, links: Sequence[Link]) -> list[dict[str, Any]]:
    """Say of each entry whether it is this page, or has it below itself."""
    here = is_below(request.path, links)
    return [
        {
            "label": link.label,
            "url": link.url,
            "current": "" if link is not here else "page" if link.url == request.path else "true",
        }
        for link in links
    ]


def _frame(request: HttpRequest) -> Frame:
    return frame((get_language() or "vi")[:2], generation_of(request))


def language_links(request: HttpRequest) -> list[dict[str, Any]]:
    """Return a link to this page in each language, or to its home page where there is no live translation.

    The addresses hold no parameters of the request but those that the page knows, because answers are kept for everybody.
    """
    active = get_language() or "vi"
    links = []
    for code, name in _NAMES.items():
        url, exists = _in_language(request, code)
        if exists:
            url += _known_parameters(request)
        links.append(
            {
                "code": code,
                "label": name,
                "url": url,
                "absolute": settings.BASE_URL + url.split("?", maxsplit=1)[0],
                "current": code == active,
                "exists": exists,
            }
        )
    return links


def _in_language(request: HttpRequest, code: str) -> tuple[str, bool]:
    page = getattr(request, "site_page", None)
    with override(code):
        home = reverse("wagtail_serve", args=[""])
    if page is None:
        url = translate_url(request.path, code)
        # Addresses outside the language patterns, such as the mailbox, are the same in both.
        return (url, True) if url != request.path or code == get_language() else (home, False)
    for translation in _live_translations(page):
        if translation.locale.language_code == code:
            return page_address(translation, code), True
    return home, False


def _live_translations(page: Any) -> list[Any]:
    from wagtail.models import Page  # noqa: PLC0415 -- settings name this module before models load

    if not hasattr(page, "_live_translations"):
        same = Page.objects.filter(translation_key=page.translation_key).select_related("locale")
        page._live_translations = list(same.filter(Q(live=True) | Q(pk=page.pk)))
    return page._live_translations


def _known_parameters(request: HttpRequest) -> str:
    known = getattr(request, "known_parameters", "")
    return f"?{known}" if known else ""
