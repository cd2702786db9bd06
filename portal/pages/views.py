"""Small addresses that browsers and robots ask for by themselves."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse

from portal.core.page_cache import public_page
from portal.core.permissions import ANYONE, open_to
from portal.pages.sitemap import SECTIONS, entries

_NOT_FOR_ROBOTS = ("/admin/", "/accounts/", "/en/accounts/", "/goi-y/", "/en/goi-y/", "/tim-kiem/", "/en/tim-kiem/")


@open_to(ANYONE)
@public_page()
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read; searches within the site and the admin need no robot."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in _NOT_FOR_ROBOTS),
        f"Sitemap: {settings.BASE_URL}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


@open_to(ANYONE)
@public_page()
def sitemap(request: HttpRequest) -> HttpResponse:
    """Name the sections of the sitemap."""
    addresses = [settings.BASE_URL + reverse("sitemap_section", args=[name]) for name in SECTIONS]
    return render(request, "pages/sitemap_index.xml", {"addresses": addresses}, content_type="application/xml")


@open_to(ANYONE)
@public_page()
def sitemap_section(request: HttpRequest, section: str) -> HttpResponse:
    """List what robots may index of one section, in both languages."""
    if section not in SECTIONS:
        raise Http404
    facts = {"entries": entries(section), "default_language": settings.LANGUAGE_CODE}
    return render(request, "pages/sitemap.xml", facts, content_type="application/xml")


@open_to(ANYONE)
def favicon(request: HttpRequest) -> HttpResponse:
    """Where old browsers look for the mark."""
    return HttpResponseRedirect(static("portal/img/mark.svg"))
