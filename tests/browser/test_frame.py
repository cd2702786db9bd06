"""Writing to the portal as a person does, and the pages that administrators and editors put together, by axe."""

import re

import pytest
from django.utils.translation import override
from playwright.sync_api import expect
from wagtail.models import Page

from portal.pages.models import ContactMessage, SiteSettings
from tests.factories.page_types import contact_page_below, faq, landing, partners, people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def home():
    chosen = SiteSettings.load()
    chosen.contact_email, chosen.contact_phone, chosen.contact_address_vi = "so@mail.example", "0203 123 456", "Hạ Long"
    chosen.notice_vi, chosen.notice_kind = "Bảo trì tối nay: https://www.quangninh.gov.vn/", "warning"
    chosen.social_links = [("link", {"name": "Facebook", "address": "https://www.facebook.com/x"})]
    chosen.save()
    with override("vi"):
        return Page.objects.get(slug="home").specific


@pytest.mark.parametrize("javascript", [True, False])
def test_a_person_writes_and_is_thanked(open_page, home, javascript):
    contact_page_below(home)
    page = open_page("/lien-he/", width=390, javascript=javascript)
    page.fill("#id_name", "Nguyễn Thị Đào")
    page.fill("#id_message", "Dữ liệu của tôi được giữ bao lâu?")
    page.wait_for_timeout(4000)  # as long as a person types at least
    page.fill("#id_email", "dao@mail.example")
    page.select_option("#id_topic", "data")
    page.get_by_role("button", name="Gửi thư").click()
    page.wait_for_url("**/lien-he/da-gui/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Chúng tôi đã nhận được thư của bạn")
    page.reload()
    assert ContactMessage.objects.count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_is_open_to_everybody(open_page, violations, home, scheme):
    contact_page_below(home)
    page = open_page("/lien-he/", width=320, scheme=scheme)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.goto(re.match(r"https?://[^/]+", page.url)[0] + "/lien-he/da-gui/", wait_until="networkidle")
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("make", [faq, people, partners])
def test_lists_are_open_to_everybody(open_page, violations, home, make, scheme):
    made = make(home, 2)
    page = open_page(made.url, width=320, scheme=scheme)
    for summary in page.locator("main summary").all():
        summary.click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_landing_page_is_open_to_everybody(open_page, violations, home, scheme):
    steps = [{"title": f"Bước {place}", "text": "Làm một việc."} for place in range(3)]
    figure = {
        "value": "31",
        "label": "doanh nghiệp",
        "note": "",
        "source": "Báo cáo",
        "source_url": "",
        "date": "7/2025",
    }
    link = {"label": "Về dữ liệu", "page": None, "address": "/ve-du-lieu/"}
    made = landing(
        home,
        ("opening", {"title": "Mười hai tháng đầu", "lead": "Không đi một mình."}),
        ("figures", {"figures": [figure]}),
        ("steps", {"title": "Ba bước", "steps": steps}),
        ("quote", {"text": "Chúng tôi học cách nghe.", "speaker": "Phạm An", "role": ""}),
        ("links", {"title": "Đọc thêm", "links": [link]}),
        ("call_to_action", link | {"text": "Có câu hỏi?"}),
    )
    page = open_page(made.url, width=320, scheme=scheme)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
