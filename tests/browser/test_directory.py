"""The visitor's journey in Chromium: find, filter, turn pages, read, go back; by mouse and keyboard, with and without scripts."""

import pytest
from playwright.sync_api import expect

from tests.factories.startups import (
    CertificateFactory,
    FundingRoundFactory,
    OrganizationFactory,
    PersonFactory,
    ProductFactory,
    indexed,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGE = "/doanh-nghiep/"


@pytest.fixture(autouse=True)
def organizations():
    farm = OrganizationFactory(
        name_vi="Hàu sữa Bái Tử Long (mẫu)",
        name_en="Bai Tu Long Oysters (sample)",
        slug="hau-sua",
        tagline_vi="Nuôi hàu bằng phao bền",
        description_vi="Đoạn một.\n\nĐoạn hai.",
        kind="st_enterprise",
        sectors=["blue_economy"],
        technologies=["iot"],
        unit_code="06994",
        stage="growth",
        founded_year=2016,
        website="https://hau.example",
        tags=["phao"],
        is_sample=True,
    )
    CertificateFactory(organization=farm, is_sample=True)
    CertificateFactory(organization=farm, state="stated", statement="GCN số 9")
    FundingRoundFactory(organization=farm, public=True, is_open=True, target_amount=2_000_000_000)
    PersonFactory(organization=farm, agreed=True)
    ProductFactory(organization=farm, description_vi="Đã tách vỏ")
    others = [
        OrganizationFactory(name_vi=f"An toàn mỏ {number}", sectors=["clean_mining"], stage="idea", unit_code="07069")
        for number in range(26)
    ]
    indexed(farm, *others)


def names(page):
    return page.locator("#directory article.card h3")


def turn_back(page, step="go_back"):
    """Go back or forward and wait for the page to come anew: nothing is kept in the reader's browser."""
    with page.expect_event("load"):
        getattr(page, step)()


def test_a_filter_applies_at_once_and_going_back_takes_it_away(open_page):
    page = open_page(PAGE)
    expect(names(page)).to_have_count(24)
    box = page.get_by_label("Kinh tế biển")
    box.check()
    expect(names(page)).to_have_text(["Hàu sữa Bái Tử Long (mẫu)"])
    assert page.url.endswith(PAGE + "?sector=blue_economy")
    expect(box).to_be_checked()
    expect(box).to_be_focused()
    expect(page.locator("body > [role=status]")).to_contain_text("1 tổ chức")
    page.locator("#sort").select_option("name")
    page.wait_for_url("**?sector=blue_economy&sort=name")
    turn_back(page)
    assert page.url.endswith("?sector=blue_economy")
    expect(names(page)).to_have_count(1)
    turn_back(page)
    expect(names(page)).to_have_count(24)
    expect(page.get_by_label("Kinh tế biển")).not_to_be_checked()
    turn_back(page, "go_forward")
    expect(names(page)).to_have_count(1)
    expect(page.get_by_label("Kinh tế biển")).to_be_checked()
    assert page.locator("html").count() == page.locator("h1").count() == 1


def test_from_the_home_page_to_a_profile_and_back(open_page):
    page = open_page("/")
    page.locator("nav.site-nav").get_by_role("link", name="Danh bạ").click()
    page.locator("#directory-search").fill("hau sua van don")
    page.keyboard.press("Enter")
    page.wait_for_url("**/doanh-nghiep/?q=hau*")
    expect(names(page)).to_have_text(["Hàu sữa Bái Tử Long (mẫu)"])
    found = page.url
    page.get_by_role("link", name="Hàu sữa Bái Tử Long (mẫu)").click()
    page.wait_for_url("**/doanh-nghiep/hau-sua/")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/doanh-nghiep/hau-sua/")
    expect(page.locator("h1")).to_have_text("Bai Tu Long Oysters (sample)")
    page.go_back()
    page.go_back()
    assert page.url == found
    expect(page.locator("#directory-search")).to_have_value("hau sua van don")


def test_a_search_after_a_filter_keeps_it_and_still_suggests(open_page):
    page = open_page(PAGE)
    page.get_by_label("Khai khoáng sạch").check()
    expect(page.locator("a.chip-remove").first).to_contain_text("Khai khoáng sạch")
    page.locator("#directory-search").click()
    page.keyboard.type("an toan")
    page.locator("#directory .suggestions [role=option]").first.wait_for(state="visible")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=an+toan*")
    assert "sector=clean_mining" in page.url
    page.locator("a.chip-remove").first.click()
    page.wait_for_url("**/doanh-nghiep/?q=an+toan")


def test_on_a_phone_the_filters_open_in_a_dialog(open_page, violations):
    page = open_page(PAGE, width=390)
    assert not page.locator(".facets-panel").is_visible()
    page.locator("#open-facets").click()
    dialog = page.locator("dialog.facets-dialog")
    expect(dialog).to_be_visible()
    dialog.get_by_label("Kinh tế biển").check()
    assert violations(page) == []
    page.wait_for_timeout(300)
    assert page.url.endswith(PAGE)  # nothing is asked before the button
    dialog.locator("[data-apply-facets]").click()
    expect(names(page)).to_have_count(1)
    expect(dialog).not_to_be_visible()
    expect(page.locator("#open-facets")).to_contain_text("(1)")
    page.locator("#open-facets").click()
    expect(dialog.get_by_label("Kinh tế biển")).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator("#open-facets")).to_be_focused()
    expect(page.locator(".facets-panel form")).to_have_count(1)


@pytest.mark.parametrize("width", [390, 1280])
def test_without_scripts_everything_works_by_forms_and_links(open_page, width):
    page = open_page(PAGE, width=width, javascript=False)
    if width == 390:
        results = page.locator(".results-list").bounding_box()
        assert results["y"] < page.locator("#filters").bounding_box()["y"]
        page.locator("a[href='#filters']").click()
    page.get_by_label("Kinh tế biển").check()
    page.locator(".facets button[type=submit]").click()
    page.wait_for_url("**sector=blue_economy*")
    expect(names(page)).to_have_count(1)
    page.locator("a.chip-remove").first.click()
    page.locator(".pagination a[rel=next]").click()
    page.wait_for_url("**?page=2")
    expect(names(page)).to_have_count(3)
    page.locator("#sort").select_option("name")
    page.locator(".sort button[type=submit]").click()
    page.wait_for_url("**sort=name*")
    page.locator("#directory-search").fill("oysters")
    page.locator("#directory .search-box button").click()
    expect(names(page)).to_have_count(1)


@pytest.mark.parametrize(
    "path", [PAGE, "/en" + PAGE + "?q=oysters", PAGE + "?q=hau&stage=idea&sort=x", PAGE + "hau-sua/"]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nobody_is_kept_out(open_page, violations, path, scheme, width):
    page = open_page(path, scheme=scheme, width=width)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_page_of_the_data_interface_is_for_everybody_too(open_page, violations):
    page = open_page("/api/v1/docs", width=320)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
