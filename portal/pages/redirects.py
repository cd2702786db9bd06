"""Old addresses: a page that was moved is found where it is now, and no redirect leads in a circle."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import Error as DatabaseFailure
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.utils.translation import get_language_from_path
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.forms import RedirectForm as WagtailRedirectForm
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from portal.pages.addresses import page_address

_MOST_STEPS = 10


class RedirectMiddleware:
    """Answer a reader's 404 with a redirect where there is one that leads somewhere.

    Wagtail's own follows a redirect to a page that is closed, and one to itself, over and over.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in {"GET", "HEAD"}:
            return response
        try:
            redirect = self._asked(request)
            address = redirect and destination(redirect, request.get_host())
        except DatabaseFailure:
            return response  # the error page needs no database, and neither does this
        if not redirect or not address:
            return response
        return HttpResponsePermanentRedirect(address) if redirect.is_permanent else HttpResponseRedirect(address)

    def _asked(self, request: HttpRequest) -> Redirect | None:
        for asked in dict.fromkeys((request.get_full_path(), request.path)):
            if found := get_redirect(request, Redirect.normalise_path(asked, decode_unicode=False)):
                return found
        return None


def destination(redirect: Redirect, host: str = "") -> str | None:
    """Return the address to which a redirect leads, None when nobody would get anywhere.

    That is a page that is not live, or a circle of redirects; `host` is that of the request, ours as well as BASE_URL's.
    """
    ours = {host, urlsplit(settings.BASE_URL).netloc, ""}
    seen, at = {_plain(redirect.old_path)}, redirect
    for _step in range(_MOST_STEPS):
        address = _target(at)
        inside = address is not None and urlsplit(address).netloc in ours
        if address is None or (inside and _plain(address) in seen):
            return None
        following = None
        if inside and not at.redirect_page_id and not live_page_at(address):
            following = Redirect.objects.filter(old_path=_plain(address)).exclude(pk=redirect.pk).first()
        if following is None:
            return _target(redirect)
        seen.add(_plain(address))
        at = following
    return None


def live_page_at(address: str) -> Page | None:
    """Return the live page that readers see at a path of the site, or None."""
    path = urlsplit(address).path.rstrip("/")
    language = get_language_from_path(f"{path}/") or settings.LANGUAGE_CODE
    pages = Page.objects.live().filter(Q(slug=path.rsplit("/", 1)[-1]) | Q(depth=2), locale__language_code=language)
    return next((page for page in pages if page_address(page, language).rstrip("/") == path), None)


def _target(redirect: Redirect) -> str | None:
    if page := redirect.redirect_page:
        return page_address(page, page.locale.language_code) if page.live else None
    return redirect.redirect_link or None


def _plain(address: str) -> str:
    return Redirect.normalise_path(urlsplit(address).path)


class RedirectForm(WagtailRedirectForm):
    """Refuse what could never lead anybody anywhere, with the reason."""

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        old, page, link = data.get("old_path"), data.get("redirect_page"), data.get("redirect_link")
        if bool(page) == bool(link) and "redirect_link" not in self.errors:
            self.add_error("redirect_page", ValidationError(_("Choose a page or give an address, one of the two.")))
        elif old and (there := live_page_at(Redirect.normalise_path(old))):
            text = _("At this address readers see the page “%(title)s”; the redirect would never be used.")
            self.add_error("old_path", ValidationError(text, params={"title": there.title}))
        elif page and not page.live:
            self.add_error("redirect_page", ValidationError(_("This page is not published.")))
        elif old and (page or link):
            asked = Redirect(pk=self.instance.pk, old_path=old, redirect_page=page, redirect_link=link or "")
            if destination(asked) is None:
                field = "redirect_page" if page else "redirect_link"
                self.add_error(field, ValidationError(_("These addresses would lead in a circle.")))
        return data
