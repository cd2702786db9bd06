"""The page that searches the whole site, and what its box offers while somebody types."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core.page_cache import public_page
from portal.core.permissions import ANYONE, open_to
from portal.search.forms import PARAMETER_LABELS, PARAMS, parse
from portal.search.site_search import completions, site_results


@open_to(ANYONE)
@public_page(params=PARAMS)
def site_search(request: HttpRequest) -> HttpResponse:
    """Find in everything public; a request by htmx gets the fragment."""
    base = reverse("site_search")
    selection = parse(request.GET)
    found = site_results(selection, base)
    here = selection.address(base, page=found.number)
    # The same question in the other language: the page's own parameters, never those of the request.
    request.known_parameters = here.partition("?")[2]  # type: ignore[attr-defined]
    context = {
        "base": base,
        "crumbs": [{"label": _("Home"), "url": reverse("wagtail_serve", args=[""])}, {"label": _("Search")}],
        "found": found,
        "hide_header_search": True,
        "all_url": selection.address(base, kind=""),
        "corrected_url": selection.address(base, text=found.overview.did_you_mean or ""),
        "ignored": [(PARAMETER_LABELS[name], value) for name, value in selection.ignored],
        "previous_url": selection.address(base, page=found.number - 1) if found.number > 1 else "",
        "next_url": selection.address(base, page=found.number + 1) if found.number < found.pages else "",
    }
    template = "search/_results.html" if request.htmx else "search/site_search.html"  # type: ignore[attr-defined]
    response = render(request, template, context)
    response["HX-Push-Url"] = here
    return response


@open_to(ANYONE)
@public_page(params=("q", "kind"))
def suggestions(request: HttpRequest) -> HttpResponse:
    """Complete what is being typed: the options of a search box as a fragment; `kind` keeps to one kind."""
    options = completions(request.GET.get("q", ""), request.GET.get("kind", ""))
    return render(request, "search/_suggestions.html", {"options": options})
