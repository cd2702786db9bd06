"""Small addresses that browsers and robots ask for by themselves."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static

from portal.core.page_cache import public_page
from portal.core.permissions import ANYONE, open_to


@open_to(ANYONE)
@public_page()
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read; searches within the site and the admin need no robot."""
    return HttpResponse(
        "User-agent: *\nDisallow: /admin/\nDisallow: /accounts/\nDisallow: /goi-y/\n", content_type="text/plain"
    )


@open_to(ANYONE)
def favicon(request: HttpRequest) -> HttpResponse:
    """Where old browsers look for the mark."""
    return HttpResponseRedirect(static("portal/img/mark.svg"))
