"""Nothing that is not public reaches anybody through the search: not by hits, totals, facets, suggestions or similarity."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.utils import timezone

from portal.search import knowledge, registry
from portal.search.indexing import index_changed
from portal.search.query import Query
from portal.search.registry import Document, DocumentKind
from portal.search.searching import search, similar, suggest
from startups.directory.documents import FACETS, ORGANIZATIONS
from startups.models import Certificate, FundingRound, Organization, Person, Product
from tests.search.builders import confirm, organization

pytestmark = pytest.mark.django_db


def total(text: str = "", **more: object) -> int:
    return search(Query(text=text, **more)).total


@pytest.mark.parametrize("change", [{"publication_state": "draft"}, {"visibility": "private"}, None])
def test_a_stale_index_row_shows_nowhere(change):
    shown = organization("Hàu Cô Tô", sectors=["blue_economy"], technologies=["iot"])
    hidden = organization(
        "Hàu Vân Đồn", sectors=["blue_economy", "logistics"], technologies=["iot"], external_code="KN-2024-0001"
    )
    knowledge.learn()
    # The row changes behind the index's back; the third time it is deleted.
    rows = Organization.objects.filter(pk=hidden.pk)
    rows.update(**change) if change else rows.delete()
    page = search(Query(text="hàu", facets=FACETS))
    assert [hit.object_id for hit in page.hits] == [shown.pk]
    assert page.total == 1
    assert {(v.value, v.count) for v in page.facets["sector"]} == {("blue_economy", 1)}
    assert total() == 1
    assert total("KN-2024-0001") == 0
    assert total(filters={"sector": ("logistics",)}) == 0
    assert [item.object_id for item in suggest("hàu") if item.object_id] == [shown.pk]
    assert not [item for item in suggest("logistics") if item.facet]
    assert similar("organization", shown.pk) == ()


def test_facts_that_are_not_public_are_not_in_the_index():
    one = organization("Hàu Vân Đồn")
    now = timezone.now()
    Person.objects.create(organization=one, full_name="Nguyễn Thị Zunoka")
    Person.objects.create(organization=one, full_name="Trần Velorin", consent_public=True, consent_at=now)
    FundingRound.objects.create(organization=one, kind="seed", is_open=True, amount=5_000_000_000)
    Certificate.objects.create(organization=one, statement="Giấy matibu", number="99/2026/GCN")
    Product.objects.create(organization=one, name_vi="Ruốc hàu")
    index_changed("organization", [one.pk])
    assert total("Zunoka") == total("matibu") == total("99/2026/GCN") == 0
    assert total("Velorin") == total("ruốc") == 1
    page = search(Query(facets=FACETS))
    assert page.facets["raising"] == ()
    assert {v.value for v in page.facets["badge"]} == {"self_declared"}

    FundingRound.objects.update(visibility="public")
    confirm(one, "st_enterprise")
    index_changed("organization", [one.pk])
    page = search(Query(facets=FACETS))
    assert {v.value for v in page.facets["raising"]} == {"yes"}
    assert {v.value for v in page.facets["badge"]} == {"certified_st_enterprise"}
    assert total("05/2026/GCN") == 1


def test_private_words_teach_the_speller_nothing():
    one = organization("Hàu Vân Đồn")
    Person.objects.create(organization=one, full_name="Zunoka")
    organization("Velorin", publication_state="draft")
    index_changed("organization", [one.pk])
    knowledge.learn()
    _glossary, words = knowledge.glossary_and_vocabulary()
    assert words.knows("hau")
    assert not words.knows("zunoka")
    assert not words.knows("velorin")


@pytest.fixture
def rounds() -> Iterator[DocumentKind]:
    """A kind whose sums investors may filter by, the public not; half of its rows are for investors only."""

    def documents(ids):
        for one in Organization.objects.filter(pk__in=ids).order_by("pk"):
            yield Document(
                object_id=one.pk,
                titles={"vi": one.name_vi},
                facets={"stage": ["growth"]},
                restricted={"investor": {"sum": [one.brand_name], "stage": ["idea"]}},
            )

    def visible(audience):
        rows = Organization.objects.all()
        return rows if audience == "investor" else rows.filter(visibility="public")

    kind = DocumentKind(
        "round", Organization, documents, visible, facets=("stage", "sum"), similar_by={"sum": 1.0, "stage": 0.5}
    )
    registry.register(kind)
    yield kind
    del registry._kinds["round"]


def test_restricted_values_count_for_their_audience_only(rounds):
    open_one = organization("Vòng một", brand_name="large", index=False)
    closed = organization("Vòng hai", brand_name="large", visibility="private", index=False)
    index_changed("round", [open_one.pk, closed.pk])
    public = Query(kinds=("round",), facets=("sum", "stage"))
    investor = replace(public, audience="investor")

    assert {hit.object_id for hit in search(public).hits} == {open_one.pk}
    assert search(public).facets["sum"] == ()
    assert [(v.value, v.count) for v in search(public).facets["stage"]] == [("growth", 1)]
    assert search(replace(public, filters={"sum": ("large",)})).total == 0
    assert search(replace(public, filters={"stage": ("idea",)})).total == 0
    assert similar("round", open_one.pk) == ()

    assert {hit.object_id for hit in search(investor).hits} == {open_one.pk, closed.pk}
    assert [(v.value, v.count) for v in search(investor).facets["sum"]] == [("large", 2)]
    assert {(v.value, v.count) for v in search(investor).facets["stage"]} == {("growth", 2), ("idea", 2)}
    assert search(replace(investor, filters={"sum": ("large",)})).total == 2
    assert [hit.object_id for hit in similar("round", open_one.pk, audience="investor")] == [closed.pk]
    assert {item.object_id for item in suggest("vòng", kinds=("round",))} == {open_one.pk}


def test_a_kind_is_found_only_when_it_is_asked_for(rounds):
    one = organization("Hàu Vân Đồn")
    index_changed("round", [one.pk])
    assert {hit.kind for hit in search(Query(text="hàu")).hits} == {"organization"}
    assert {hit.kind for hit in search(Query(text="hàu", kinds=("organization", "round"))).hits} == {
        "organization",
        "round",
    }
    assert total("hàu", kinds=("unknown",)) == total("hàu", kinds=()) == 0


def test_the_kind_of_organizations_reads_through_the_public_filter():
    hidden = organization("Hàu", publication_state="draft", index=False)
    assert list(ORGANIZATIONS.documents([hidden.pk])) == []
    for audience in ("public", "investor", "staff"):
        assert not ORGANIZATIONS.visible(audience).filter(pk=hidden.pk).exists()
