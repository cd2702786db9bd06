"""The styleguide holds every component: what is wrong there is wrong everywhere."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADDRESS = "/styleguide/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(open_page, violations, scheme, width) -> None:
    assert violations(open_page(ADDRESS, width=width, scheme=scheme)) == []


def test_axe_would_find_something(open_page, violations) -> None:
    page = open_page(ADDRESS)
    page.evaluate("document.querySelector('#buttons').insertAdjacentHTML('afterend', '<button></button>')")
    assert [line for line in violations(page) if line.startswith("button-name")]


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
def test_nothing_scrolls_sideways_at_320_pixels(open_page, javascript) -> None:
    page = open_page(ADDRESS, width=320, javascript=javascript)
    assert page.locator("html").evaluate("html => html.scrollWidth") == 320


def test_text_of_twice_the_size_stays_in_its_boxes(open_page) -> None:
    page = open_page(ADDRESS, width=640)
    page.evaluate(
        "() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(':root { font-size: 200% }');"
        " document.adoptedStyleSheets = [sheet]; }"
    )
    assert page.evaluate("[document.documentElement.scrollWidth, innerWidth]") == [640, 640]


def test_the_skip_link_is_first_and_leads_to_the_content(open_page) -> None:
    page = open_page(ADDRESS)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_filters_open_in_a_dialog_on_a_phone_and_go_back(open_page, violations) -> None:
    page = open_page(ADDRESS, width=390)
    assert not page.locator(".facets-panel").is_visible()
    page.locator("[data-open-facets]").click()
    dialog = page.locator("dialog.facets-dialog")
    assert dialog.locator("form input[type=checkbox]").first.is_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert page.locator(".facets-panel form").count() == 1
    assert page.evaluate("document.activeElement.hasAttribute('data-open-facets')")


def test_without_scripts_the_filters_stand_in_the_page(open_page) -> None:
    page = open_page(ADDRESS, width=390, javascript=False)
    assert page.locator(".facets-panel form").is_visible()
    assert page.locator("[data-open-facets]").count() == 1
    assert not page.locator("[data-open-facets]").is_visible()


def test_nothing_moves_while_the_page_loads(open_page) -> None:
    page = open_page(ADDRESS, width=390)
    moved = page.evaluate(
        "() => new Promise(done => { let sum = 0; new PerformanceObserver(list => list.getEntries().forEach(one => {"
        " sum += one.value; })).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 300); })"
    )
    assert moved < 0.02


def test_a_touch_target_of_the_map_is_24_pixels_wide_on_a_phone(open_page) -> None:
    page = open_page(ADDRESS, width=390)
    widths = page.locator(".cartogram a polygon").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().width)"
    )
    assert widths
    assert min(widths) >= 24
