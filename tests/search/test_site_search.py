"""The page that searches the whole site: results of every kind in one look, tabs with counts, ways out."""

import re

import pytest
from bs4 import BeautifulSoup
from django.utils.translation import override
from wagtail.models import Page

from portal.search import knowledge
from portal.search.indexing import index_changed
from portal.search.registry import all_kinds, site_kinds
from portal.search.site_search import BEST, PAGE_SIZE
from tests.factories.startups import OrganizationFactory, indexed
from tests.startups.directory.conftest import count_queries, parameters  # noqa: F401 -- a fixture

pytestmark = pytest.mark.django_db
PAGE = "/tim-kiem/"


def soup(client, path=PAGE, **headers):
    response = client.get(path, headers=headers)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def titles(page):
    return [" ".join(title.get_text().split()) for title in page.select(".search-result h3")]


def text_of(page, selector):
    return " ".join(page.select_one(selector).get_text(" ", strip=True).split())


def tabs(page):
    """Return count and address by label; None where there is no link."""
    found = {}
    for item in page.select(".tabs li > *"):
        count = int(item.select_one(".count").extract().get_text().replace(".", "").replace(",", ""))
        found[item.get_text(strip=True)] = (count, item.get("href"))
    return found


@pytest.fixture
def about_data():
    return Page.objects.get(slug="ve-du-lieu", locale__language_code="vi").specific


@pytest.fixture
def farms(about_data):
    """Six organizations and a page about lobsters."""
    about_data.body = "<p>Tôm hùm được đếm thế nào.</p>"
    about_data.save_revision().publish()
    made = [
        OrganizationFactory(
            name_vi=f"Tôm hùm số {number} (mẫu)",
            name_en=f"Lobster {number} (sample)",
            slug=f"tom-{number}",
            tagline_vi="Nuôi <b>tôm</b> ở Vân Đồn",
            unit_code="06994",
            is_sample=True,
        )
        for number in range(BEST + 2)
    ]
    indexed(*made)
    knowledge.learn()
    return made


def test_results_of_every_kind_are_grouped_counted_and_of_one_look(client, farms):
    page = soup(client, PAGE + "?q=tom+hum")
    shown = tabs(page)
    assert shown["Tất cả"] == (7, "/tim-kiem/?q=tom+hum")
    assert shown["Tổ chức"] == (6, "/tim-kiem/?q=tom+hum&kind=organization")
    assert shown["Trang"] == (1, "/tim-kiem/?q=tom+hum&kind=page")
    assert text_of(page, ".results-count") == "7 kết quả cho “tom hum”"
    assert len(titles(page)) == BEST + 1
    first = next(one for one in page.select(".search-result") if "số" in one.h3.get_text())
    assert text_of(first, ".search-result-kind") == "Tổ chức"
    assert first.h3.a["href"].startswith("/doanh-nghiep/tom-")
    assert [mark.get_text() for mark in first.select("h3 mark")] == ["Tôm hùm"]
    assert text_of(first, ".ribbon") == "Mẫu"
    assert "Đặc khu Vân Đồn" in text_of(first, ".search-result-meta")
    assert not first.select("b")
    assert "<b>tôm" in first.select_one(".search-result-text").get_text()
    about = next(one for one in page.select(".search-result") if "Về dữ liệu" in one.h3.get_text())
    assert (text_of(about, ".search-result-kind"), about.h3.a["href"]) == ("Trang", "/ve-du-lieu/")
    assert [mark.get_text() for mark in about.select(".search-result-text mark")] == ["Tôm hùm"]
    assert about.select_one("time")["datetime"]
    assert not about.select(".ribbon")
    more = [link["href"] for link in page.select(".search-section-head a")]
    assert more == ["/tim-kiem/?q=tom+hum&kind=organization"]


def test_a_tab_yields_what_it_counts(client, farms):
    indexed(*[OrganizationFactory(name_vi=f"Hàu {number}") for number in range(PAGE_SIZE)])
    for question in ("", "?q=hau", "?q=tom+hum", "?q=nuoi+zunoka"):
        for count, url in tabs(soup(client, PAGE + question)).values():
            if not url:
                assert count == 0
                continue
            if "kind=" not in url:
                continue
            seen, here = [], url
            while here:
                page = soup(client, here)
                seen += [link["href"] for link in page.select(".search-result h3 a")]
                following = page.select_one(".pagination a[rel=next]")
                here = following and following["href"]
            assert len(seen) == len(set(seen)) == count


def test_every_registered_kind_with_cards_is_there_once(client, farms):
    names = [kind.name for kind in site_kinds()]
    assert {"organization", "page"} <= set(names) <= {kind.name for kind in all_kinds()}
    with override("vi"):
        assert list(tabs(soup(client))) == ["Tất cả", *(str(kind.plural) for kind in site_kinds())]
        assert all(str(kind.label) for kind in site_kinds())


def test_one_kind_is_a_list_with_pages(client):
    indexed(*[OrganizationFactory(name_vi=f"Hàu {number}") for number in range(PAGE_SIZE + 3)])
    page = soup(client, PAGE + "?q=hau&kind=organization&page=2")
    assert len(titles(page)) == 3
    assert "trang 2 trên 2" in text_of(page, ".results-count")
    assert page.select_one("nav.pagination a[rel=prev]")["href"] == "/tim-kiem/?q=hau&kind=organization"
    assert page.select_one(".tabs a[aria-current]")["href"] == "/tim-kiem/?q=hau&kind=organization"
    beyond = client.get(PAGE + "?q=hau&kind=organization&page=99")
    assert beyond["HX-Push-Url"] == "/tim-kiem/?q=hau&kind=organization&page=2"


@pytest.mark.parametrize("question", ["tôm hùm", "tom hum", "toom hufm", "TÔM HÙM", "tomhum", '"tôm hùm"', "TÔM  hùm!"])
def test_the_rules_of_the_planner_hold_for_every_kind(client, farms, question):
    shown = tabs(soup(client, f"{PAGE}?q={question}"))
    assert (shown["Tổ chức"][0], shown["Trang"][0]) == (6, 1)


def test_a_repaired_question_is_said(client, farms):
    page = soup(client, PAGE + "?q=toom+hufm")
    assert "Không tìm thấy gì cho “toom hufm”" in text_of(page, ".alert")
    page = soup(client, PAGE + "?q=tom+hum+zunoka+velorin")
    assert "Không có nội dung nào chứa mọi từ này" in text_of(page, ".alert")


def test_nothing_found_says_what_helps(client, farms):
    page = soup(client, PAGE + "?q=zunoka")
    assert not page.select(".tabs")
    assert text_of(page, ".empty h3") == "Không tìm thấy"
    assert page.select_one(".empty a")["href"] == "/doanh-nghiep/"
    other = soup(client, PAGE + "?q=lobster&kind=page")
    assert tabs(other)["Trang"] == (0, "/tim-kiem/?q=lobster&kind=page")
    assert other.select_one(".empty a")["href"] == "/tim-kiem/?q=lobster"


def test_without_words_everything_is_listed_newest_first(client, farms):
    page = soup(client)
    assert tabs(page)["Tổ chức"][0] == 6
    assert len(titles(page)) > BEST
    assert page.title.get_text(strip=True).startswith("Tìm kiếm")


def test_english_finds_english_and_leads_to_it(client, farms):
    page = soup(client, "/en/tim-kiem/?q=lobster")
    assert tabs(page)["Organizations"] == (6, "/en/tim-kiem/?q=lobster&kind=organization")
    assert page.select_one(".search-result a")["href"].startswith("/en/doanh-nghiep/")
    assert page.select_one(".search-result-text")["lang"] == "vi"
    assert page.html["lang"] == "en"
    there = soup(client, PAGE + "?q=tom+hum&kind=page&utm_source=x")
    links = [link["href"] for link in there.select(".agency-bar a")]
    assert "/en/tim-kiem/?q=tom+hum&kind=page" in links


def test_htmx_gets_the_fragment_and_the_address(client, farms):
    response = client.get(PAGE + "?q=tom+hum&kind=page&x=1", headers={"HX-Request": "true"})
    assert b"<html" not in response.content
    assert response.content.strip().startswith(b"<section")
    assert response["HX-Push-Url"] == "/tim-kiem/?q=tom+hum&kind=page"


def test_robots_keep_out(client, farms):
    assert soup(client).select_one("meta[name=robots]")["content"] == "noindex"
    robots = client.get("/robots.txt").content.decode()
    assert {"Disallow: /tim-kiem/", "Disallow: /en/tim-kiem/"} <= set(robots.splitlines())
    assert "tim-kiem" not in client.get("/sitemap.xml").content.decode()


def test_the_header_leads_to_the_site_search_but_not_beside_another_box(client, farms):
    for path in ("/ve-du-lieu/", "/doanh-nghiep/tom-0/"):
        form = soup(client, path).select_one("form.search-box:has(#header-search)")
        assert (form["action"], form["data-suggest-url"]) == (PAGE, "/goi-y/")
    english = soup(client, "/en/ve-du-lieu/").select_one("form.search-box:has(#header-search)")
    assert (english["action"], english["data-suggest-url"]) == ("/en/tim-kiem/", "/en/goi-y/")
    assert soup(client, "/").select_one("form.search-box:has(#hero-search)")["action"] == PAGE
    for path in ("/", PAGE, "/doanh-nghiep/"):
        page = soup(client, path)
        assert len(page.select("form.search-box")) == 1
        assert not page.select("#header-search, .site-search-link")


def test_what_is_hidden_is_not_found_even_from_an_index_that_lags_behind(client, farms, about_data):
    type(farms[0]).objects.filter(slug="tom-0").update(visibility="private")
    Page.objects.filter(pk=about_data.pk).update(live=False)
    page = soup(client, PAGE + "?q=tom+hum")
    assert {label: count for label, (count, _) in tabs(page).items() if count} == {"Tất cả": 5, "Tổ chức": 5}
    assert "số 0" not in page.get_text()
    assert "tom-0" not in str(soup(client, "/goi-y/?q=tom+hum"))
    assert "ve-du-lieu" not in str(soup(client, "/goi-y/?q=ve+du+lieu"))


def test_a_page_with_a_password_and_a_draft_show_nowhere(client, farms, about_data):
    from wagtail.models import PageViewRestriction

    about_data.title = "Bản nháp zunoka"
    about_data.save_revision()
    assert tabs(soup(client, PAGE + "?q=du+lieu"))["Trang"][0] >= 1
    for question in ("zunoka", "nhap+zunok"):
        assert "Bản nháp" not in str(soup(client, f"{PAGE}?q={question}"))
        assert "Bản nháp" not in str(soup(client, f"/goi-y/?q={question}"))
    PageViewRestriction.objects.create(page=about_data, restriction_type="password", password="x")
    for path in (PAGE + "?q=tom+hum", PAGE + "?kind=page", "/goi-y/?q=ve+du+lieu", PAGE + "?q=tom+hum&kind=page"):
        assert "/ve-du-lieu/" not in str(soup(client, path).select(".search-result, [role=option]"))
    assert tabs(soup(client, PAGE + "?q=tom+hum"))["Trang"] == (0, None)


@pytest.mark.parametrize("query", ["?q=hau", "?q=hau&kind=organization", "?q=hau&kind=page", ""])
def test_one_result_costs_as_many_queries_as_three(count_queries, about_data, query):  # noqa: F811
    indexed(OrganizationFactory(name_vi="Hàu"))
    about_data.body = "<p>Hàu</p>"
    about_data.save_revision().publish()
    first = count_queries(PAGE + query)[1]
    indexed(*OrganizationFactory.create_batch(2, name_vi="Hàu"))
    for slug in ("quyen-rieng-tu", "tro-nang"):
        if other := Page.objects.filter(slug=slug).first():
            other.specific.save_revision().publish()
    index_changed("page", list(Page.objects.values_list("pk", flat=True)))
    assert count_queries(PAGE + query)[1] == first
    assert first <= 12


def test_suggestions_are_of_every_kind_and_say_which(client, farms):
    page = soup(client, "/goi-y/?q=ve+du")
    options = {tuple(span.get_text() for span in option.select("span")): option["href"] for option in page.select("a")}
    assert options[("Về dữ liệu", "Trang")] == "/ve-du-lieu/"
    mixed = {option.select("span")[1].get_text() for option in soup(client, "/goi-y/?q=tom").select("a")}
    assert "Tổ chức" in mixed
    of_one = soup(client, "/goi-y/?q=tom&kind=organization").select("a")
    assert {option.select("span")[1].get_text() for option in of_one} == {"Startup"}
    assert soup(client, "/goi-y/?q=tom&kind=nothing").select("a") == []


def test_the_address_that_is_shown_has_no_more_than_what_was_understood(client, farms):
    response = client.get(PAGE + "?kind=page&q=h%C3%A0u&page=1&evil=1")
    assert parameters(response["HX-Push-Url"]) == {"q": ["hàu"], "kind": ["page"]}
    assert not re.search(r"evil", response.content.decode())


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("kind=unknown", "Loại kết quả = unknown"),
        ("kind=<script>alert(1)</script>&q=tom", "Loại kết quả = <script>alert(1)</script>"),
        ("page=-1", "Trang = -1"),
        ("page=abc&kind=page", "Trang = abc"),
        ("q=" + "a" * 10_240, "200 ký tự đầu"),
    ],
)
def test_what_is_not_understood_is_said(client, farms, query, said):
    response = client.get(f"{PAGE}?{query}")
    assert response.status_code == 200
    assert b"<script>alert" not in response.content
    assert said in text_of(BeautifulSoup(response.content, "html.parser"), ".alert-warning")


@pytest.mark.parametrize(
    "question", ["%00", "%22", "NEAR(t%C3%B4m%20h%C3%B9m)", "a:b*", "') OR 1=1 --", "%F0%9F%A6%90", "-"]
)
def test_signs_of_a_query_language_are_only_signs(client, farms, question):
    for path in (PAGE, "/goi-y/"):
        assert client.get(f"{path}?q={question}").status_code == 200
