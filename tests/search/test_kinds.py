"""Several kinds at once: each is counted, none is mixed with another, and choosing one yields what was counted."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.search import knowledge, registry
from portal.search.indexing import index_changed
from portal.search.query import Query
from portal.search.registry import Card, Document, DocumentKind
from portal.search.searching import search_kinds, suggest
from startups.models import Organization
from tests.search.builders import organization

pytestmark = pytest.mark.django_db

KINDS = ("organization", "story")
WORDS = ("zunoka", "velorin", "matibu")  # words of no vocabulary, so that counting by hand needs no search engine


@pytest.fixture
def stories() -> Iterator[DocumentKind]:
    """A second kind: stories about organizations, public when the organization is."""

    def documents(ids):
        for one in Organization.objects.public().filter(pk__in=ids).order_by("pk"):
            title = f"Chuyện {one.name_vi}"
            yield Document(object_id=one.pk, titles={"vi": title}, bodies={"vi": one.description_vi}, language="vi")

    def cards(ids, language):
        rows = Organization.objects.public().filter(pk__in=ids)
        return {one.pk: Card(title=f"Chuyện {one.name_vi}", url=f"/chuyen/{one.slug}/") for one in rows}

    kind = DocumentKind(
        "story", Organization, documents, lambda audience: Organization.objects.public(),
        label="Story", plural="Stories", order=20, cards=cards,
    )  # fmt: skip
    registry.register(kind)
    yield kind
    del registry._kinds["story"]


def ask(text: str = "", *, only: str = "", **more: object):
    return search_kinds(Query(text=text, kinds=KINDS, **more), only=only)


things = st.lists(
    st.tuples(
        st.sampled_from(KINDS),
        st.lists(st.sampled_from(WORDS), unique=True).map(tuple),
        st.sampled_from((True, True, True, False)),
    ),
    max_size=9,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=things, text=st.sampled_from(("", *WORDS, "zunoka matibu")))
def test_counts_are_what_choosing_a_kind_yields(stories, wanted, text):
    with transaction.atomic():
        made = [
            organization(f"Thứ {place}", index=False, description_vi=" ".join(words))
            for place, (_, words, _) in enumerate(wanted)
        ]
        for one, (kind, _, _) in zip(made, wanted, strict=True):
            index_changed(kind, [one.pk])
        # The hidden ones stay in the index, as in an index that lags behind.
        hidden = [one.pk for one, (_, _, public) in zip(made, wanted, strict=True) if not public]
        Organization.objects.filter(pk__in=hidden).update(publication_state="draft")
        asked = set(text.split())
        public = [(one.pk, kind, set(words)) for one, (kind, words, shown) in zip(made, wanted, strict=True) if shown]
        steps = [  # all words, or else any word
            {kind: {pk for pk, of, words in public if of == kind and fits(words)} for kind in KINDS}
            for fits in (asked.issubset, lambda words: bool(asked & words))
        ]
        by_hand = steps[0] if any(steps[0].values()) or not asked else steps[1]

        everything = ask(text, page_size=50)
        assert everything.counts == {kind: len(keys) for kind, keys in by_hand.items() if keys}
        assert {kind: {hit.object_id for hit in hits} for kind, hits in everything.hits.items()} == {
            kind: keys for kind, keys in by_hand.items() if keys
        }
        for kind in KINDS:
            seen: list[int] = []
            for page in range(1, len(by_hand[kind]) + 1):
                chosen = ask(text, only=kind, page=page, page_size=1)
                assert chosen.counts == everything.counts
                assert set(chosen.hits) == {kind}
                seen += [hit.object_id for hit in chosen.hits[kind]]
            assert sorted(seen) == sorted(by_hand[kind])
        transaction.set_rollback(True)


def test_choosing_a_kind_that_has_nothing_loosens_nothing(stories):
    one = organization("Zunoka Velorin")
    other = organization("Vịnh", index=False, description_vi="Zunoka")
    index_changed("story", [other.pk])
    assert ask("zunoka velorin").counts == {"organization": 1}
    chosen = ask("zunoka velorin", only="story")
    assert (chosen.counts, chosen.hits, chosen.loosened) == ({"organization": 1}, {}, None)
    assert ask("zunoka velorin", only="organization").hits["organization"][0].object_id == one.pk


def test_a_step_of_the_ladder_answers_for_all_kinds(stories):
    organization("Hàu sữa Vân Đồn")
    other = organization("Cảm biến mỏ", index=False)
    index_changed("story", [other.pk])
    knowledge.learn()
    assert ask("hau sua").loosened is None
    loosened = ask("hàu sữa cảm biến zunoka")
    assert loosened.loosened == "any_word"
    assert set(loosened.counts) == set(KINDS)
    corrected = ask("camr bieens")
    assert (corrected.loosened, corrected.did_you_mean, corrected.counts) == ("corrected", "cam bien", {"story": 1})


def test_beyond_the_last_page_comes_the_last_and_only_a_kind_has_pages(stories):
    for number in range(5):
        organization(f"Hàu {number}")
    last = ask("hàu", only="organization", page=9, page_size=2)
    assert (last.number, len(last.hits["organization"])) == (3, 1)
    assert ask("hàu", page=9, page_size=2).number == 1
    assert len(ask("hàu", page=9, page_size=2).hits["organization"]) == 2
    assert ask("hàu", only="story", page=9).number == 1
    assert ask("hàu", only="organization", page=-4, page_size=2).number == 1


def test_signs_only_find_nothing_and_no_text_shows_all(stories):
    one = organization("Hàu")
    index_changed("story", [one.pk])
    assert ask("?!").total == ask("\x00;").total == 0
    assert ask().counts == {"organization": 1, "story": 1}


def test_one_statement_answers_for_every_kind(stories):
    one = organization("Hàu Vân Đồn")
    index_changed("story", [one.pk])
    ask("hàu")  # glossary and words are kept
    for only in ("", "story"):
        with CaptureQueriesContext(connection) as seen:
            assert ask("hàu", only=only).total == 2
        assert len(seen) == 1


def test_suggestions_leave_room_for_every_kind(stories):
    made = [organization(f"Hàu {number:02}") for number in range(9)]
    index_changed("story", [one.pk for one in made])
    offered = [item.kind for item in suggest("hau", kinds=KINDS, limit=6)]
    assert {kind: offered.count(kind) for kind in KINDS} == {"organization": 3, "story": 3}
    assert len(suggest("hau 0", kinds=("organization",), limit=6)) == 6
