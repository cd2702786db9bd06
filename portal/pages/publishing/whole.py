"""What an editor changes in the admin is one transaction: page, log, search index, mails and jobs, or nothing of it."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse

_ADMIN = "/admin/"


class WholeChangeMiddleware:
    """Wrap every POST to the admin. Wagtail publishes first and tells our index after; a fault there takes back both.

    Django's ATOMIC_REQUESTS would wrap reading too, and on SQLite every page view would wait for its turn to write.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict[str, Any]) -> Any:
        """Answer in a transaction where something may change; None leaves the view to Django."""
        if request.method != "POST" or not request.path.startswith(_ADMIN):
            return None
        return transaction.atomic(view)(request, *args, **kwargs)
