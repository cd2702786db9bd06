"""What the frame of every page shows: name, menu, footer, links to the other language."""

from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from startups.directory.addresses import directory_url
from startups.models import Organization

_SECONDS = 60
_NAMES = {"vi": "Tiếng Việt", "en": "English"}


def site(request: HttpRequest) -> dict[str, Any]:
    """Give the frame; whatever needs the database is asked when it is drawn."""
    return {
        "site_name": settings.SITE_NAME,
        "home_url": SimpleLazyObject(_home_url),
        "directory_url": SimpleLazyObject(directory_url),
        "nav": SimpleLazyObject(lambda: _nav(request)),
        "footer_links": SimpleLazyObject(_footer_links),
        "language_links": SimpleLazyObject(lambda: language_links(request)),
        "has_samples": SimpleLazyObject(_has_samples),
    }


def _home_url() -> str:
    return reverse("wagtail_serve", args=[""])


def _nav(request: HttpRequest) -> list[dict[str, Any]]:
    url = directory_url()
    return [{"label": _("Directory"), "url": url, "current": request.path == url}]


def _footer_links() -> list[dict[str, str]]:
    from portal.pages.models import StandardPage  # noqa: PLC0415 -- settings name this module before models load

    language = get_language() or "vi"
    key = f"footer:{language}"
    links = caches["pages"].get(key)
    if links is None:
        pages = StandardPage.objects.live().in_menu().filter(locale__language_code=language).order_by("path")
        links = [{"label": page.title, "url": reverse("wagtail_serve", args=[f"{page.slug}/"])} for page in pages]
        caches["pages"].set(key, links, _SECONDS)
    return links


def _has_samples() -> bool:
    found = caches["pages"].get("has-samples")
    if found is None:
        found = Organization.objects.filter(is_sample=True).exists()
        caches["pages"].set("has-samples", found, _SECONDS)
    return found


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


def page_address(page: Any, code: str) -> str:
    """Return the path at which Wagtail serves a page of this language, without a query."""
    # Each language's home page lies below the root, so its own part of the path goes; asking Wagtail costs a query.
    with override(code):
        return reverse("wagtail_serve", args=[page.url_path.split("/", 2)[2]])


def _live_translations(page: Any) -> list[Any]:
    from wagtail.models import Page  # noqa: PLC0415 -- settings name this module before models load

    if not hasattr(page, "_live_translations"):
        same = Page.objects.filter(translation_key=page.translation_key).select_related("locale")
        page._live_translations = list(same.filter(Q(live=True) | Q(pk=page.pk)))
    return page._live_translations


def _known_parameters(request: HttpRequest) -> str:
    known = getattr(request, "known_parameters", "")
    return f"?{known}" if known else ""
