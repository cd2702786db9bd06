"""Uploaded pictures in the sizes that pages use; originals and everything else in the media folder stay closed."""

from pathlib import PurePosixPath

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.static import serve

from portal.core.permissions import ANYONE, open_to

_YEAR = 365 * 24 * 3600


@open_to(ANYONE)
def rendition(request: HttpRequest, path: str) -> HttpResponseBase:
    """Answer with one rendition; its name changes with the picture, so it may be kept for a year."""
    if ".." in PurePosixPath(path).parts:
        raise Http404
    response = serve(request, f"images/{path}", document_root=settings.MEDIA_ROOT)
    response["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
    return response
