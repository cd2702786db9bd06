"""The site's own error pages, made without a database, so that they also appear when there is none."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils import translation

from portal.core.request_id import current_request_id


def error_page(request: HttpRequest, status: int) -> HttpResponse:
    """Answer with the page of a status in the language of the address."""
    language = "en" if request.path_info.startswith("/en/") else "vi"
    with translation.override(language):
        # No request is given to the template: context processors would ask the database.
        text = get_template(f"errors/{status}.html").render(
            {
                "LANGUAGE_CODE": language,
                "home_url": "/en/" if language == "en" else "/",
                "request_id": current_request_id.get(),
            }
        )
    return HttpResponse(text, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request cannot be understood."""
    return error_page(request, 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: signed in, but this is somebody else's."""
    return error_page(request, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was open too long, or came from another site."""
    return error_page(request, 403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: there is no such page."""
    return error_page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 with a time to come back when the database did not answer."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        response = error_page(request, 503)
        response["Retry-After"] = "30"
        return response
    return error_page(request, 500)
