"""What is offered while typing."""

import pytest

from portal.search.query import Suggestion
from portal.search.searching import suggest
from startups.models import Organization
from tests.search.builders import organization

pytestmark = pytest.mark.django_db


@pytest.fixture
def oysters() -> Organization:
    return organization(
        "Công ty Hàu sữa <Vân Đồn>",
        name_en="Van Don Oyster",
        brand_name="Havado",
        sectors=["blue_economy"],
        unit="06994",
    )


@pytest.mark.parametrize("text", ["hau", "hàu s", "HÀU SỮA V", "van don", "Công ty h", "havad", "oyst", "sua hau"])
def test_names_are_completed(oysters, text):
    organization("Tôm Móng Cái", description_vi="Không phải hàu, oyster, Havado.")
    assert [item.object_id for item in suggest(text) if item.object_id] == [oysters.pk]


def test_labels_are_escaped_and_marked_in_the_asked_language(oysters):
    assert suggest("hau sua")[0].label == "Công ty <mark>Hàu sữa</mark> &lt;Vân Đồn&gt;"
    assert suggest("oys", language="en")[0].label == "Van Don <mark>Oyster</mark>"


def test_facet_values_that_have_results_are_offered(oysters):
    offered = [(item.facet, item.value) for item in suggest("kinh tế b") if item.facet]
    assert offered == [("sector", "blue_economy")]
    assert [(item.facet, item.value) for item in suggest("vân đồn") if item.facet] == [("unit", "06994")]
    assert not [item for item in suggest("năng lượng tái tạo") if item.facet]
    english = suggest("marine", language="en")
    assert [item.label for item in english if item.facet] != []


@pytest.mark.parametrize("text", ["", " ", "h", "?", "\x00", "0101", "xyzzyq"])
def test_nothing_is_offered_for_what_says_nothing(oysters, text):
    assert suggest(text) == ()


def test_no_more_than_the_limit():
    for number in range(12):
        organization(f"Hàu {number:02}", sectors=["blue_economy"])
    assert len(suggest("hau", limit=5)) == 5
    assert all(isinstance(item, Suggestion) for item in suggest("hau"))


@pytest.mark.parametrize(("text", "statements"), [("hau sua", 1), ("kinh te bien", 2)])
def test_statements(oysters, django_assert_num_queries, text, statements):
    suggest("hau")  # glossary, words and terms are kept
    with django_assert_num_queries(statements):
        assert suggest(text)
