"""One style sheet of many files, within its budget."""

import gzip
import re

from django.contrib.staticfiles import finders
from django.core.management import call_command

from portal.core import stylesheet

LAYERS = ["reset", "tokens", "base", "layout", "components", "utilities"]
BUDGET, FONT_BUDGET, SCRIPT_BUDGET = 20 * 1024, 28 * 1024, 40 * 1024


def _size(path: str) -> int:
    with open(finders.find(path), "rb") as file:  # noqa: PTH123 -- the finder gives a text
        return len(gzip.compress(file.read(), 9))


def test_layers_come_in_their_order_and_every_file_is_in_once() -> None:
    text = stylesheet.stylesheet()
    assert text.startswith("@layer reset, tokens, base, layout, components, utilities;")
    assert re.findall(r"^@layer (\w+) \{", text, re.MULTILINE) == LAYERS
    files = list(stylesheet._CSS.rglob("*.css"))
    assert len(files) > 25
    assert [path.name for path in files if text.count(path.read_text()) != 1] == []
    assert text.count("{") == text.count("}")


def test_a_finder_gives_the_whole_sheet_and_lists_it_for_collectstatic() -> None:
    with open(finders.find("portal/css/portal.css")) as file:  # noqa: PTH123 -- the finder gives a text
        assert file.read() == stylesheet.stylesheet()
    listed = [path for path, _ in stylesheet.StylesheetFinder().list([])]
    assert listed == ["portal/css/portal.css"]


def test_a_changed_part_is_seen_at_once(monkeypatch, tmp_path) -> None:
    for layer in LAYERS:
        (tmp_path / f"{layer}.css").write_text(f".{layer} {{ order: 1; }}")
    monkeypatch.setattr(stylesheet, "_CSS", tmp_path)
    finder = stylesheet.StylesheetFinder()
    finder.storage.__dict__["base_location"] = finder.storage.__dict__["location"] = str(tmp_path / "out")
    before = finder.find("portal/css/portal.css")
    (tmp_path / "base.css").write_text(".base { order: 2; }")
    assert finder.find("portal/css/portal.css") == before
    with open(before) as file:  # noqa: PTH123 -- the finder gives a text
        assert ".base { order: 2; }" in file.read()


def test_a_first_view_stays_within_its_budget() -> None:
    fonts = [f"portal/fonts/be-vietnam-pro-{weight}.woff2" for weight in (400, 600, 800)]
    assert max(_size(path) for path in fonts) <= FONT_BUDGET
    assert _size("portal/css/portal.css") <= BUDGET
    scripts = [
        "portal/js/first.js",
        "portal/js/suggest.js",
        "portal/js/facets.js",
        "portal/js/results.js",
        "django_htmx/htmx-2.min.js",
    ]
    assert sum(_size(path) for path in scripts) <= SCRIPT_BUDGET
    page = 20 * 1024  # the HTML of the home page, gzipped, with room
    everything = [*fonts, "portal/css/portal.css", *scripts, "portal/icons/sprite.svg", "portal/img/mark.svg"]
    assert sum(_size(path) for path in everything) + page <= 150 * 1024


def test_the_files_can_be_collected_with_hashed_names_as_in_production(tmp_path, settings) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    call_command(
        "collectstatic", interactive=False, verbosity=0, ignore_patterns=["wagtail*", "admin", "rest_framework"]
    )
    (sheet,) = (tmp_path / "portal" / "css").glob("portal.*.css")
    fonts = re.findall(r'url\("([^"]+)"\)', sheet.read_text())
    assert len(fonts) == 3
    assert all(
        (sheet.parent / font).resolve().exists() and re.search(r"\.[0-9a-f]{12}\.woff2$", font) for font in fonts
    )
    assert sheet.with_name(sheet.name + ".br").stat().st_size <= BUDGET
