"""The journey of finding, in Chromium: type without marks, choose by keyboard, narrow to a kind, go back."""

import re

import pytest
from playwright.sync_api import expect
from wagtail.models import Page

from portal.search import knowledge
from tests.factories.startups import OrganizationFactory, indexed

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGE = "/tim-kiem/"


@pytest.fixture(autouse=True)
def things():
    """Six organizations and a page about lobsters, which no text of the migrations knows."""
    about = Page.objects.get(slug="ve-du-lieu", locale__language_code="vi").specific
    about.body = "<p>Tôm hùm được đếm thế nào.</p>"
    about.save_revision().publish()
    indexed(
        *[
            OrganizationFactory(
                name_vi=f"Tôm hùm Cô Tô số {number} (mẫu)",
                slug=f"tom-{number}",
                tagline_vi="Nuôi tôm hùm",
                unit_code="07069",
                is_sample=True,
            )
            for number in range(6)
        ]
    )
    knowledge.learn()


def results(page):
    return page.locator("#site-results .search-result h3")


def turn_back(page, step="go_back"):
    """Go back or forward and wait for the page to come anew: nothing is kept in the reader's browser."""
    with page.expect_event("load"):
        getattr(page, step)()


def test_a_text_without_marks_finds_and_a_kind_narrows_and_going_back_widens(open_page):
    page = open_page("/ve-du-lieu/")
    page.locator("#header-search").click()
    page.keyboard.type("tom hum")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=tom+hum")
    expect(page).to_have_title(re.compile("^“tom hum”: 7 kết quả"))
    expect(results(page)).to_have_count(5)
    tab = page.locator(".tabs").get_by_role("link", name="Tổ chức 6")
    tab.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=tom+hum&kind=organization")
    expect(results(page)).to_have_count(6)
    expect(page.locator(".tabs [aria-current]")).to_have_text(re.compile("Tổ chức"))
    expect(page.locator("#tab-organization")).to_be_focused()
    expect(page.locator("body > [role=status]")).to_have_text("6 kết quả cho “tom hum” · Tổ chức")
    page.locator(".tabs").get_by_role("link", name="Trang 1").click()
    expect(results(page)).to_have_text(["Về dữ liệu"])
    turn_back(page)
    expect(results(page)).to_have_count(6)
    turn_back(page)
    assert page.url.endswith("/tim-kiem/?q=tom+hum")
    expect(results(page)).to_have_count(5)
    expect(page.locator("#site-search")).to_have_value("tom hum")
    turn_back(page, "go_forward")
    expect(results(page)).to_have_count(6)
    assert page.locator("html").count() == page.locator("h1").count() == 1


def test_suggestions_of_every_kind_are_chosen_by_keyboard(open_page, violations):
    page = open_page(PAGE)
    box = page.locator("#site-search")
    box.click()
    page.keyboard.type("ve du lie")
    options = page.locator("#site-results .suggestions [role=option]")
    options.first.wait_for(state="visible")
    expect(options.first).to_have_text(re.compile(r"Về dữ liệu\s*Trang"))
    assert violations(page) == []
    page.keyboard.press("ArrowDown")
    active = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    expect(active).to_have_text(re.compile("Về dữ liệu"))
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("/ve-du-lieu/")
    turn_back(page)
    box.click()
    page.keyboard.type("tom hum")
    options.first.wait_for(state="visible")
    expect(options.first).to_contain_text("Tổ chức")


def test_the_box_still_suggests_after_a_swap(open_page):
    page = open_page(PAGE + "?q=tom+hum")
    page.locator("#tab-page").click()
    page.wait_for_url("**kind=page")
    page.locator("#site-search").fill("")
    page.locator("#site-search").click()
    page.keyboard.type("tom")
    page.locator("#site-results .suggestions [role=option]").first.wait_for(state="visible")


@pytest.mark.parametrize("width", [390, 1280])
def test_without_scripts_everything_works_by_forms_and_links(open_page, width):
    page = open_page("/ve-du-lieu/", width=width, javascript=False)
    if width == 390:
        page.locator(".site-search-link").click()
        page.wait_for_url("**/tim-kiem/")
        page.locator("#site-search").fill("toom hufm")
        page.locator("#site-results .search-box button").click()
    else:
        page.locator("#header-search").fill("toom hufm")
        page.locator(".site-bar .search-box button").click()
    page.wait_for_url("**/tim-kiem/?q=toom+hufm")
    expect(page.locator(".alert").first).to_contain_text("Không tìm thấy gì cho “toom hufm”")
    page.locator(".search-section-head a").click()
    page.wait_for_url("**kind=organization")
    expect(results(page)).to_have_count(6)
    page.locator(".tabs").get_by_role("link", name="Tất cả").click()
    expect(results(page)).to_have_count(5)


@pytest.mark.parametrize(
    "path", [PAGE, PAGE + "?q=tom+hum", "/en" + PAGE + "?q=tom&kind=organization&page=0", PAGE + "?q=zunoka"]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nobody_is_kept_out(open_page, violations, path, scheme, width):
    page = open_page(path, scheme=scheme, width=width)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
