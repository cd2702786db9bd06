"""Questions, people, partners and landing pages: what readers, the search and machines get of them."""

import json
import re

import pytest
from django.core.cache import caches

from portal.pages.models import StandardPage
from portal.pages.sitemap import entries
from portal.search.query import Query
from portal.search.searching import search
from tests.factories.page_types import faq, landing, partners, people, publish
from tests.factories.startups import OrganizationFactory

pytestmark = pytest.mark.django_db
EVIL = '<script>alert(1)</script>"><b>x</b>'


def read(client, page) -> str:
    caches["pages"].clear()
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def structured(text: str) -> dict[str, dict]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    return {data["@type"]: data for data in map(json.loads, found)}


class TestFaq:
    def test_questions_open_without_a_script(self, client, home):
        text = read(client, faq(home, 2))
        assert text.count("<details") == text.count("<summary") == 4
        assert "Không mất <b>đồng</b> nào." in text
        assert len(re.findall("<h1", text)) == 1

    def test_machines_read_questions_and_the_way(self, client, home):
        page = faq(home)
        data = structured(read(client, page))
        (question,) = data["FAQPage"]["mainEntity"]
        assert question["name"] == "Đăng ký có mất phí không? 0"
        assert question["acceptedAnswer"]["text"] == "Không mất đồng nào."
        steps = data["BreadcrumbList"]["itemListElement"]
        assert [(step["name"], step["item"]) for step in steps] == [
            ("Trang chủ", "http://localhost:8000/"),
            ("Hỏi đáp", f"http://localhost:8000{page.url}"),
        ]

    def test_a_question_is_found_without_marks(self, home):
        page = faq(home)
        assert page.pk in [hit.object_id for hit in search(Query(text="mat phi", kinds=("page",), language="vi")).hits]


class TestPeopleAndPartners:
    def test_people_can_be_reached(self, client, home):
        text = read(client, people(home))
        assert 'href="tel:0203123456"' in text
        assert 'href="mailto:ha@mail.example"' in text
        assert "Đầu mối" in text

    def test_who_has_no_picture_has_initials(self, client, home):
        assert ">NH<" in read(client, people(home, photo=None)).replace("NHà", "")

    def test_a_partner_is_linked_and_found(self, client, home):
        page = partners(home)
        assert 'href="https://truong.example/"' in read(client, page)
        hits = search(Query(text="dai hoc ha long", kinds=("page",), language="vi")).hits
        assert page.pk in [hit.object_id for hit in hits]

    def test_a_partner_without_website_and_text_is_a_name(self, client, home):
        text = read(client, partners(home, website="", text="", logo=None))
        assert "<h3>Trường Đại học Hạ Long</h3>" in text


class TestLanding:
    OPENING = ("opening", {"title": "Ươm tạo", "lead": "Mười hai tháng đầu."})

    def test_its_opening_is_its_title(self, client, home):
        text = read(client, landing(home, self.OPENING))
        assert re.findall(r"<h1>(.*?)</h1>", text) == ["Ươm tạo"]
        text = read(client, landing(home, ("text", "<p>Chữ</p>"), title="Không mở đầu"))
        assert re.findall(r"<h1>(.*?)</h1>", text) == ["Không mở đầu"]

    def test_sections_with_nothing_to_show_are_left_out(self, client, home):
        page = landing(
            home, self.OPENING, ("featured", {"title": "Tổ chức nổi bật", "order": "newest", "number": 3}),
            ("sectors", {"title": "Theo lĩnh vực"}), ("news", {"title": "Tin mới", "topic": None, "number": 3}),
        )  # fmt: skip
        text = read(client, page)
        assert "Tổ chức nổi bật" not in text
        assert "Theo lĩnh vực" not in text
        OrganizationFactory(name_vi="Hàu Xanh")
        assert "Tổ chức nổi bật" in read(client, page)

    def test_links_lead_to_live_pages_and_addresses(self, client, home, text_page):
        links = [
            {"label": "Dữ liệu", "page": text_page, "address": ""},
            {"label": "Bộ", "page": None, "address": "https://www.most.gov.vn/"},
        ]
        call = {"text": "Có câu hỏi?", "label": "Đọc tiếp", "page": text_page, "address": ""}
        page = landing(home, ("links", {"title": "Đọc thêm", "links": links}), ("call_to_action", call))
        text = read(client, page)
        assert text.count('href="/ve-du-lieu/"') >= 3
        assert 'href="https://www.most.gov.vn/"' in text
        text_page.unpublish()
        text = read(client, page)
        assert 'href="/ve-du-lieu/"' not in text
        assert "Có câu hỏi?" not in text  # a button that leads nowhere is no call
        assert "Đọc thêm" in text

    def test_a_page_below_it_tells_the_way(self, client, home):
        page = landing(home, self.OPENING)
        child = publish(page, StandardPage(title="Điều kiện", body="<p>…</p>"))
        text = read(client, child)
        steps = structured(text)["BreadcrumbList"]["itemListElement"]
        assert [step["name"] for step in steps] == ["Trang chủ", "Chương trình ươm tạo", "Điều kiện"]
        assert 'href="/chuong-trinh-uom-tao/"' in text
        assert '<meta property="og:url" content="http://localhost:8000/chuong-trinh-uom-tao/dieu-kien/">' in text
        assert '<link rel="canonical" href="http://localhost:8000/chuong-trinh-uom-tao/dieu-kien/">' in text

    def test_steps_are_a_list(self, client, home):
        steps = [{"title": f"Bước {place}", "text": "Làm"} for place in range(3)]
        text = read(client, landing(home, ("steps", {"title": "Cách làm", "steps": steps})))
        assert text.count('<li class="step">') == 3


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("made", [(faq, 11), (people, 13), (partners, 13)])
def test_the_statements_of_a_list_do_not_grow(client, home, django_assert_num_queries, made, number):
    make, statements = made
    page = make(home, number)
    read(client, page)
    caches["pages"].clear()
    with django_assert_num_queries(statements):
        client.get(page.url)


@pytest.mark.parametrize("number", [1, 3])
def test_the_statements_of_a_landing_page_do_not_grow(client, home, django_assert_num_queries, number):
    targets = [publish(home, StandardPage(title=f"Trang {place}", body="<p>…</p>")) for place in range(number)]
    links = [{"label": target.title, "page": target, "address": ""} for target in targets]
    page = landing(home, *[("links", {"title": "Đọc thêm", "links": links})] * number)
    read(client, page)
    caches["pages"].clear()
    with django_assert_num_queries(13):
        client.get(page.url)


def test_they_are_in_the_sitemap(home):
    made = [faq(home), people(home), partners(home), landing(home, TestLanding.OPENING)]
    there = {entry.address for entry in entries("pages")}
    assert {f"http://localhost:8000{page.url}" for page in made} <= there


def test_no_field_becomes_markup(client, home):
    link = {"label": EVIL, "page": None, "address": f"/{EVIL}"}
    pages = [
        faq(home, text=EVIL), people(home, name=EVIL, role=EVIL, note=EVIL, phone=EVIL[:40], email=EVIL),
        partners(home, name=EVIL, text=EVIL, website=f"https://x.example/{EVIL}"),
        landing(
            home, ("opening", {"title": EVIL, "lead": EVIL}), ("steps", {"title": EVIL, "steps": [{"title": EVIL, "text": EVIL}]}),
            ("links", {"title": EVIL, "links": [link]}), ("call_to_action", link | {"text": EVIL}),
            ("quote", {"text": EVIL, "speaker": EVIL, "role": EVIL}), title=EVIL,
        ),
    ]  # fmt: skip
    for page in pages:
        page.title = page.seo_title = page.search_description = EVIL
        page.save_revision().publish()
        text = read(client, page)
        assert "<script>alert" not in text, page
        assert "<b>x</b>" not in text, page
        assert "alert(1)" in text, page
