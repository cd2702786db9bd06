"""The number beside a facet value is exactly what choosing it yields: compared with counting by hand."""

from dataclasses import dataclass

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.search.indexing import index_changed
from portal.search.query import Query
from portal.search.searching import search
from startups.directory.documents import FACETS
from tests.search.builders import organization

pytestmark = pytest.mark.django_db

VALUES = {
    "kind": ("startup", "sme", "university"),
    "sector": ("blue_economy", "logistics", "education"),
    "stage": ("idea", "growth"),
    "unit": ("06994", "07069"),
    "founded": ("before-2010", "2015-2019", "2023-"),
}
YEARS = {2009: "before-2010", 2015: "2015-2019", 2019: "2015-2019", 2023: "2023-"}
WORDS = ("zunoka", "velorin", "matibu")  # words of no vocabulary, so that counting by hand needs no search engine


@dataclass(frozen=True)
class Thing:
    kind: str
    sectors: frozenset[str]
    stage: str
    unit: str
    year: int | None
    words: tuple[str, ...]
    public: bool

    def values(self, facet: str) -> set[str]:
        of = {
            "kind": {self.kind},
            "sector": set(self.sectors),
            "stage": {self.stage},
            "unit": {self.unit},
            "founded": {YEARS[self.year]} if self.year else set(),
        }
        return of[facet] - {""}

    def passes(self, filters: dict[str, tuple[str, ...]], text: str) -> bool:
        return (
            self.public
            and (not text or text in self.words)
            and all(self.values(facet) & set(chosen) for facet, chosen in filters.items() if chosen)
        )


things = st.lists(
    st.builds(
        Thing,
        kind=st.sampled_from(VALUES["kind"]),
        sectors=st.frozensets(st.sampled_from(VALUES["sector"])),
        stage=st.sampled_from(("", *VALUES["stage"])),
        unit=st.sampled_from(("", *VALUES["unit"])),
        year=st.sampled_from((None, *YEARS)),
        words=st.lists(st.sampled_from(WORDS), unique=True).map(tuple),
        public=st.sampled_from((True, True, True, False)),
    ),
    max_size=9,
)
filters = st.fixed_dictionaries(
    {}, optional={facet: st.lists(st.sampled_from(values), unique=True).map(tuple) for facet, values in VALUES.items()}
)


def put_in(wanted: list[Thing]) -> list[int]:
    """Store them, the hidden ones too; those stay in the index, as in an index that lags behind."""
    made = [
        organization(
            f"Thứ {place}",
            index=False,
            kind=thing.kind,
            sectors=thing.sectors,
            stage=thing.stage,
            unit=thing.unit,
            founded_year=thing.year,
            description_vi=" ".join(thing.words),
        )
        for place, thing in enumerate(wanted)
    ]
    index_changed("organization", [one.pk for one in made])
    hidden = [one.pk for one, thing in zip(made, wanted, strict=True) if not thing.public]
    type(made[0]).objects.filter(pk__in=hidden).update(publication_state="draft") if made else None
    return [one.pk for one in made]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=things, chosen=filters, text=st.sampled_from(("", "", *WORDS)))
def test_counts_are_what_choosing_yields(wanted, chosen, text):
    with transaction.atomic():
        keys = put_in(wanted)
        page = search(Query(text=text, filters=chosen, facets=FACETS, page_size=50))
        matching = {key for key, thing in zip(keys, wanted, strict=True) if thing.passes(chosen, text)}
        assert {hit.object_id for hit in page.hits} == matching
        assert page.total == len(matching)
        for facet, values in VALUES.items():
            others = {name: v for name, v in chosen.items() if name != facet}
            counted = {value.value: value.count for value in page.facets[facet] if value.count}
            by_hand = {
                value: sum(thing.passes(others, text) and value in thing.values(facet) for thing in wanted)
                for value in values
            }
            assert counted == {value: number for value, number in by_hand.items() if number}
            assert {v.value for v in page.facets[facet] if v.selected} == set(chosen.get(facet, ()))
        transaction.set_rollback(True)


def test_choosing_the_counted_value_gives_that_many():
    """The same through the interface: every offered value is chosen in turn."""
    organization(
        "Một", sectors=["blue_economy", "logistics"], stage="growth", unit="06994", certificate="st_enterprise"
    )
    organization("Hai", sectors=["logistics"], stage="idea", founded_year=2021, technologies=["iot"])
    organization("Ba", kind="university", sectors=["education"], founded_year=1999)
    start: dict[str, tuple[str, ...]] = {"sector": ("logistics",)}
    page = search(Query(filters=start, facets=FACETS))
    assert {name for name, values in page.facets.items() if values} >= {
        "kind",
        "sector",
        "badge",
        "technology",
        "founded",
    }
    for name, values in page.facets.items():
        for value in values:
            # Within a facet the values add up, so the count of a further one is what it alone would yield.
            alone = start | {name: (value.value,)}
            assert search(Query(filters=alone)).total == value.count


def test_a_chosen_value_without_results_stays_visible_to_be_taken_back():
    organization("Một", sectors=["logistics"])
    page = search(Query(filters={"sector": ("education",)}, facets=("sector",)))
    assert {(v.value, v.count, v.selected) for v in page.facets["sector"]} == {
        ("logistics", 1, False),
        ("education", 0, True),
    }
