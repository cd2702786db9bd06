"""What django-allauth's pages of the account do not do."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.accounts import sessions
from portal.core.permissions import SIGNED_IN, open_to


@require_POST
@open_to(SIGNED_IN)
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign the person out in one of the other places."""
    if sessions.end_session(user=request.user, pk=pk):  # type: ignore[arg-type]
        messages.success(request, _("Signed out there."))
    return redirect("usersessions_list")
