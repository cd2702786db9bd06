"""The parameters of an address become a selection; what is not known is left out and named."""

import pytest
from django.http import QueryDict

from startups.directory.filters import Selection, parse

pytestmark = pytest.mark.django_db


def selected(query: str) -> Selection:
    return parse(QueryDict(query))


def test_nothing_asked_is_the_whole_directory():
    assert selected("") == Selection()
    assert selected("").is_empty


def test_every_facet_takes_several_values_in_the_order_given():
    found = selected(
        "kind=startup&kind=st_enterprise&sector=blue_economy&stage=growth&unit=07069&badge=self_declared&raising=yes"
        "&technology=iot&technology=ai&founded=2020-2022&q=hàu&sort=name&page=3"
    )
    assert found == Selection(
        text="hàu",
        filters={
            "kind": ("startup", "st_enterprise"),
            "sector": ("blue_economy",),
            "stage": ("growth",),
            "unit": ("07069",),
            "badge": ("self_declared",),
            "raising": ("yes",),
            "technology": ("iot", "ai"),
            "founded": ("2020-2022",),
        },
        sort="name",
        page=3,
    )


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ("sector=xyz", [("sector", "xyz")]),
        ("sector=xyz&sector=logistics", [("sector", "xyz")]),
        ("unit=7069&unit=99999", [("unit", "7069"), ("unit", "99999")]),
        ("kind=Startup", [("kind", "Startup")]),
        ("sort=password", [("sort", "password")]),
        ("sort=-name", [("sort", "-name")]),
        ("page=-1", [("page", "-1")]),
        ("page=0", [("page", "0")]),
        ("page=two", [("page", "two")]),
        ("page=1e3", [("page", "1e3")]),
        ("page=99999999999999999999", [("page", "99999999999999999999")]),
    ],
)
def test_what_is_not_known_is_left_out_and_named(query, ignored):
    found = selected(query)
    assert list(found.ignored) == ignored
    assert (found.sort, found.page) == ("relevance", 1)
    assert set(found.filters.get("sector", ())) <= {"logistics"}


@pytest.mark.parametrize(
    "query", ["sector=", "q=&sort=&page=", "sector__name=x", "order_by=name", "publication_state=draft"]
)
def test_empty_values_and_foreign_parameters_are_nothing(query):
    assert selected(query) == Selection()


def test_a_value_asked_twice_counts_once():
    assert selected("sector=logistics&sector=logistics").filters == {"sector": ("logistics",)}


def test_what_was_ignored_is_shown_in_short():
    found = selected("&".join(f"sector={'x' * 5000}{number}" for number in range(40)))
    assert len(found.ignored) <= 10
    assert all(len(value) <= 40 for _, value in found.ignored)


def test_the_text_is_cleaned_and_cut():
    assert selected("q=%20h%C3%A0u%00%20").text == "hàu"
    assert len(selected("q=" + "a" * 10_240).text) == 200


def test_a_selection_writes_the_address_that_it_was_read_from():
    query = "q=h%C3%A0u&kind=startup&sector=logistics&sector=education&sort=newest&page=2"
    found = selected(query)
    assert selected(QueryDict(query).urlencode()) == found
    assert found.pairs(page=2) == [
        ("q", "hàu"),
        ("kind", "startup"),
        ("sector", "logistics"),
        ("sector", "education"),
        ("sort", "newest"),
        ("page", "2"),
    ]


def test_a_chip_takes_one_value_away_and_nothing_else():
    found = selected("q=hàu&sector=logistics&sector=education&kind=startup")
    assert found.without("sector", "logistics").filters == {"sector": ("education",), "kind": ("startup",)}
    assert found.without("kind", "startup").filters == {"sector": ("logistics", "education")}
