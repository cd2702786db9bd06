"""The library of documents and the page of one."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from portal.core.page_cache import public_page
from portal.core.permissions import ANYONE, open_to
from portal.pages.models import PolicyDocument
from portal.pages.policies import detail
from portal.pages.policies.addresses import library_url
from portal.pages.policies.filters import PARAMETER_LABELS, PARAMS, Known, issuer_key, parse
from portal.pages.policies.listing import chips, list_documents, pages, sorts
from portal.pages.policies.validity import replacement, today, validity


@public_page(params=PARAMS)
def library(request: HttpRequest, page: Any) -> HttpResponse:
    """List documents for the page that carries the library; a request by htmx gets the fragment."""
    base, known = library_url(), Known((get_language() or "vi")[:2])
    listing = list_documents(parse(request.GET, known), known)
    selection = listing.selection
    here = selection.address(base, page=selection.page)
    # The same question in the other language: the page's own parameters, never those of the request.
    request.known_parameters = urlsplit(here).query  # type: ignore[attr-defined]
    context = {
        "page": page,
        "base": base,
        "listing": listing,
        "chips": chips(selection, known, base),
        "keep": [(name, value) for name, values in selection.filters.items() for value in values],
        "sorts": sorts(selection),
        "ignored": [(PARAMETER_LABELS[name], value) for name, value in selection.ignored],
        "text_only_url": replace(selection, filters={}).address(base),
        **pages(listing, base),
    }
    template = "pages/policies/_results.html" if request.htmx else "pages/policies/library.html"  # type: ignore[attr-defined]
    response = render(request, template, context)
    response["HX-Push-Url"] = here
    return response


@open_to(ANYONE)
@public_page()
def policy(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one document."""
    try:
        document = detail.public_document(slug)
    except PolicyDocument.DoesNotExist as error:
        raise Http404 from error
    file, state = detail.public_file(document), validity(document, today())
    context = {
        "document": document,
        "file": file,
        "validity": state,
        "replacement": replacement(document),
        "json_ld": detail.json_ld(document, file, state),
        "absolute_url": settings.BASE_URL + document.get_absolute_url(),
        "library_url": library_url(),
        "issuer_key": issuer_key(document.issuer_vi),
    }
    return render(request, "pages/policies/document.html", context)
