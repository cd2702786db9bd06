"""The search box on the real site: suggestions by keyboard and touch, and plain search without scripts."""

import re

import pytest
from playwright.sync_api import expect

from portal.search.indexing import index_changed
from tests.factories.startups import OrganizationFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def farm():
    made = OrganizationFactory(name_vi="Hàu Xanh Bái Tử Long", slug="hau-xanh", sectors=["blue_economy"])
    index_changed("organization", [made.pk])
    return made


def _type(page, text: str):
    box = page.locator("#hero-search")
    box.click()
    page.keyboard.type(text)
    page.locator(".hero .suggestions [role=option]").first.wait_for(state="visible")
    return box


def test_a_suggestion_is_chosen_by_keyboard(open_page, violations, farm) -> None:
    page = open_page("/", width=390)
    box = _type(page, "hau xanh")
    assert box.get_attribute("role") == "combobox"
    assert box.get_attribute("aria-expanded") == "true"
    assert violations(page) == []
    page.keyboard.press("ArrowDown")
    active = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    assert active.get_attribute("aria-selected") == "true"
    assert box.input_value() == "hau xanh"
    page.keyboard.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/doanh-nghiep/" in page.url


def test_escape_closes_the_suggestions_and_keeps_the_text(open_page, farm) -> None:
    page = open_page("/")
    box = _type(page, "hau xanh")
    page.keyboard.press("Escape")
    assert not page.locator(".hero .suggestions").is_visible()
    assert box.get_attribute("aria-expanded") == "false"
    assert box.input_value() == "hau xanh"
    assert page.evaluate("document.activeElement.id") == "hero-search"


def test_suggestions_leave_with_the_focus(open_page, farm) -> None:
    page = open_page("/")
    _type(page, "hau xanh")
    page.keyboard.press("Tab")
    assert not page.locator(".hero .suggestions").is_visible()


def test_the_box_in_the_results_still_suggests_after_a_swap(open_page, farm) -> None:
    page = open_page("/doanh-nghiep/")
    with page.expect_response(lambda response: "sector=blue_economy" in response.url):
        page.locator("input[name=sector][value=blue_economy]").check()
    page.locator(".chip-remove").first.wait_for()
    expect(page.locator("body > [role=status]")).to_have_text(re.compile(r"^1 "))
    page.locator("#directory-search").click()
    page.keyboard.type("hau")
    page.locator("#directory .suggestions [role=option]").first.wait_for(state="visible")


def test_without_scripts_the_box_searches(open_page, farm) -> None:
    page = open_page("/", width=390, javascript=False)
    page.locator("#hero-search").fill("hau xanh")
    with page.expect_navigation():
        page.locator(".hero button").click()
    assert page.url.endswith("/tim-kiem/?q=hau+xanh")
    assert page.locator(".search-result h3").first.inner_text() == "Hàu Xanh Bái Tử Long"
