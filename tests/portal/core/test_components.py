"""The components and the tags they are made with."""

import re
from pathlib import Path

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils import translation

from portal.core import styleguide_samples
from portal.core.hexagons import center, view_box
from portal.core.templatetags import ui
from portal.pages.home import _SECTOR_ICONS

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = ROOT / "templates"
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))
# What stands in the head of a page has no look.
UNSEEN = {"htmx", "language_meta"}
SPRITE = (ROOT / "portal/core/static/portal/icons/sprite.svg").read_text()


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_says_its_parameters_in_its_first_line(path: Path) -> None:
    first = path.read_text().split("\n", 1)[0]
    assert first.startswith("{# ")
    assert re.search(r"Parameters?:|No parameters|no parameters|From the context:", first)


@pytest.mark.parametrize("path", [path for path in COMPONENTS if path.stem not in UNSEEN], ids=lambda path: path.stem)
def test_a_component_is_shown_on_the_styleguide(path: Path) -> None:
    shown, todo = set(), [TEMPLATES / "base.html", *(TEMPLATES / "styleguide").glob("*.html")]
    while todo:
        for name in re.findall(r'include "(components/[\w-]+\.html)"', todo.pop().read_text()):
            if name not in shown:
                shown.add(name)
                todo.append(TEMPLATES / name)
    assert f"components/{path.name}" in shown


def test_every_icon_that_is_drawn_is_in_the_sprite() -> None:
    there = set(re.findall(r'<symbol id="([^"]+)"', SPRITE))
    texts = "".join(path.read_text() for path in TEMPLATES.rglob("*.html"))
    in_python = (
        "".join(path.read_text() for path in ROOT.glob("*/**/templatetags/*_ui.py")) + Path(ui.__file__).read_text()
    )
    drawn = {
        *re.findall(r'\{% icon "([^"]+)"', texts),
        *re.findall(r'\bicon\("([^"]+)"\)', in_python),
        *ui._BADGE_ICONS.values(),
        "map-pin",
        "layers",
        *re.findall(r'\bicon="([^"]+)"', texts),
        *_SECTOR_ICONS.values(),
    }
    assert len(drawn) > 30
    assert drawn - there == set()


def test_an_icon_without_a_label_is_hidden_from_screen_readers() -> None:
    assert 'aria-hidden="true"' in ui.icon("search")
    assert 'role="img" aria-label="Tìm &lt;b&gt;"' in ui.icon("search", "Tìm <b>")


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Hàu Xanh Bái Tử Long (mẫu)", "HL"),
        ("Đông Triều Gốm", "ĐG"),
        ("ươm tạo", "ƯT"),
        ("Gốm Đông Triều 4.0", "GT"),
        ("Vịnh", "V"),
        ("(mẫu)", "?"),
        ("  ", "?"),
        ("123", "?"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert ui.initials(name) == letters


def test_the_hue_of_a_name_never_changes_and_all_five_occur() -> None:
    assert ui.hue("Hàu Xanh") == ui.hue("hau xanh")
    assert {ui.hue(f"Tổ chức {number}") for number in range(50)} == {1, 2, 3, 4, 5}


def test_money_is_written_for_the_language_of_the_reader() -> None:
    with translation.override("vi"):
        assert ui.money(1_500_000) == "1.500.000\N{NO-BREAK SPACE}₫"
    assert ui.money(None) == ""


def test_a_short_name_breaks_after_its_first_word() -> None:
    assert ui.two_lines("Móng Cái 1") == ["Móng", "Cái 1"]
    assert ui.two_lines("Vịnh") == ["Vịnh"]


def test_structured_data_cannot_end_its_element() -> None:
    written = ui.json_ld_script({"name": "</script><script>alert(1)</script>&"})
    assert written.count("</script>") == 1
    assert "\\u003c/script\\u003e" in written


def test_texts_of_readers_are_escaped_in_every_component_that_shows_them() -> None:
    evil = "<b>&</b>"
    organization = styleguide_samples._organization(evil, evil, kind=evil)
    html = render_to_string("components/organization_card.html", {"organization": organization})
    for name, context in {
        "chip": {"label": evil},
        "badge": {"label": evil},
        "filter_chip": {"label": evil, "url": evil},
        "alert": {"text": evil},
        "button": {"label": evil, "url": evil},
        "stat": {"value": evil, "label": evil, "source": evil},
        "search_box": {"id": "q", "value": evil, "keep": [(evil, evil)]},
        "breadcrumb": {"items": [{"label": evil, "url": evil}]},
    }.items():
        html += render_to_string(f"components/{name}.html", context)
    assert evil not in html
    assert html.count("&lt;b&gt;&amp;&lt;/b&gt;") > 12


def test_a_badge_is_never_told_by_its_color_alone() -> None:
    for code, label in styleguide_samples.BADGES:
        html = render_to_string("components/badge.html", {"code": code, "label": label})
        assert "<use href=" in html
        assert label in html.replace("&amp;", "&")


def test_an_error_summary_leads_to_the_fields_in_their_order() -> None:
    form = styleguide_samples.SampleForm({}, auto_id="x_%s")
    html = render_to_string("components/error_summary.html", {"form": form})
    assert re.findall(r'href="#([^"]+)"', html) == ["x_name", "x_email", "x_stage"]
    assert 'role="alert"' in html
    assert render_to_string("components/error_summary.html", {"form": styleguide_samples.SampleForm()}).strip() == ""


def test_a_field_tells_its_hint_and_its_error_to_screen_readers() -> None:
    form = styleguide_samples.SampleForm({}, auto_id="x_%s")
    html = render_to_string("components/field.html", {"field": form["name"]})
    described = re.search(r'aria-describedby="([^"]+)"', html)
    assert described
    for name in described[1].split():
        assert f'id="{name}"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="x_name_error"' in html


def test_pages_are_links_and_the_current_one_is_not() -> None:
    html = render_to_string(
        "components/pagination.html", {"pages": styleguide_samples.PAGES, "previous_url": "?p=1", "next_url": "?p=3"}
    )
    assert 'rel="prev"' in html
    assert 'rel="next"' in html
    assert '<span aria-current="page">2</span>' in html


def test_hexagons_lie_half_a_width_beside_those_above() -> None:
    assert center(0, 0) == (0, 0)
    assert center(1, 0) == (34, 0)
    assert center(0, 1) == (17, 30)
    assert center(1, -1) == (17, -30)
    assert view_box([(0, 0)]) == "-19 -22 38 44"


def test_the_tag_of_an_icon_is_used_in_templates() -> None:
    html = Template('{% load ui %}{% icon "map-pin" %}').render(Context())
    assert html.endswith('sprite.svg#map-pin"></use></svg>')
