"""The sitemap names what is public, in the languages that exist, and no invented firm."""

import xml.etree.ElementTree as ET

import pytest
from wagtail.models import PageViewRestriction

from portal.pages.sitemap import SECTIONS, entries
from tests.factories.news import article
from tests.factories.policies import PolicyFactory
from tests.factories.startups import OrganizationFactory

SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
HOST = "http://localhost:8000"


def read(client, address: str) -> ET.Element:
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
    return ET.fromstring(response.content)  # noqa: S314 -- our own answer


def addresses(client) -> dict[str, dict[str, str]]:
    sections = [found.text for found in read(client, "/sitemap.xml").findall("s:sitemap/s:loc", SPACES)]
    assert sections == [f"{HOST}/sitemap-{name}.xml" for name in ("pages", "news", "documents", "organizations")]
    return {
        url.find("s:loc", SPACES).text: {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", SPACES)
        }
        for section in sections
        for url in read(client, section.removeprefix(HOST)).findall("s:url", SPACES)
    }


@pytest.mark.django_db
def test_pages_and_organizations_in_both_languages(client):
    OrganizationFactory(slug="hau-that", is_sample=False)
    OrganizationFactory(slug="hau-mau", is_sample=True)
    found = addresses(client)
    both = {"vi": f"{HOST}/", "en": f"{HOST}/en/", "x-default": f"{HOST}/"}
    assert found[f"{HOST}/"] == found[f"{HOST}/en/"] == both
    assert {f"{HOST}/doanh-nghiep/", f"{HOST}/en/ve-du-lieu/", f"{HOST}/en/doanh-nghiep/hau-that/"} <= set(found)
    assert not [address for address in found if "hau-mau" in address]
    for address in found:
        assert client.get(address.removeprefix(HOST)).status_code == 200, address


def test_a_page_without_live_translation_has_no_other_language(client, text_page):
    text_page.get_translations().get().unpublish()
    assert addresses(client)[f"{HOST}/ve-du-lieu/"] == {"vi": f"{HOST}/ve-du-lieu/", "x-default": f"{HOST}/ve-du-lieu/"}


@pytest.mark.django_db
def test_news_are_named_but_no_invented_ones(client):
    shown, sample, closed = article("Bài thật"), article("Bài mẫu", is_sample=True), article("Bài kín")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    found = addresses(client)
    assert f"{HOST}{shown.url}" in found
    assert not {f"{HOST}{sample.url}", f"{HOST}{closed.url}"} & set(found)


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_its_queries_do_not_grow(django_assert_num_queries, number):
    before = sum(len(entries(section)) for section in SECTIONS)
    OrganizationFactory.create_batch(number, is_sample=False)
    PolicyFactory.create_batch(number)
    PolicyFactory(is_public=False)
    with django_assert_num_queries(4):
        assert sum(len(entries(section)) for section in SECTIONS) == before + 4 * number


@pytest.mark.django_db
def test_there_is_no_other_section(client):
    assert client.get("/sitemap-users.xml").status_code == 404


@pytest.mark.django_db
def test_robots_are_told_where_it_is(client):
    text = client.get("/robots.txt").content.decode()
    assert f"Sitemap: {HOST}/sitemap.xml" in text
    assert "Disallow: /en/accounts/" in text
