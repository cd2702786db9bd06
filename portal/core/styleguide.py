"""Every component in both color schemes, with the texts that it really carries; axe reads this page in the tests."""

import re
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from portal.core import styleguide_samples as samples
from portal.core.permissions import ANYONE, open_to
from portal.core.styleguide_news import ARTICLES, LINE, POLICIES
from portal.core.styleguide_people import PEOPLE
from portal.core.styleguide_pictures import CAPTIONS, FILE, PICTURES, VIDEO

# Address on the page (and name of the template `styleguide/_….html`), title, whether it needs the whole width.
_SECTIONS = (
    ("colors", "Colors", False),
    ("type", "Type", False),
    ("icons", "Icons", True),
    ("buttons", "Buttons and links", False),
    ("badges", "Badges", False),
    ("chips", "Chips and applied filters", False),
    ("avatars", "Avatars", False),
    ("hero", "Hero with search", True),
    ("search", "Search box and suggestions", False),
    ("cards", "Organization card, sample ribbon", True),
    ("news", "News card, organization in a text, policy document", True),
    ("links", "Link card and section head", False),
    ("facets", "Facet groups", False),
    ("results", "Result count and order", False),
    ("site_search", "Tabs and results of the site search", False),
    ("pagination", "Pagination", False),
    ("breadcrumb", "Breadcrumb", False),
    ("alerts", "Alerts", False),
    ("notice", "Notice, contact lines", True),
    ("empty", "Empty state", False),
    ("fields", "Error summary and fields", False),
    ("stats", "Stat tiles", False),
    ("facts", "Facts", False),
    ("table", "Table", False),
    ("codes", "Scan code and code list", False),
    ("map", "Cartogram", True),
    ("people", "Questions, people, partners, steps", True),
    ("prose", "Prose", False),
    ("pictures", "Pictures", True),
    ("media", "Videos and files", False),
)
_SPRITE = Path(__file__).resolve().parent / "static" / "portal" / "icons" / "sprite.svg"


def _icons() -> list[str]:
    return sorted(re.findall(r'<symbol id="([^"]+)"', _SPRITE.read_text()))


def _schemes() -> list[dict]:
    return [
        {
            "name": name,
            "notice_label": f"Thông báo ({name})",
            "form": samples.SampleForm(auto_id=f"{name}_%s"),
            "wrong": samples.SampleForm({}, auto_id=f"{name}_wrong_%s"),
        }
        for name in ("light", "dark")
    ]


@open_to(ANYONE)
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show every component, light beside dark."""
    context = {
        "sections": [
            {"id": name, "title": title, "wide": wide, "template": f"styleguide/_{name}.html"}
            for name, title, wide in _SECTIONS
        ],
        "schemes": _schemes(),
        "icons": _icons(),
        "samples": {name.lower(): value for name, value in vars(samples).items() if name.isupper()},
        "map": samples.sample_map(),
        "pictures": PICTURES,
        "video": VIDEO,
        "captions": CAPTIONS,
        "file": FILE,
        "rows": samples.unit_rows(),
        "people": PEOPLE,
        "articles": ARTICLES,
        "organization_line": LINE,
        "policies": POLICIES,
    }
    return render(request, "styleguide/index.html", context)


urlpatterns = [path("", styleguide, name="styleguide")]
