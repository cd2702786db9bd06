"""The profile page: what is public about one organization, honest about who says what."""

import json
from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup

from startups import enums
from startups.models import Organization
from tests.factories.startups import (
    CertificateFactory,
    FundingRoundFactory,
    LinkFactory,
    OrganizationFactory,
    PersonFactory,
    ProductFactory,
    indexed,
    published,
)

pytestmark = pytest.mark.django_db


def soup(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def text_of(element):
    return " ".join(element.get_text(" ", strip=True).split())


def facts(page):
    return {text_of(row.dt): text_of(row.dd) for row in page.select("dl.facts > div")}


@pytest.fixture
def farm():
    organization = OrganizationFactory(
        name_vi="Hàu sữa Bái Tử Long",
        name_en="Bai Tu Long Oysters",
        brand_name="BTL",
        slug="hau-sua",
        external_code="QN-0001",
        kind=enums.OrganizationKind.ST_ENTERPRISE,
        stage=enums.Stage.GROWTH,
        employee_range=enums.EmployeeRange.UP_TO_50,
        founded_year=2016,
        tagline_vi="Nuôi hàu bằng phao bền",
        tagline_en="Oysters on lasting floats",
        description_vi="Đoạn một.\n\nĐoạn hai.",
        sectors=["blue_economy"],
        technologies=["iot"],
        tags=["rong nho"],
        unit_code="07069",
        address_vi="Thôn 2",
        website="https://www.hau.example/gioi-thieu",
        email_public="lien-he@hau.example",
        phone_public="0203 000 000",
        source_url="https://nguon.example/a",
        source_date=date(2025, 7, 1),
        last_verified_on=date(2026, 3, 9),
    )
    Organization.objects.filter(pk=organization.pk).update(updated_at=datetime(2026, 5, 4, 3, tzinfo=UTC))
    PersonFactory(organization=organization, agreed=True, full_name="Phạm Thị Lành", title_vi="Giám đốc")
    ProductFactory(organization=organization, name_vi="Hàu ruột", description_vi="Đã tách vỏ")
    LinkFactory(organization=organization, url="https://facebook.example/hau")
    FundingRoundFactory(organization=organization, public=True, amount=1_500_000_000, announced_on=date(2024, 2, 1))
    indexed(organization)
    return organization


def test_a_profile_shows_what_is_public(client, farm):
    page = soup(client, "/en/doanh-nghiep/hau-sua/")
    assert page.h1.get_text() == "Bai Tu Long Oysters"
    assert [text_of(item) for item in page.select(".breadcrumb li")] == ["Home", "Directory", "Bai Tu Long Oysters"]
    assert facts(page) == {
        "Kind": "S&T enterprise",
        "Place": "Mao Khe Ward Thôn 2",
        "Founded": "2016",
        "Stage": "Growth",
        "Employees": "11–50",
        "Website": "hau.example",
        "Facebook": "facebook.example",
        "E-mail": "lien-he@hau.example",
        "Phone": "0203 000 000",
        "Source": "nguon.example , 1 Jul 2025",
        "Updated on": "4 May 2026",
        "Last verified": "9 Mar 2026",
    }
    whole = text_of(page.main)
    for words in ("BTL", "Oysters on lasting floats", "rong nho", "Hàu ruột", "Đã tách vỏ", "Internet of things"):
        assert words in whole
    for words in ("Phạm Thị Lành", "Giám đốc", "₫1,500,000,000", "1 Feb 2024"):
        assert words in whole


def test_places_sectors_and_technologies_lead_into_the_filtered_directory(client, farm):
    links = {link["href"] for link in soup(client, "/doanh-nghiep/hau-sua/").select("main a[href*='?']")}
    assert {"/doanh-nghiep/?unit=07069", "/doanh-nghiep/?sector=blue_economy", "/doanh-nghiep/?technology=iot"} <= links


def test_links_of_others_are_marked_as_such(client, farm):
    for link in soup(client, "/doanh-nghiep/hau-sua/").select("main a[href^='http']"):
        assert {"nofollow", "noopener"} <= set(link["rel"]), link
    assert "ugc" in soup(client, "/doanh-nghiep/hau-sua/").select_one("a[href*='hau.example']")["rel"]


def test_an_english_reader_is_told_what_is_in_vietnamese_only(client, farm):
    english, vietnamese = (soup(client, f"{prefix}/doanh-nghiep/hau-sua/") for prefix in ("/en", ""))
    assert english.select_one(".prose")["lang"] == "vi"
    assert "available in Vietnamese only" in text_of(english.main)
    assert english.find("h3", string="Hàu ruột")["lang"] == "vi"
    assert not english.select_one(".profile-tagline").has_attr("lang")
    assert not vietnamese.select("main [lang=vi]:not(dd [lang])")
    farm.description_en = "One paragraph."
    farm.save()
    indexed(farm)
    assert "available in Vietnamese only" not in text_of(soup(client, "/en/doanh-nghiep/hau-sua/?fresh=1").main)


def test_the_word_of_the_firm_is_called_that(client, farm):
    page = soup(client, "/en/doanh-nghiep/hau-sua/")
    assert "badge-self_declared" in str(page.select_one(".profile-head"))
    assert "stated by the firm itself. No certificate has been confirmed" in text_of(page.main)


def test_a_stated_certificate_draws_no_badge(client, farm):
    CertificateFactory(organization=farm, state="stated", statement="GCN số 9", confirmed_at=None, number="")
    page = soup(client, "/en/doanh-nghiep/hau-sua/")
    assert "Stated by the firm, not confirmed GCN số 9" in text_of(page.main)
    assert not page.select(".badge-certified_st_enterprise")


def test_a_confirmed_certificate_is_explained(client, farm):
    CertificateFactory(organization=farm, number="05/2024/GCN", issued_on=date(2024, 6, 5), issuer_en="The Department")
    page = soup(client, "/en/doanh-nghiep/hau-sua/")
    assert page.select(".profile-head .badge-certified_st_enterprise")
    assert not page.select(".badge-self_declared")
    assert "Certificate no. 05/2024/GCN of 5 Jun 2024, issued by The Department." in text_of(page.main)
    assert "Confirmed by the Department of Science and Technology on" in text_of(page.main)


def test_the_two_certificates_never_stand_for_each_other(client, farm):
    CertificateFactory(organization=farm, kind=enums.CertificateKind.INNOVATIVE_STARTUP)
    page = soup(client, "/en/doanh-nghiep/hau-sua/")
    assert page.select(".badge-recognized_startup")
    assert not page.select(".badge-certified_st_enterprise")


def test_a_certificate_confirmed_as_a_sample_says_that_it_is_none(client, farm):
    CertificateFactory(organization=farm, is_sample=True)
    whole = text_of(soup(client, "/en/doanh-nghiep/hau-sua/").main)
    assert "it is no real certificate" in whole
    assert "Confirmed by the Department" not in whole


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("7/GCN", "Certificate no. 7/GCN is no longer valid since 2 Jan 2026."),
        ("", "No longer valid since 2 Jan 2026."),
    ],
)
def test_an_ended_certificate_draws_no_badge_and_keeps_its_date(client, farm, number, words):
    CertificateFactory(organization=farm, state="ended", ended_on=date(2026, 1, 2), number=number)
    page = soup(client, "/en/doanh-nghiep/hau-sua/")
    assert words in text_of(page.main)
    assert not page.select(".badge-certified_st_enterprise")


def test_a_closed_organization_stays_with_a_word_about_it(client):
    page = soup(client, published(stage=enums.Stage.CLOSED).get_absolute_url())
    assert page.select_one(".profile-head .badge-closed") and page.select_one("main .alert-warning")


def test_a_sample_is_marked(client, farm):
    assert not soup(client, "/doanh-nghiep/hau-sua/").select(".badge-sample")
    assert soup(client, published(is_sample=True).get_absolute_url()).select(".profile-head .badge-sample")


def test_an_organization_with_a_name_only_has_no_empty_parts(client):
    page = soup(client, published(kind=enums.OrganizationKind.SME).get_absolute_url())
    assert page.select_one("meta[name=description]")["content"]
    assert [heading["id"] for heading in page.select("main h2")] == ["facts"]
    assert not [element for element in page.select("main p, main ul, main dd") if not text_of(element)]


@pytest.mark.parametrize("hidden", [{"draft": True}, {"private": True}])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_what_is_not_public_is_not_found(client, hidden, prefix):
    organization = published(**hidden)
    assert client.get(f"{prefix}/doanh-nghiep/{organization.slug}/").status_code == 404


def test_similar_organizations_are_public_and_at_most_three(client, farm):
    others = [published(sectors=["blue_economy"], technologies=["iot"]) for _ in range(4)]
    published(sectors=["blue_economy"], technologies=["iot"], draft=True)
    links = {
        link["href"] for link in soup(client, "/doanh-nghiep/hau-sua/").select("[aria-labelledby=similar] article a")
    }
    assert len(links) == 3
    assert links <= {other.get_absolute_url() for other in others}


def test_structured_data_say_the_same_and_cannot_end_their_element(client, farm):
    farm.tagline_vi = "</script><script>alert(1)</script>"
    farm.save()
    page = soup(client, "/doanh-nghiep/hau-sua/")
    scripts = page.select("script:not([src])")
    assert [script["type"] for script in scripts] == ["application/ld+json"]
    data = json.loads(scripts[0].string)
    assert (data["@type"], data["name"]) == ("Organization", "Hàu sữa Bái Tử Long")
    assert data["description"] == farm.tagline_vi
    assert data["mainEntityOfPage"].endswith("/doanh-nghiep/hau-sua/")
    assert data["sameAs"] == ["https://facebook.example/hau"]


def test_a_profile_names_itself_for_other_sites(client, farm, logo):
    farm.logo = logo()
    farm.save()
    page = soup(client, "/en/doanh-nghiep/hau-sua/")
    said = {tag["property"]: tag["content"] for tag in page.select("meta[property^='og:']")}
    assert said["og:title"] == "Bai Tu Long Oysters"
    assert said["og:url"] == page.select_one("link[rel=canonical]")["href"]
    assert said["og:image"].startswith("http")
    assert said["og:description"] == "Oysters on lasting floats"
    alternates = {link["hreflang"]: link["href"] for link in page.select("link[rel=alternate]")}
    assert alternates["vi"].endswith("/doanh-nghiep/hau-sua/") and "/en/" not in alternates["vi"]
    assert alternates["en"].endswith("/en/doanh-nghiep/hau-sua/")


def test_a_full_profile_costs_as_many_queries_as_a_small_one(client, count_queries, logo):
    for number in (1, 3):
        organization = OrganizationFactory(
            sectors=["logistics"], technologies=["iot"], unit_code="07069", logo=logo(), slug=f"so-{number}"
        )
        for _ in range(number):
            PersonFactory(organization=organization, agreed=True)
            ProductFactory(organization=organization)
            LinkFactory(organization=organization)
            FundingRoundFactory(organization=organization, public=True)
            for state in ("confirmed", "stated", "ended"):
                CertificateFactory(organization=organization, state=state, ended_on=date(2026, 1, 1))
            other = OrganizationFactory(sectors=["logistics"], technologies=["iot"], logo=logo())
            indexed(organization, other)
        assert count_queries(organization.get_absolute_url())[1] == 16
