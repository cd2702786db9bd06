"""Any query string and any address below the library is answered calmly."""

from itertools import count
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from portal.pages.policies.filters import PARAMS
from tests.startups.directory.test_bad_input import LONG, VALUES, _bytes, assert_calm

pytestmark = pytest.mark.django_db

PATHS = ("/van-ban/", "/en/van-ban/")
NAMES = (*PARAMS, "q[]", "kind[$ne]", "year__gt", "is_public", "issuer_vi", "__proto__", "format", "")
OWN = ("decree", "in-force", "ended", "chinh-phu", "2025", "none", "number", "268/2025/NĐ-CP", "1 2 3 4/5/6", "0" * 60)
values = st.one_of(st.sampled_from((*VALUES, *OWN)), st.text(max_size=40))
pairs = st.lists(st.tuples(st.one_of(st.sampled_from(NAMES), st.text(max_size=8)), values), max_size=12).map(
    lambda given: "&".join(f"{quote(_bytes(name))}={quote(_bytes(value))}" for name, value in given)
)
raw = st.binary(max_size=120).map(lambda data: quote(data, safe="&=;+%?/[]"))
_addresses = count()


def ask(client, path, query, **headers):
    number = next(_addresses)
    return client.get(path, QUERY_STRING=query, REMOTE_ADDR=f"10.9.{number >> 8 & 255}.{number & 255}", headers=headers)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.one_of(pairs, raw), path=st.sampled_from(PATHS), htmx=st.booleans())
@example(query="page=-1&sort=password&year=9999999999&year=-1", path=PATHS[0], htmx=False)
@example(query="q=%00&kind=%00&page=%00&sort=%00&issuer=%00", path=PATHS[0], htmx=True)
@example(query="q=%ED%A0%80&issuer=%ED%A0%80", path=PATHS[1], htmx=True)
@example(query="validity=%3Cscript%3Ealert(1)%3C/script%3E", path=PATHS[0], htmx=False)
@example(query="q=a%0D%0ASet-Cookie:%20a=b&kind=decree", path=PATHS[0], htmx=True)
def test_any_query_string_is_answered(client, query, path, htmx):
    assert_calm(ask(client, path, query, **({"HX-Request": "true"} if htmx else {})), path)


@pytest.mark.parametrize("query", LONG.values(), ids=LONG)
def test_a_long_query_string_is_answered(client, query):
    query = query.replace("sector=", "issuer=").replace("unit=", "year=")
    response = ask(client, PATHS[0], query)
    assert_calm(response, PATHS[0])
    assert len(response.content) < 120_000


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(slug=st.text(min_size=1, max_size=40))
@example(slug="\x00")
@example(slug="a" * 3_000)
def test_any_address_of_a_document_is_answered(client, slug):
    number = next(_addresses)
    response = client.get(
        "/van-ban/" + quote(_bytes(slug), safe=""), REMOTE_ADDR=f"10.9.{number >> 8 & 255}.{number & 255}"
    )
    assert response.status_code in {200, 301, 302, 404}
