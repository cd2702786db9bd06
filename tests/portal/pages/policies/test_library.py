"""The library finds by number and words, filters, sorts, counts and turns pages, in both languages."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.pages.policies.validity import today
from portal.search import knowledge
from portal.search.query import Query
from portal.search.searching import search
from tests.factories.policies import PolicyFactory

pytestmark = pytest.mark.django_db
PAGE = "/van-ban/"


def soup(client, query="", page=PAGE, **headers):
    response = client.get(f"{page}?{query}" if query else page, headers=headers)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def numbers(page):
    return [entry.get_text() for entry in page.select(".policy-card-kind b")]


def counts(page, facet):
    choices = page.select(f"input[name={facet}][type=checkbox]")
    return {choice["value"]: int(choice.find_next("span", class_="count").get_text()) for choice in choices}


@pytest.fixture
def four(empty):
    new = PolicyFactory(
        number="268/2025/NĐ-CP", title_vi="Nghị định về doanh nghiệp khoa học và công nghệ",
        title_en="Decree on science and technology enterprises", issued_on=date(2025, 10, 14),
        effective_from=date(2025, 10, 14),
    )  # fmt: skip
    old = PolicyFactory(
        number="13/2019/NĐ-CP", title_vi="Nghị định cũ về doanh nghiệp khoa học", issued_on=date(2019, 2, 1),
        replaced_by=new,
    )  # fmt: skip
    law = PolicyFactory(
        number="93/2025/QH15", kind="law", title_vi="Luật Đổi mới sáng tạo", issuer_vi="Quốc hội", issuer_en="",
        issued_on=date(2025, 6, 27), effective_from=today() + timedelta(9), is_verified=False,
    )  # fmt: skip
    odd = PolicyFactory(
        number="38/2018/NĐ-CP", title_vi="Đầu tư <b>mạo hiểm</b>", issued_on=None, effective_from=None,
        last_checked_on=None,
    )  # fmt: skip
    knowledge.learn()
    return new, old, law, odd


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["268/2025/NĐ-CP", "93/2025/QH15", "13/2019/NĐ-CP", "38/2018/NĐ-CP"]),
        ("sort=number", ["13/2019/NĐ-CP", "38/2018/NĐ-CP", "93/2025/QH15", "268/2025/NĐ-CP"]),
        ("q=268/2025/N%C4%90-CP", ["268/2025/NĐ-CP"]),
        ("q=268+2025+nd+cp", ["268/2025/NĐ-CP"]),
        ("q=2682025ndcp", ["268/2025/NĐ-CP"]),
        ("q=268/2025", ["268/2025/NĐ-CP"]),
        ("q=nghi+dinh+13/2019", ["13/2019/NĐ-CP"]),
        ("q=doi+moi+sang+tao", ["93/2025/QH15"]),
        ("q=quoc+hoi", ["93/2025/QH15"]),
        ("q=doanh+nghiep+khoa+hoc&sort=number", ["13/2019/NĐ-CP", "268/2025/NĐ-CP"]),
        ("q=doanh+nghiep+khoa+hoc&validity=ended", ["13/2019/NĐ-CP"]),
        ("kind=law", ["93/2025/QH15"]),
        ("kind=law&kind=decree&year=2025", ["268/2025/NĐ-CP", "93/2025/QH15"]),
        ("validity=in-force", ["268/2025/NĐ-CP"]),
        ("validity=not-yet", ["93/2025/QH15"]),
        ("validity=ended", ["13/2019/NĐ-CP"]),
        ("validity=unknown", ["38/2018/NĐ-CP"]),
        ("issuer=quoc-hoi", ["93/2025/QH15"]),
        ("year=2018", ["38/2018/NĐ-CP"]),
        ("kind=law&year=2019", []),
        ("q=zzzunknown", []),
    ],
)
def test_what_is_asked_for_is_found(client, four, query, found):
    assert numbers(soup(client, query)) == found


def test_a_count_is_what_choosing_it_yields(client, four):
    page = soup(client, "validity=in-force&validity=ended")
    assert counts(page, "validity") == {"in-force": 1, "ended": 1, "not-yet": 1, "unknown": 1}
    assert counts(page, "kind") == {"decree": 2}
    assert counts(page, "year") == {"2025": 1, "2019": 1}
    for facet in ("kind", "validity", "issuer", "year"):
        for value, count in counts(soup(client), facet).items():
            assert len(numbers(soup(client, f"{facet}={value}"))) == count, (facet, value)


def test_applied_filters_can_be_taken_off_one_by_one(client, four):
    page = soup(client, "q=nghi+dinh&kind=decree&issuer=chinh-phu&sort=number")
    assert [chip["href"] for chip in page.select("a.chip-remove.chip")] == [
        "/van-ban/?q=nghi+dinh&issuer=chinh-phu&sort=number",
        "/van-ban/?q=nghi+dinh&kind=decree&sort=number",
    ]
    assert page.select_one("a[hreflang=en]")["href"] == (
        "/en/van-ban/?q=nghi+dinh&kind=decree&issuer=chinh-phu&sort=number"
    )


def test_what_is_not_known_is_left_out_and_said(client, four):
    page = soup(client, "kind=poem&issuer=nobody&year=1700&validity=&sort=password&page=-1")
    assert len(numbers(page)) == 4
    said = page.select_one(".alert-warning").get_text()
    assert all(word in said for word in ("poem", "nobody", "1700", "password", "-1"))


def test_an_empty_answer_leads_on(client, four):
    page = soup(client, "q=zzzunknown&kind=law")
    assert {link["href"] for link in page.select(".empty a")} == {"/van-ban/?q=zzzunknown", "/van-ban/"}
    assert not soup(client, "kind=law&year=2019").select(".policy-list")


def test_an_empty_library_says_so(client, empty):
    page = soup(client)
    assert page.select(".empty") and not page.select("form.facets")


def test_pages_turn_and_end_at_the_last(client, empty):
    PolicyFactory.create_batch(45)
    seen = [number for page in (1, 2, 3) for number in numbers(soup(client, f"page={page}"))]
    assert len(seen) == len(set(seen)) == 45
    assert numbers(soup(client, "page=999")) == seen[40:]


def test_a_fragment_is_answered_to_htmx(client, four):
    response = client.get(f"{PAGE}?kind=law", headers={"HX-Request": "true"})
    assert response.content.lstrip().startswith(b'<div id="library"')
    assert response["HX-Push-Url"] == "/van-ban/?kind=law"


def test_the_english_library_marks_vietnamese_texts(client, four):
    page = soup(client, "sort=number", page="/en/van-ban/")
    titles = {heading.get_text(strip=True): heading.get("lang") for heading in page.select(".policy-card h3")}
    assert titles["Decree on science and technology enterprises"] is None
    assert titles["Luật Đổi mới sáng tạo"] == "vi"
    assert "Government" in page.get_text()


def test_what_nobody_has_read_is_marked(client, four):
    marked = [card for card in soup(client).select(".policy-card") if card.select(".badge-unverified")]
    assert [card.b.get_text() for card in marked] == ["93/2025/QH15"]
    assert "Chưa đối chiếu với văn bản gốc" in marked[0].get_text()


def test_the_menu_and_the_site_search_lead_here(client, four):
    page = soup(client)
    assert page.select_one('header a[href="/van-ban/"]')["aria-current"] == "page"
    result = soup(client, "q=268+2025+nd+cp", page="/tim-kiem/").select_one(".search-result")
    assert result.a["href"] == "/van-ban/268-2025-nd-cp/" and "Còn hiệu lực" in result.get_text()


@pytest.mark.parametrize("text", ["", "q=nghi+dinh"])
def test_its_queries_do_not_grow(client, empty, text):
    taken = []
    PolicyFactory()
    for more in (0, 49):
        PolicyFactory.create_batch(more)
        knowledge.learn()
        client.get(f"{PAGE}?q=nghi&w={more}")  # what a process reads once
        with CaptureQueriesContext(connection) as queries:
            assert len(numbers(soup(client, f"sort=number&{text}&x={more}"))) == min(20, 1 + more)
        taken.append(len(queries))
    assert taken[0] == taken[1] <= 12


def test_every_number_of_the_first_documents_is_found_in_any_writing():
    from portal.pages.models import PolicyDocument
    from portal.pages.policies.numbers import bare

    rows = list(PolicyDocument.objects.all())
    assert len(rows) == 27
    for one in rows:
        for typed in (one.number, one.number.lower().replace("/", " "), bare(one.number)):
            assert search(Query(text=typed, kinds=("policy",))).hits[0].object_id == one.pk, typed
