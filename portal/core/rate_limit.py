"""A fixed window per address on the shared cache; when the cache is down nobody is turned away."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from portal.core.error_pages import error_page


def is_over(name: str, who: str, *, limit: int, seconds: int) -> bool:
    """Count a request of `who`; True when it is beyond `limit` within the window in hand."""
    window = int(time.time()) // seconds
    key = f"rate:{name}:{who}:{window}"
    try:
        cache = caches["default"]
        try:
            seen = cache.incr(key)  # asked first: adding a row that is there is an error in the log of PostgreSQL
        except ValueError:
            seen = 1 if cache.add(key, 1, seconds + 1) else cache.incr(key)
        return seen > limit
    except (DatabaseError, ValueError):
        return False


def asking_address(request: HttpRequest) -> str:
    """Return the address that asks: what our nearest proxy saw, never what the client says of itself."""
    proxies = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    seen = request.headers.get("X-Forwarded-For", "").split(",")
    if proxies and len(seen) >= proxies and seen[-proxies].strip():
        return seen[-proxies].strip()[:45]
    return request.META.get("REMOTE_ADDR", "")


def limited(name: str, *, limit: int, seconds: int = 60) -> Callable[[Callable], Callable]:
    """Let an address ask a view `limit` times in `seconds`; beyond that 429 with the time to wait."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if is_over(name, asking_address(request), limit=limit, seconds=seconds):
                response = error_page(request, 429)
                response["Retry-After"] = str(seconds)
                return response
            return view(request, *args, **kwargs)

        return guarded

    return decorate
