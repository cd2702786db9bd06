"""Nobody works in the Wagtail admin with a password alone."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation

from portal.accounts.models import User
from portal.accounts.second_factor.factors import has_second_factor
from portal.core.content_security import ADMIN_PATH
from portal.core.permissions import ADMIN_SITE

# Where somebody wanted to go before a second factor was asked for; kept in the session, never taken from the address.
WANTED = "second-factor-wanted"


class SecondFactorMiddleware:
    """Leads who may enter the admin, but has no second factor, to the page where one is set up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(ADMIN_PATH) and request.user.is_authenticated:
            if is_missing(request.user):
                return _lead_to_set_up(request, request.user)
            request.session.pop(WANTED, None)
        return self.get_response(request)


def is_missing(user: User) -> bool:
    """Whether this person's role needs a second factor and there is none."""
    return user.is_authenticated and ADMIN_SITE.allows(user) and not has_second_factor(user)


def _lead_to_set_up(request: HttpRequest, user: User) -> HttpResponse:
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":  # a part of a page: nobody would see the detour
        raise PermissionDenied
    request.session[WANTED] = request.get_full_path() if request.method == "GET" else reverse("wagtailadmin_home")
    with translation.override(user.preferred_language):  # addresses of the admin name no language
        return HttpResponseRedirect(reverse("mfa_index"))
