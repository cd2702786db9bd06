"""The public list and the profile page."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from portal.core.page_cache import generation_of, public_page
from portal.core.permissions import ANYONE, open_to
from startups.directory import profile as profiles
from startups.directory.addresses import directory_url
from startups.directory.filters import PARAMS, SORTS, Selection, parse
from startups.directory.listing import address, chips, list_organizations, pages
from startups.directory.profile_sections import sections_of
from startups.directory.vocabulary import PARAMETER_LABELS
from startups.models import Organization


@public_page(params=PARAMS)
def directory(request: HttpRequest, page: Any) -> HttpResponse:
    """List organizations for the page that carries the directory; a request by htmx gets the fragment."""
    base = directory_url()
    listing = list_organizations(parse(request.GET), generation=generation_of(request))
    selection, number = listing.selection, listing.page.number
    # The same search in the other language: the page's own parameters, never those of the request.
    request.known_parameters = urlencode(selection.pairs(page=number))  # type: ignore[attr-defined]
    context = {
        "page": page,
        "hide_header_search": True,
        "base": base,
        "listing": listing,
        "chips": chips(selection, base),
        "keep": [(name, value) for name, values in selection.filters.items() for value in values],
        "sorts": [(value, label, value == selection.sort) for value, label in SORTS.items()],
        "pages": pages(listing, base),
        "previous_url": address(base, selection, page=number - 1) if number > 1 else "",
        "next_url": address(base, selection, page=number + 1) if number < listing.page.pages else "",
        "ignored": [(PARAMETER_LABELS[name], value) for name, value in selection.ignored],
        "all_url": base,
        "text_only_url": address(base, Selection(text=selection.text)),
    }
    template = "startups/_results.html" if request.htmx else "startups/directory.html"  # type: ignore[attr-defined]
    response = render(request, template, context)
    response["HX-Push-Url"] = address(base, selection, page=number)
    return response


@open_to(ANYONE)
@public_page()
def profile(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one organization."""
    try:
        organization = profiles.public_profile(slug)
    except Organization.DoesNotExist as error:
        raise Http404 from error
    url = settings.BASE_URL + organization.get_absolute_url()
    context = {
        "organization": organization,
        "sections": sections_of(organization),
        "similar": profiles.similar_organizations(organization),
        "json_ld": profiles.json_ld(organization, url),
        "is_closed": profiles.is_closed(organization),
        "directory_url": directory_url(),
        "only_vietnamese": get_language() == "en" and organization.description_vi and not organization.description_en,
    }
    return render(request, "startups/organization.html", context)
