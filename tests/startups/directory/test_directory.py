"""The list page: finds, filters, sorts and turns pages, whole or as a fragment, in both languages."""

import pytest
from bs4 import BeautifulSoup
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.search import knowledge
from startups import enums
from startups.models import Organization
from tests.factories.startups import (
    CertificateFactory,
    FundingRoundFactory,
    OrganizationFactory,
    indexed,
    published,
)
from tests.startups.directory.conftest import parameters

pytestmark = pytest.mark.django_db
PAGE = "/doanh-nghiep/"
UNITS = ("06652", "06658", "06661", "06673", "06676", "06685", "06688", "06706", "07069")


def soup(client, path=PAGE, **headers):
    response = client.get(path, headers=headers)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def names(page):
    return [heading.get_text() for heading in page.select("#directory article.card h3")]


def text_of(page, selector):
    return " ".join(page.select_one(selector).get_text(" ", strip=True).split())


@pytest.fixture
def three():
    farm = OrganizationFactory(
        name_vi="Hàu sữa Bái Tử Long",
        name_en="Bai Tu Long Oysters",
        tagline_vi="Nuôi hàu bằng phao bền",
        tagline_en="Oysters on lasting floats",
        kind=enums.OrganizationKind.ST_ENTERPRISE,
        sectors=["blue_economy"],
        technologies=["aquaculture_tech"],
        unit_code="07069",
        stage=enums.Stage.GROWTH,
        founded_year=2016,
        is_sample=True,
    )
    CertificateFactory(organization=farm, is_sample=True)
    mine = OrganizationFactory(
        name_vi="An toàn mỏ", sectors=["clean_mining", "digital_transformation"], founded_year=2021
    )
    FundingRoundFactory(organization=mine, public=True, is_open=True)
    school = OrganizationFactory(name_vi="Đào tạo nghề số", sectors=["education"], stage=enums.Stage.IDEA)
    indexed(farm, mine, school)
    knowledge.learn()
    return farm, mine, school


def test_everything_published_is_listed_and_counted(client, three):
    page = soup(client, PAGE + "?sort=name")
    assert names(page) == ["An toàn mỏ", "Đào tạo nghề số", "Hàu sữa Bái Tử Long"]
    assert "3" in text_of(page, ".results-count")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=hau+sua", ["Hàu sữa Bái Tử Long"]),
        ("q=oysters", ["Hàu sữa Bái Tử Long"]),
        ("sector=clean_mining", ["An toàn mỏ"]),
        ("sector=clean_mining&sector=education", ["An toàn mỏ", "Đào tạo nghề số"]),
        ("kind=st_enterprise", ["Hàu sữa Bái Tử Long"]),
        ("stage=idea", ["Đào tạo nghề số"]),
        ("unit=07069", ["Hàu sữa Bái Tử Long"]),
        ("badge=certified_st_enterprise", ["Hàu sữa Bái Tử Long"]),
        ("badge=self_declared", ["An toàn mỏ", "Đào tạo nghề số"]),
        ("raising=yes", ["An toàn mỏ"]),
        ("technology=aquaculture_tech", ["Hàu sữa Bái Tử Long"]),
        ("founded=2015-2019", ["Hàu sữa Bái Tử Long"]),
        ("kind=startup&stage=idea", ["Đào tạo nghề số"]),
        ("kind=st_enterprise&stage=idea", []),
    ],
)
def test_each_facet_narrows_the_list(client, three, query, found):
    assert names(soup(client, f"{PAGE}?{query}&sort=name")) == found


def test_the_number_beside_a_value_is_what_choosing_it_yields(client, three):
    page = soup(client)
    shown = 0
    for box in page.select(".facets input[type=checkbox]"):
        count = int(box.find_parent("label").select_one(".count").get_text())
        assert len(names(soup(client, f"{PAGE}?{box['name']}={box['value']}"))) == count
        shown += 1
    assert shown >= 10


def test_a_long_facet_shows_seven_values_and_the_rest_on_demand(client):
    indexed(
        *[
            OrganizationFactory(stage=stage, unit_code=code)
            for stage, code in zip(enums.Stage.values, UNITS, strict=False)
        ]
    )
    indexed(OrganizationFactory(unit_code=UNITS[8]))
    page = soup(client)
    groups = {group.select_one("input")["name"]: group for group in page.select("details.facet")}
    assert len(groups["unit"].select("details.facet-more input")) == 2
    assert len(groups["stage"].select("input")) == 8
    assert not groups["stage"].select("details.facet-more")  # one alone is not worth a click
    assert [box["value"] for box in groups["stage"].select("input")] == enums.Stage.values


def test_the_form_shows_what_is_chosen_and_keeps_the_rest(client, three):
    page = soup(client, PAGE + "?q=nghe&sector=education&sort=name")
    assert [(box["name"], box["value"]) for box in page.select(".facets input[checked]")] == [("sector", "education")]
    hidden = {field["name"]: field["value"] for field in page.select(".facets input[type=hidden]")}
    assert hidden == {"q": "nghe", "sort": "name"}
    searching = page.select_one("#directory form.search-box")
    assert searching.select_one("[name=q]")["value"] == "nghe"
    assert [(field["name"], field["value"]) for field in searching.select("[type=hidden]")] == [("sector", "education")]
    assert page.select_one("select[name=sort] option[selected]")["value"] == "name"


def test_a_chip_is_a_link_to_the_page_without_it(client, three):
    page = soup(client, PAGE + "?q=nghe&sector=education&kind=startup")
    chips = {chip.contents[0].strip(): chip["href"] for chip in page.select("#directory a.chip-remove")}
    assert len(chips) == 3  # and one that removes all
    assert parameters(chips["Giáo dục và đào tạo"]) == {"q": ["nghe"], "kind": ["startup"]}
    assert {"q": ["nghe"]} in [parameters(url) for url in chips.values()]


def test_sorting_follows_the_vietnamese_alphabet_and_the_dates(client):
    for name in ("Đông", "Ước Mơ", "Dương", "Ân", "Zalo", "An"):
        published(name_vi=name)
    assert names(soup(client, PAGE + "?sort=name")) == ["An", "Ân", "Dương", "Đông", "Ước Mơ", "Zalo"]
    assert names(soup(client, PAGE + "?sort=newest")) == ["An", "Zalo", "Ân", "Dương", "Ước Mơ", "Đông"]
    first = Organization.objects.get(name_vi="Đông")
    first.save()
    indexed(first)
    assert names(soup(client, PAGE + "?sort=updated&q="))[0] == "Đông"


def test_pages_are_real_links_and_hold_24(client):
    indexed(*OrganizationFactory.create_batch(50, kind=enums.OrganizationKind.SME))
    first, last = soup(client, PAGE + "?kind=sme&sort=name"), soup(client, PAGE + "?kind=sme&sort=name&page=3")
    assert (len(names(first)), len(names(last))) == (24, 2)
    links = [link["href"] for link in first.select("nav.pagination a")]
    assert {"kind": ["sme"], "sort": ["name"], "page": ["2"]} in [parameters(link) for link in links]
    assert first.select_one("link[rel=next]") and not first.select_one("link[rel=prev]")
    assert last.select_one("nav.pagination [aria-current=page]").get_text() == "3"
    seen = [name for number in (1, 2, 3) for name in names(soup(client, f"{PAGE}?kind=sme&sort=name&page={number}"))]
    assert len(set(seen)) == 50


def test_a_page_beyond_the_end_is_the_last_one(client, three):
    assert len(names(soup(client, PAGE + "?page=77"))) == 3


def test_what_was_not_understood_is_said(client, three):
    page = soup(client, PAGE + "?sector=%3Cb%3Exyz&sort=password&page=-1")
    assert len(names(page)) == 3
    note = text_of(page, ".alert-warning")
    assert "Lĩnh vực = <b>xyz" in note and "Sắp xếp = password" in note and "Trang = -1" in note
    assert b"<b>xyz" not in client.get(PAGE + "?sector=%3Cb%3Exyz").content


def test_nothing_found_says_what_to_do(client, three):
    page = soup(client, PAGE + "?q=oysters&stage=idea")
    assert names(page) == []
    assert {"q": ["oysters"]} in [parameters(link["href"]) for link in page.select(".empty a")]
    assert PAGE in [link["href"] for link in soup(client, PAGE + "?q=qwpoeiruty").select(".empty a")]


def test_a_loosened_question_says_so(client, three):
    page = soup(client, PAGE + "?q=hau+sua+xylophone")
    assert names(page) == ["Hàu sữa Bái Tử Long"]
    assert page.select_one("#directory .alert-info")
    assert not soup(client, PAGE + "?q=hau+sua").select_one("#directory .alert-info")


def test_what_matched_is_marked_and_text_stays_text(client):
    published(name_vi="Hàu <i>sữa</i>", tagline_vi="Nuôi hàu & cá")
    card = soup(client, PAGE + "?q=hau").select_one("article.card")
    assert [mark.get_text() for mark in card.select("h3 mark")] == ["Hàu"]
    assert not card.select("i")
    assert "Nuôi hàu & cá" in card.get_text()


def test_a_sample_is_marked_on_its_card_and_in_every_list(client, three):
    page = soup(client, PAGE + "?sort=name")
    cards = {card.h3.get_text(): card for card in page.select("article.card")}
    assert cards["Hàu sữa Bái Tử Long"].select_one(".ribbon")
    assert not cards["An toàn mỏ"].select_one(".ribbon")


def test_an_english_reader_gets_english_with_vietnamese_where_there_is_none(client, three):
    page = soup(client, "/en/doanh-nghiep/?sort=name")
    assert page.html["lang"] == "en"
    assert names(page) == ["An toàn mỏ", "Đào tạo nghề số", "Bai Tu Long Oysters"]
    assert "Oysters on lasting floats" in page.get_text()
    assert "Clean mining" in text_of(page, ".facets")
    assert all(link["href"].startswith("/en/doanh-nghiep/") for link in page.select("article.card h3 a"))


def test_the_language_link_keeps_the_search_and_takes_no_foreign_parameter(client, three):
    page = soup(client, PAGE + "?q=hau&sector=blue_economy&utm_source=x&sector=zzz")
    link = page.select_one('a[hreflang="en"]')["href"]
    assert link.startswith("/en/doanh-nghiep/?")
    assert parameters(link) == {"q": ["hau"], "sector": ["blue_economy"]}


def test_a_list_names_its_canonical_address_and_its_languages(client, three):
    page = soup(client, PAGE + "?q=hau")
    assert page.select_one("link[rel=canonical]")["href"].endswith("/doanh-nghiep/")
    assert {link["hreflang"] for link in page.select("link[rel=alternate]")} == {"vi", "en", "x-default"}
    assert len(page.select("h1")) == 1


def test_htmx_gets_the_fragment_with_the_address_to_push(client, three):
    response = client.get(PAGE + "?sector=education&sort=relevance&page=1&kind=", headers={"HX-Request": "true"})
    text = response.content.decode()
    assert "<html" not in text and "<main" not in text
    assert names(BeautifulSoup(text, "html.parser")) == ["Đào tạo nghề số"]
    assert response["HX-Push-Url"] == PAGE + "?sector=education"
    assert "HX-Request" in response["Vary"]


def test_the_fragment_is_the_same_as_in_the_whole_page(client, three):
    whole = soup(client, PAGE + "?q=hau").select_one("#directory")
    fragment = soup(client, PAGE + "?q=hau", **{"HX-Request": "true"}).select_one("#directory")
    assert whole.get_text(" ", strip=True) == fragment.get_text(" ", strip=True)


@pytest.mark.parametrize("query", ["", "?q=hau+sua", "?kind=startup&sort=name"])
def test_a_list_of_one_costs_as_many_queries_as_a_list_of_three(client, count_queries, query, logo):
    for number in (1, 3):
        while Organization.objects.count() < number:
            one = OrganizationFactory(name_vi="Hàu sữa", sectors=["logistics"], unit_code="07069", logo=logo())
            CertificateFactory(organization=one)
            FundingRoundFactory(organization=one, public=True, is_open=True)
            indexed(one)
        response, queries = count_queries(PAGE + query)
        assert response.content.count(b'<article class="card"') == number
        # Facets of a text are counted each time; others are kept with the generation of the page cache.
        assert queries == (12 if "q=" in query else 11)
        caches["pages"].clear()
        with CaptureQueriesContext(connection) as first:
            client.get(PAGE + query)
        assert len(first) <= 14
