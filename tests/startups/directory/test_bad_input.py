"""Any query string is answered calmly by every address that reads one."""

from itertools import count
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from portal.search import knowledge
from startups.directory.filters import PARAMS
from tests.factories.startups import OrganizationFactory, indexed

pytestmark = pytest.mark.django_db

PATHS = ("/doanh-nghiep/", "/en/doanh-nghiep/", "/goi-y/", "/api/v1/organizations")
NAMES = (*PARAMS, "page_size", "q[]", "sector[$ne]", "sort__gt", "publication_state", "__proto__", "format", "view", "")
VALUES = (
    *("", "hàu", "hau sua", "startup", "blue_economy", "07069", "yes", "2020-2022", "name", "password", "-name", "2"),
    *("-1", "0", "1e9", "NaN", "inf", "٣", "²", "9" * 400, "0x10", "1.0", " 1 ", "+1", "1_000", "true", "null"),
    *(
        '"',
        "'",
        '"hàu',
        "hàu*",
        "NEAR(",
        "AND OR NOT",
        "a:b",
        "') OR 1=1 --",
        "{{ 7|add:7 }}",
        "%",
        "%%s",
        "\\",
        "\x00",
    ),
    *(
        "\u0301",
        "\u200b\u202e",
        "🦪",
        "👩‍👩‍👧",
        "ﷺ",
        "<script>alert(1)</script>",
        "../../etc/passwd",
        "\r\nSet-Cookie: a=b",
    ),
)
values = st.one_of(st.sampled_from(VALUES), st.text(max_size=40))
pairs = st.lists(st.tuples(st.one_of(st.sampled_from(NAMES), st.text(max_size=8)), values), max_size=12).map(
    lambda given: "&".join(f"{quote(_bytes(name))}={quote(_bytes(value))}" for name, value in given)
)
# What no form sends: broken percent signs, bytes that are no UTF-8, separators only.
raw = st.binary(max_size=120).map(lambda data: quote(data, safe="&=;+%?/[]"))
LONG = {
    "10 kB of text": "q=" + "a" * 10_240,
    "10 kB of marks": "q=" + "%CC%81" * 1_700,
    "10 kB of a facet": "sector=" + "a" * 10_240,
    "a thousand values": "&".join(f"sector=x{number}" for number in range(1_000)),
    "all the units, often": "&".join(f"unit={number:05}" for number in range(6_500, 7_300)),
    "a thousand names": "&".join(f"n{number}=1" for number in range(1_000)),
    "10 kB of quotes": "q=" + "%22" * 3_400,
    "10 kB of page": "page=" + "9" * 10_240,
}
_addresses = count()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def ask(client, path, query, **headers):
    number = next(_addresses)
    return client.get(
        path,
        QUERY_STRING=query,
        REMOTE_ADDR=f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}",
        headers=headers,
    )


def assert_calm(response, path):
    assert response.status_code == 200
    assert "Set-Cookie" not in response
    assert "\n" not in response.get("HX-Push-Url", "")
    if path.startswith("/api/"):
        answer = response.json()
        assert (response["Content-Type"], response["X-Content-Type-Options"]) == (
            "application/json; charset=utf-8",
            "nosniff",
        )
        assert answer["page"] >= 1 and 1 <= answer["page_size"] <= 100
        assert len(answer["items"]) <= answer["total"]
    else:
        assert response["Content-Type"] == "text/html; charset=utf-8"
        assert b"<script>alert" not in response.content


@pytest.fixture
def index():
    indexed(
        OrganizationFactory(name_vi="Hàu sữa Vân Đồn", sectors=["blue_economy"], unit_code="07069", founded_year=2021),
        OrganizationFactory(name_vi="Trí tuệ nhân tạo <Hạ Long>", technologies=["ai"], is_sample=True),
    )
    knowledge.learn()


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.one_of(pairs, raw), path=st.sampled_from(PATHS), htmx=st.booleans())
@example(query="page=-1&sort=password", path=PATHS[0], htmx=False)
@example(query="q=%00&sector=%00&page=%00&sort=%00", path=PATHS[0], htmx=True)
@example(query="q=%FF%FE&sector=%FF", path=PATHS[3], htmx=False)
@example(query="q=%ED%A0%80&kind=%ED%A0%80", path=PATHS[0], htmx=True)
@example(query="q[]=a&q[]=b&page[]=2&page=2&page=3", path=PATHS[3], htmx=False)
@example(query="kind=%3Cscript%3Ealert(1)%3C/script%3E", path=PATHS[0], htmx=False)
@example(query="kind=%3Cscript%3Ealert(1)%3C/script%3E", path=PATHS[3], htmx=False)
@example(query="q=a%0D%0ASet-Cookie:%20a=b&sector=blue_economy", path=PATHS[0], htmx=True)
def test_any_query_string_is_answered(client, index, query, path, htmx):
    headers = {"HX-Request": "true"} if htmx else {}
    assert_calm(ask(client, path, query, **headers), path)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("query", LONG.values(), ids=LONG)
def test_a_long_query_string_is_answered(client, index, path, query):
    response = ask(client, path, query)
    assert_calm(response, path)
    assert len(response.content) < 120_000


@pytest.mark.parametrize("path", PATHS)
def test_more_parameters_than_anybody_needs_are_refused_calmly(client, path):
    response = ask(client, path, "&" * 10_240)
    assert response.status_code in {200, 400}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(slug=st.text(min_size=1, max_size=40), prefix=st.sampled_from(("/doanh-nghiep/", "/api/v1/organizations/")))
@example(slug="\x00", prefix="/api/v1/organizations/")
@example(slug="a" * 3_000, prefix="/doanh-nghiep/")
def test_any_address_of_a_profile_is_answered(client, index, slug, prefix):
    number = next(_addresses)
    response = client.get(
        prefix + quote(_bytes(slug), safe=""), REMOTE_ADDR=f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
    )
    assert response.status_code in {200, 301, 302, 404}
