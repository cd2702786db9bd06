"""The news in a browser: for everybody, on every screen, without scripts; and what an editor types is not lost."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from portal.pages.models import NewsPage
from tests.factories.news import article
from tests.factories.pictures import make_image
from tests.factories.startups import OrganizationFactory
from tests.signing_in import make_staff, sign_in_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

VAN_DON = "06994"


@pytest.fixture
def some_news():
    organization = OrganizationFactory(name_vi="Hàu Xanh")
    body = [
        ("text", "<h2>Mục một</h2><p>Đoạn văn.</p>"),
        ("quote", {"text": "Bớt đi một lần ghi.", "speaker": "Lê Thị Ngân", "role": "Kỹ thuật"}),
        ("call_to_action", {"text": "Tìm thêm.", "label": "Danh bạ", "page": None, "address": "/doanh-nghiep/"}),
        ("organization", organization),
    ]
    cover = make_image(credit="Hình vẽ của cổng")
    first = article(
        "Hai đơn vị thử dùng chung một nhật ký", body=body, units=[VAN_DON], cover=cover, cover_alt="Con hàu"
    )
    article("Quỹ mở bàn hỏi đáp", topic="von-va-dau-tu", units=[VAN_DON], days_ago=40)
    return first


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_list_and_article_are_open_to_everybody(open_page, violations, some_news, width, scheme):
    for path in ("/tin-tuc/", some_news.url):
        page = open_page(path, width=width, scheme=scheme)
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_a_reader_without_scripts_narrows_the_list_and_reads(open_page, some_news):
    page = open_page("/tin-tuc/", javascript=False)
    page.select_option("#news-unit", VAN_DON)
    page.click(".news-archive button")
    assert f"unit={VAN_DON}" in page.url
    page.click("a.chip:has-text('Vốn và đầu tư')")
    expect(page.locator(".news-card")).to_have_count(1)
    page.go_back()
    expect(page.locator(".news-card")).to_have_count(2)
    page.click("text=Hai đơn vị thử dùng chung một nhật ký")
    expect(page.locator("h1")).to_have_text("Hai đơn vị thử dùng chung một nhật ký")
    assert not page.locator("[data-copy]").is_visible()


def test_what_was_typed_before_the_session_ended_is_kept(open_page, some_news):
    page = open_page("/accounts/login/")
    sign_in_page(page, make_staff("Biên tập viên"))
    page.goto(page.url.split("/admin/")[0] + f"/admin/pages/{some_news.pk}/edit/", wait_until="networkidle")
    page.wait_for_function("window.wagtail && window.wagtail.app")
    page.wait_for_timeout(5_000)  # Wagtail takes its first look at the form only seconds after loading it
    page.fill("#id_lead", "Câu đã gõ trước khi phiên làm việc hết hạn.")
    page.press("#id_lead", "Tab")
    for _attempt in range(40):
        if NewsPage.objects.get(pk=some_news.pk).get_latest_revision().content["lead"].startswith("Câu đã gõ"):
            break
        page.wait_for_timeout(250)
    Session.objects.all().delete()
    page.reload()
    page.wait_for_url("**/login/**")
    assert NewsPage.objects.get(pk=some_news.pk).get_latest_revision_as_object().lead.startswith("Câu đã gõ")
