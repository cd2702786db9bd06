"""Open data: the same selection as the page, in JSON, with counts, an ETag and a limit."""

import re

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.cache import caches

from portal.api.interface import LIMIT
from portal.search import knowledge
from tests.factories.startups import (
    CertificateFactory,
    FundingRoundFactory,
    OrganizationFactory,
    ProductFactory,
    indexed,
    published,
)

pytestmark = pytest.mark.django_db
LIST, UNITS = "/api/v1/organizations", "/api/v1/units"


def ask(client, path, status=200, **extra):
    response = client.get(path, **extra)
    assert response.status_code == status, response.content
    assert response["Content-Type"].startswith("application/json")
    assert response["Access-Control-Allow-Origin"] == "*"
    return response.json()


@pytest.fixture
def farm():
    organization = OrganizationFactory(
        name_vi="Hàu sữa Bái Tử Long (mẫu)",
        name_en="Bai Tu Long Oysters",
        brand_name="BTL",
        slug="hau-sua",
        external_code="QN-0001",
        kind="st_enterprise",
        stage="growth",
        founded_year=2016,
        tagline_vi="Nuôi hàu",
        sectors=["blue_economy"],
        technologies=["iot"],
        unit_code="07069",
        is_sample=True,
    )
    CertificateFactory(organization=organization, number="05/2024/GCN", is_sample=True)
    FundingRoundFactory(organization=organization, public=True, is_open=True, target_amount=2_000_000_000)
    ProductFactory(organization=organization, name_vi="Hàu ruột")
    indexed(organization)
    knowledge.learn()
    return organization


def test_a_list_has_items_total_page_and_facets(client, farm):
    answer = ask(client, LIST)
    assert {"items", "total", "page", "page_size", "facets", "ignored"} <= set(answer)
    assert (answer["total"], answer["page"], answer["page_size"], answer["ignored"]) == (1, 1, 24, [])
    assert answer["facets"]["sector"] == [{"value": "blue_economy", "count": 1, "selected": False}]
    assert set(answer["facets"]) == {"kind", "sector", "stage", "unit", "badge", "raising", "technology", "founded"}


def test_an_item_has_its_names_codes_and_address(client, farm):
    item = ask(client, LIST)["items"][0]
    assert item.pop("updated_at").startswith(str(farm.updated_at.year))
    assert item == {
        "id": farm.pk,
        "slug": "hau-sua",
        "external_code": "QN-0001",
        "url": "http://localhost:8000/doanh-nghiep/hau-sua/",
        "name_vi": "Hàu sữa Bái Tử Long (mẫu)",
        "name_en": "Bai Tu Long Oysters",
        "brand_name": "BTL",
        "kind": "st_enterprise",
        "stage": "growth",
        "badges": ["certified_st_enterprise"],
        "is_raising": True,
        "founded_year": 2016,
        "unit": {"code": "07069", "name_vi": "Phường Mạo Khê", "name_en": "Mao Khe Ward"},
        "sectors": [{"code": "blue_economy", "name_vi": "Kinh tế biển", "name_en": "Blue economy"}],
        "tagline_vi": "Nuôi hàu",
        "tagline_en": "",
        "is_sample": True,
    }


def test_the_filters_of_the_page_are_those_of_the_list(client, farm):
    published(name_vi="An toàn mỏ", sectors=["clean_mining"])
    for query, names in {
        "q=hau+sua": ["hau-sua"],
        "sector=blue_economy": ["hau-sua"],
        "badge=certified_st_enterprise&raising=yes&technology=iot&unit=07069": ["hau-sua"],
        "sector=blue_economy&stage=idea": [],
    }.items():
        assert [item["slug"] for item in ask(client, f"{LIST}?{query}")["items"]] == names, query
    both = ask(client, f"{LIST}?sector=blue_economy&sector=clean_mining&sort=name")
    assert [item["name_vi"][:2] for item in both["items"]] == ["An", "Hà"]
    chosen = [value["value"] for value in both["facets"]["sector"] if value["selected"]]
    assert sorted(chosen) == ["blue_economy", "clean_mining"]


def test_pages_hold_what_is_asked_up_to_a_hundred(client):
    indexed(*OrganizationFactory.create_batch(110))
    seen = [item["id"] for number in (1, 2, 3) for item in ask(client, f"{LIST}?page_size=40&page={number}")["items"]]
    assert len(seen) == len(set(seen)) == 110
    for asked, given in {
        "500": 100,
        "100": 100,
        "1": 1,
        "0": 1,
        "-5": 24,
        "x": 24,
        "": 24,
        "9" * 50: 24,
        "٣": 3,
    }.items():
        answer = ask(client, f"{LIST}?page_size={asked}")
        assert (answer["page_size"], len(answer["items"])) == (given, given)


def test_what_was_not_understood_is_named(client, farm):
    answer = ask(client, f"{LIST}?sector=xyz&sort=password&page=-1")
    assert answer["total"] == 1
    assert answer["ignored"] == [
        {"parameter": "sector", "value": "xyz"},
        {"parameter": "sort", "value": "password"},
        {"parameter": "page", "value": "-1"},
    ]


def test_a_detail_has_what_the_profile_shows(client, farm):
    answer = ask(client, f"{LIST}/hau-sua")
    assert answer["slug"] == "hau-sua" and answer["is_sample"] is True
    assert [product["name_vi"] for product in answer["products"]] == ["Hàu ruột"]
    assert [term["code"] for term in answer["technologies"]] == ["iot"]
    assert [certificate["number"] for certificate in answer["certificates"]] == ["05/2024/GCN"]
    assert [(one["target_amount"], one["currency"]) for one in answer["funding_rounds"]] == [(2_000_000_000, "VND")]


@pytest.mark.parametrize("hidden", [{"draft": True}, {"private": True}])
def test_what_is_not_public_is_not_there(client, hidden):
    organization = published(**hidden)
    assert ask(client, f"{LIST}/{organization.slug}", 404) == {"detail": "Not Found"}
    assert ask(client, LIST)["total"] == 0


@pytest.mark.parametrize(
    "path", [LIST + "/khong-co", LIST + "/%00", LIST + "/" + "a" * 500, "/api/v1/khong-co", LIST + "/"]
)
def test_an_error_is_json(client, path):
    assert ask(client, path, 404) == {"detail": "Not Found"}


def test_the_units_are_the_54_with_their_former_names(client):
    answer = ask(client, UNITS)
    assert answer["total"] == len(answer["items"]) == 54
    unit = next(item for item in answer["items"] if item["external_code"] == "07069")
    assert (unit["name_vi"], unit["former_district"]) == ("Phường Mạo Khê", "Thành phố Đông Triều")
    assert unit["url"].endswith("/doanh-nghiep/?unit=07069")
    assert {"id", "slug", "former_units", "latitude", "longitude", "area_km2"} <= set(unit)


@pytest.mark.parametrize("path", [LIST, LIST + "/hau-sua", UNITS])
def test_an_answer_that_is_known_is_not_sent_again(client, farm, path):
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert (again["ETag"], again["Access-Control-Allow-Origin"]) == (first["ETag"], "*")
    farm.name_en = "Another name"
    farm.save()
    if path != UNITS:
        assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_an_address_has_its_limit_and_others_have_theirs(client):
    with time_machine.travel(1_800_000_000, tick=False):
        for _ in range(LIMIT):
            ask(client, UNITS)
        response = client.get(UNITS)
        assert response.json() == {"detail": "Too many requests"}
        assert (response.status_code, response["Retry-After"], response["Cache-Control"]) == (429, "60", "no-store")
        ask(client, UNITS, REMOTE_ADDR="203.0.113.9")
    with time_machine.travel(1_800_000_060, tick=False):
        ask(client, UNITS)


def test_behind_our_proxy_the_limit_counts_who_it_saw(client, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    with time_machine.travel(1_800_000_000, tick=False):
        for number in range(LIMIT):  # what the client says of itself stands first and counts for nothing
            ask(client, UNITS, headers={"X-Forwarded-For": f"10.0.0.{number}, 203.0.113.9"})
        ask(client, UNITS, 429, headers={"X-Forwarded-For": "203.0.113.9"})
        ask(client, UNITS, headers={"X-Forwarded-For": "203.0.113.9, 203.0.113.10"})


def test_without_a_proxy_a_header_says_nothing(client):
    with time_machine.travel(1_800_000_000, tick=False):
        for number in range(LIMIT):
            ask(client, UNITS, headers={"X-Forwarded-For": f"10.0.0.{number}"})
        ask(client, UNITS, 429, headers={"X-Forwarded-For": "10.9.9.9"})


def test_the_schema_describes_every_operation(client):
    schema = client.get("/api/v1/openapi.json").json()
    assert set(schema["paths"]) == {LIST, LIST + "/{slug}", UNITS}
    assert {
        "q",
        "kind",
        "sector",
        "stage",
        "unit",
        "badge",
        "raising",
        "technology",
        "founded",
        "sort",
        "page",
        "page_size",
    } == {parameter["name"] for parameter in schema["paths"][LIST]["get"]["parameters"]}
    assert "security" not in str(schema)


def test_the_page_that_explains_it_needs_nobody_else(client):
    response = client.get("/api/v1/docs")
    page = BeautifulSoup(response.content, "html.parser")
    assert client.get("/api/v1/").headers["Location"] == "/api/v1/docs"
    assert not [tag for tag in page.select("script[src], link[rel=stylesheet], img") if "//" in str(tag)]
    assert not page.select("script:not([src]), style, [style]")
    assert not [row for row in page.select("tbody tr") if row.td.get_text(strip=True) in {"", "–"}]
    examples = [link["href"] for link in page.select("main a[href^='/api/v1/']")]
    assert len(examples) >= 4
    for example in examples:
        assert client.get(example).status_code == 200


def test_the_examples_of_the_documentation_run(client, farm):
    text = (settings.BASE_DIR / "docs" / "api.md").read_text()
    examples = re.findall(r"curl 'http://localhost:8000([^']+)'", text)
    assert len(examples) >= 4
    for example in examples:
        answer = ask(client, example)
        assert answer["total"] and not answer.get("ignored"), example
    assert set(re.search(r"answers `\{(.+)\}`", text)[1].replace('"', "").split(", ")) == set(ask(client, LIST))


def test_a_list_costs_as_many_queries_with_one_organization_as_with_three(count_queries, logo):
    caches["default"].clear()
    with time_machine.travel(1_800_000_000, tick=False):
        for batch in (1, 2):
            for _ in range(batch):
                one = OrganizationFactory(sectors=["logistics"], technologies=["iot"], unit_code="07069", logo=logo())
                CertificateFactory(organization=one)
                indexed(one)
            for path, many in ((LIST, 11), (f"{LIST}/{one.slug}", 18), (UNITS, 8)):
                assert count_queries(path)[1] == many, path
