"""The address of an uploaded file: /documents/<number>/<name>."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.documents.models import document_served

from portal.core.files.ranges import answer
from portal.core.models import PortalDocument
from portal.core.permissions import ANYONE, open_to

# Browsers show these themselves; everything else is downloaded. A PDF cannot be shown from a sandbox (Chromium 271452).
_SHOWN = {"application/pdf", "video/mp4", "video/webm", "text/vtt; charset=utf-8"}
_POLICY = "default-src 'none'"


@open_to(ANYONE)
@require_safe
def document(request: HttpRequest, document_id: int, filename: str) -> HttpResponseBase:
    """Answer with a file that its collection opens to whoever asks; Wagtail's own hook decides that."""
    found = get_object_or_404(PortalDocument.objects.select_related("collection"), pk=document_id)
    if found.filename != filename:
        raise Http404
    for hook in hooks.get_hooks("before_serve_document"):
        if isinstance(refusal := hook(found, request), HttpResponse):
            if request.user.is_authenticated:
                raise PermissionDenied  # the login would lead straight back to here
            return refusal
    document_served.send(sender=PortalDocument, instance=found, request=request)
    return _framed(_content(request, found), found)


def _content(request: HttpRequest, found: PortalDocument) -> HttpResponseBase:
    if settings.X_ACCEL_PREFIX:
        return HttpResponse(headers={"X-Accel-Redirect": f"{settings.X_ACCEL_PREFIX}{found.file.name}"})
    try:
        file = found.file.storage.open(found.file.name, "rb")
    except FileNotFoundError as error:
        raise Http404 from error
    return answer(request, file, size=found.get_file_size() or file.size, etag=f'"{found.get_file_hash()}"')


def _framed(response: HttpResponseBase, found: PortalDocument) -> HttpResponseBase:
    """Say what it is, how it may be kept, and that nothing in it may run."""
    shown = found.content_type in _SHOWN
    response["Content-Type"] = found.content_type
    response["Content-Disposition"] = content_disposition_header(not shown, found.filename) or "inline"
    response["Content-Security-Policy"] = _POLICY if found.content_type == "application/pdf" else f"{_POLICY}; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    private = found.collection.get_view_restrictions().exists()
    # Replaced under the same name, a file is the new one for everybody within five minutes.
    response["Cache-Control"] = "private, no-store" if private else "public, max-age=300"
    return response
