"""What the search box offers while somebody types."""

import pytest
from bs4 import BeautifulSoup

from portal.search import knowledge
from tests.factories.startups import OrganizationFactory, indexed, published

pytestmark = pytest.mark.django_db


def options(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert b"<html" not in response.content
    page = BeautifulSoup(response.content, "html.parser")
    return [(option.span.get_text(), option["href"]) for option in page.select("a[role=option]")]


@pytest.fixture
def farm():
    organization = published(
        name_vi="Hàu sữa Bái Tử Long", name_en="Bai Tu Long Oysters", slug="hau-sua", sectors=["blue_economy"]
    )
    knowledge.learn()
    return organization


def test_a_name_leads_to_its_profile(client, farm):
    assert ("Hàu sữa Bái Tử Long", "/doanh-nghiep/hau-sua/") in options(client, "/goi-y/?q=hau+s")
    assert ("Bai Tu Long Oysters", "/en/doanh-nghiep/hau-sua/") in options(client, "/en/goi-y/?q=bai+tu")


def test_a_field_leads_to_the_filtered_directory(client, farm):
    assert ("Kinh tế biển", "/doanh-nghiep/?sector=blue_economy") in options(client, "/goi-y/?q=kinh+te+b")


def test_a_field_without_organizations_is_not_offered(client, farm):
    assert options(client, "/goi-y/?q=khai+khoang") == []


@pytest.mark.parametrize("query", ["", "?q=", "?q=h", "?q=%00", "?q=%22", "?q=" + "a" * 5000])
def test_nothing_to_complete_is_an_empty_answer(client, farm, query):
    assert options(client, f"/goi-y/{query}") == []


def test_marked_text_stays_text(client):
    published(name_vi="Hàu <script>alert(1)</script>")
    assert b"<script" not in client.get("/goi-y/?q=hau").content


def test_what_is_hidden_is_not_offered_even_from_an_index_that_lags_behind(client, farm):
    type(farm).objects.update(visibility="private")
    assert options(client, "/goi-y/?q=hau+sua") == []


def test_one_suggestion_costs_as_many_queries_as_three(count_queries, farm):
    one = count_queries("/goi-y/?q=hau+sua")[1]
    indexed(*OrganizationFactory.create_batch(2, name_vi="Hàu sữa"))
    response, queries = count_queries("/goi-y/?q=hau+sua")
    assert (response.content.count(b'role="option"'), queries) == (3, one)
    assert one <= 4
