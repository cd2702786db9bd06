"""The editor's own journey in a browser: sign in, name a page, see the draft, publish."""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import Error, expect
from wagtail.models import Page

from tests.signing_in import make_staff, sign_in_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def admin(open_page):
    """The admin's first screen, after signing in as an approver on the site's own login."""
    page = open_page("/accounts/login/")
    sign_in_page(page, make_staff("Người duyệt"))
    return page


def to(page, path: str) -> None:
    page.goto(re.match(r"https?://[^/]+", page.url)[0] + path, wait_until="networkidle")
    page.wait_for_function("window.wagtail && window.wagtail.app")


def write(page, text: str) -> None:
    page.locator(".DraftEditor-root [contenteditable]").first.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def wait_for_preview(page, text: str, *, typing: bool = False) -> None:
    """Wait for the frame that shows the text; Wagtail loads a new one behind the old one at every change.

    It takes its first look at a form only seconds after loading it, so a change made before is seen with the next key.
    """
    for _attempt in range(40):
        with suppress(Error):  # the old frame may leave while it is read
            if any("/preview/" in frame.url and text in frame.content() for frame in page.frames):
                return
        if typing:
            page.keyboard.type(" ")
        page.wait_for_timeout(500)
    raise AssertionError([frame.url for frame in page.frames])


def publish(page) -> None:
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    page.locator("footer button:has-text('Xuất bản')").first.click()
    page.wait_for_load_state("networkidle")


def test_the_address_is_made_of_every_letter_of_the_title(admin):
    home = Page.objects.get(slug="home")
    to(admin, f"/admin/pages/add/pages/standardpage/{home.pk}/")
    admin.fill("#id_title", "Ưu đãi đổi mới ở ĐÔNG Triều, quỹ hỗ trợ")
    admin.press("#id_title", "Tab")
    admin.get_by_role("tab").nth(1).click()
    expect(admin.locator("#id_slug")).to_have_value("uu-dai-doi-moi-o-dong-trieu-quy-ho-tro")


def test_a_draft_is_seen_beside_its_form_and_published(admin, client):
    directory = Page.objects.get(slug="doanh-nghiep", locale__language_code="vi")
    to(admin, f"/admin/pages/{directory.pk}/edit/")
    admin.locator("[data-side-panel-toggle=preview]").first.click()
    wait_for_preview(admin, "Ai đang làm gì")
    write(admin, " Xem thử trước khi đăng.")
    wait_for_preview(admin, "Xem thử trước khi đăng.", typing=True)
    assert "Xem thử trước khi đăng." not in client.get("/doanh-nghiep/").content.decode()
    publish(admin)
    assert admin.get_by_text("Đã xuất bản trang “Danh bạ”.").is_visible()
    assert "Xem thử trước khi đăng." in client.get("/doanh-nghiep/").content.decode()
