"""Whole answers to strangers, kept for a minute and dropped at every public change.

Only GETs without a session are looked up, and only answers of views that say `@public_page` are kept: they carry no token,
no message and no cookie. The key holds a generation that `public_change()` replaces, so nothing needs to be purged. The
generation lives in the shared `default` cache and is read once a hit; the answers live in `pages`, one store a process
unless Redis is configured.
"""

import gzip
import hashlib
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import DisallowedHost
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

_GENERATION = "page-generation"
_MAX_QUERY = 500
_PRIVATE = "private, no-store"
# They answer while the database, and with it the generation, is away.
_NEVER_KEPT = ("/healthz", "/readyz")


def public_page(params: tuple[str, ...] = ()) -> Callable[[Callable], Callable]:
    """Say that a view's answer is the same for every stranger and depends on these GET parameters only."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def marked(*args: Any, **kwargs: Any) -> HttpResponse:
            response = view(*args, **kwargs)
            response.public_params = params  # type: ignore[attr-defined]
            return response

        return marked

    return decorate


def public_change() -> None:
    """Drop every cached page once the transaction in hand has been committed."""
    transaction.on_commit(lambda: caches["default"].set(_GENERATION, uuid.uuid4().hex, timeout=None), robust=True)


def current_generation() -> str:
    """Return the name of the present state of everything public; DatabaseError when the shared cache is away.

    What is kept elsewhere for all readers has it in its key, and so is dropped with the pages.
    """
    shared = caches["default"]
    generation = shared.get(_GENERATION)
    if generation is None:
        shared.add(_GENERATION, uuid.uuid4().hex, timeout=None)
        generation = shared.get(_GENERATION)
    return generation


def generation_of(request: HttpRequest) -> str:
    """Return the generation in which a request is answered; the page cache has asked for it where a stranger reads."""
    return getattr(request, "page_generation", None) or current_generation()


@dataclass(frozen=True)
class Answer:
    """A kept answer; `packed` is the gzipped body."""

    status: int
    headers: dict[str, str]
    body: bytes
    packed: bytes = field(repr=False)
    etag: str = ""

    @classmethod
    def of(cls, response: HttpResponse) -> "Answer":
        body = response.content
        return cls(
            status=response.status_code,
            headers=dict(response.items()),
            body=body,
            packed=gzip.compress(body, compresslevel=6, mtime=0),
            etag=f'W/"{hashlib.sha256(body).hexdigest()[:24]}"',
        )

    def to(self, request: HttpRequest) -> HttpResponse:
        """Answer this request: 304 when it has the page already, gzipped when it can read that."""
        if self.etag in parse_etags(request.headers.get("If-None-Match", "")):
            response: HttpResponse = HttpResponseNotModified()
        elif "gzip" in request.headers.get("Accept-Encoding", ""):
            response = HttpResponse(self.packed, status=self.status)
            response["Content-Encoding"] = "gzip"
        else:
            response = HttpResponse(self.body, status=self.status)
        for name, value in self.headers.items():
            if response.status_code != 304 or name != "Content-Type":
                response[name] = value
        if response.status_code != 304:
            response["Content-Length"] = str(len(response.content))
        response["ETag"] = self.etag
        response["Cache-Control"] = "no-cache"
        patch_vary_headers(response, ("Accept-Encoding", "Cookie", "HX-Request"))
        return response


class PageCacheMiddleware:
    """Answer a stranger's GET from the cache, or keep what the view answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.pages = caches["pages"]

    def __call__(self, request: HttpRequest) -> HttpResponse:
        place = self._place(request)
        if place is None:
            return self.get_response(request)
        # Which parameters a page knows is learned from its first answer.
        known = self.pages.get(f"params:{place}")
        if known is not None and (key := self._key(place, request, known)) and (answer := self.pages.get(key)):
            return answer.to(request)
        response = self.get_response(request)
        if not self._may_keep(response):
            return response
        answer = Answer.of(response)
        known = response.public_params  # type: ignore[attr-defined]
        if key := self._key(place, request, known):
            self.pages.set(f"params:{place}", known, settings.PAGE_CACHE_SECONDS)
            self.pages.set(key, answer, settings.PAGE_CACHE_SECONDS)
        return answer.to(request)

    def _place(self, request: HttpRequest) -> str | None:
        """Everything of the key but the parameters, hashed; None where the cache must stay out of the way."""
        if request.method != "GET" or len(request.META.get("QUERY_STRING", "")) > _MAX_QUERY:
            return None
        if request.path in _NEVER_KEPT:
            return None
        if settings.SESSION_COOKIE_NAME in request.COOKIES or "messages" in request.COOKIES:
            return None
        try:
            host = request.get_host()
            generation = current_generation()
        except (DisallowedHost, DatabaseError):
            return None
        request.page_generation = generation  # type: ignore[attr-defined]
        kind = "fragment" if request.headers.get("HX-Request") == "true" else "page"
        place = f"{generation}:{request.scheme}:{host}:{kind}:{request.path}"
        return hashlib.sha256(place.encode(errors="replace")).hexdigest()  # a path may be too long or too odd for a key

    def _key(self, place: str, request: HttpRequest, known: tuple[str, ...]) -> str | None:
        """The whole key; None when there is a parameter that the page does not know: its answer is not kept."""
        if set(request.GET) - set(known):
            return None
        given = [(name, request.GET.getlist(name)) for name in sorted(known) if name in request.GET]
        return "page:" + hashlib.sha256(f"{place}?{given!r}".encode()).hexdigest()

    def _may_keep(self, response: HttpResponse) -> bool:
        return (
            hasattr(response, "public_params")
            and response.status_code == 200
            and not response.streaming
            and not response.cookies
            and "Content-Encoding" not in response
        )


class PrivateAnswerMiddleware:
    """Everything that is not a public page for a stranger is `private, no-store`, unless its view said otherwise."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
        if "Cache-Control" not in response and (has_session or not hasattr(response, "public_params")):
            response["Cache-Control"] = _PRIVATE
        return response
