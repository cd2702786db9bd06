"""Any text is a question that is answered calmly, and quickly."""

import time
import unicodedata

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from portal.search import knowledge
from portal.search.query import Page, Query
from portal.search.searching import search, suggest
from tests.search.builders import organization

pytestmark = pytest.mark.django_db

PIECES = (
    *(
        '"',
        "'",
        "*",
        "(",
        ")",
        "{",
        "}",
        ":",
        "^",
        "+",
        "-",
        "|",
        "&",
        "!",
        "<->",
        "\\",
        "%",
        "%s",
        "_",
        ";--",
        "/",
        "~",
    ),
    *(
        "AND",
        "OR",
        "NOT",
        "NEAR(",
        "NEAR",
        "name:",
        "{name} :",
        "rowid",
        "=hàu",
        "#kn",
        "'hàu':*A",
        "$$",
        "\x00",
        "\x1a",
    ),
    *(
        "hàu",
        "hau",
        "vân đồn",
        "nuôi",
        "KN-2024-0001",
        "trí tuệ nhân tạo",
        "AI",
        "\u0301",
        "\u0302\u0323",
        "🦪",
        "👩‍👩‍👧",
        "İ",
    ),
    *(
        "ﬁ",
        "ß",
        "ẞ",
        "ǅ",
        "Ⅷ",
        "½",
        "²",
        "١٢٣",
        "漢字",
        "한글",
        "ﷺ",
        "\u200b",
        "\u202e",
        "\ud800",
        "\r\n",
        "\t",
        "a\u0300\u0301\u0302",
    ),
)
pieces = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=40)
texts = st.one_of(pieces.map(" ".join), pieces.map("".join), st.text(max_size=300))

LONG = {
    "10 kB of one word": "a" * 10_240,
    "10 kB of words": "hau van don " * 900,
    "10 kB of quotes": '"' * 10_240,
    "10 kB of marks": "a" + "\u0301" * 10_240,
    "10 kB of tones": "hòa" * 3_400,
    "24 different words": " ".join(f"{a}{b}o" for a in "bcdghk" for b in "aeiuy"),
    "24 glossary terms": " ".join(["AI", "IoT", "oyster", "chuỗi khối", "KHCN"] * 12),
    "24 long unknown words": " ".join(f"{letter}{'aeowdd' * 9}{letter}" for letter in "bcdghklmnpqrstvx"),
    "signs only": "?!*()" * 50,
    "a word of many expansions": "ﷺ" * 500,
    "digits": "1 2 3 4 5 6 7 8 9 0 " * 200,
}


@pytest.fixture
def index() -> None:
    organization("Hàu sữa Vân Đồn", external_code="KN-2024-0001", description_vi="Nuôi hàu, 漢字 và 🦪.")
    organization("Trí tuệ nhân tạo Hạ Long", technologies=["ai"])
    knowledge.learn()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts, sort=st.sampled_from(("relevance", "name", "password")), page=st.integers(-3, 10**9))
@example(text='điện "mặt', sort="relevance", page=1)
@example(text="NOT", sort="relevance", page=1)
@example(text='a" OR name : "b', sort="relevance", page=1)
@example(text="\x00", sort="relevance", page=1)
@example(text="\ud800", sort="relevance", page=1)
def test_any_text_is_answered(index, text, sort, page):
    found = search(Query(text=text, kinds=("organization", "page"), sort=sort, page=page, facets=("kind", "unit")))
    assert isinstance(found, Page)
    assert 1 <= found.number <= found.pages
    assert len(found.hits) <= found.total
    assert "<script" not in "".join(html for hit in found.hits for html in hit.highlights.values())
    suggest(text)


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_hostile_text_costs_little(index, text):
    started = time.process_time()
    search(Query(text=text, facets=("kind",)))
    suggest(text)
    assert time.process_time() - started < 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.text(max_size=30), name=st.sampled_from(("kind", "unit", "nothing", "x'; --")))
def test_any_facet_value_is_answered(index, name, value):
    value = value.replace("\x00", "")  # the form drops it before; PostgreSQL has no such character
    value = value.encode("utf-8", "ignore").decode()
    assert search(Query(filters={name: (value,)}, facets=("kind",))).total == 0


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(min_size=1, max_size=60), body=texts)
def test_any_text_can_be_indexed_and_marked(name, body):
    from django.db import transaction

    clean = "".join(char for char in name + "hàu" if unicodedata.category(char) not in {"Cs", "Cc"})
    with transaction.atomic():
        organization(clean, description_vi=body.replace("\x00", "").encode("utf-8", "ignore").decode())
        for hit in search(Query(text="hàu")).hits:
            for html in hit.highlights.values():
                plain = html.replace("<mark>", "").replace("</mark>", "")
                assert "<" not in plain
        transaction.set_rollback(True)


def test_a_very_long_text_can_be_indexed():
    words = " ".join(f"{chr(0x1EA1)}{number:05x}".ljust(60, "ạ") for number in range(12_000))
    one = organization("Dài", description_vi=words, description_en=words[::-1])
    assert [hit.object_id for hit in search(Query(text="dài")).hits] == [one.pk]
