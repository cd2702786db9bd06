"""The index is right in the transaction of every change, and after the job for changes of many things at once."""

import threading
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from portal.core import jobs
from portal.core.jobs.models import Job
from portal.search import indexing
from portal.search.engines.database import texts
from portal.search.indexing import AT_ONCE, index_changed
from portal.search.models import SearchDirty, SearchDocument, SearchFacet, SearchPair, SearchWord
from portal.search.query import Query
from portal.search.searching import search
from startups.models import Organization
from tests.search.builders import organization

pytestmark = pytest.mark.django_db


def found(text: str) -> set[int]:
    return {hit.object_id for hit in search(Query(text=text)).hits}


def rows_of_words() -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {texts().TABLE}")  # noqa: S608 -- constant
        return cursor.fetchone()[0]


def everything() -> tuple:
    return (
        list(SearchDocument.objects.order_by("pk").values_list("kind", "object_id", "digest")),
        list(SearchFacet.objects.order_by("document", "name", "value").values_list("document", "name", "value")),
        rows_of_words(),
    )


def test_a_rolled_back_change_leaves_the_index_as_it_was():
    one = organization("Hàu Vân Đồn", sectors=["blue_economy"])
    before = everything()
    with pytest.raises(RuntimeError), transaction.atomic():  # noqa: PT012 -- what is rolled back is the test
        one.name_vi = "Tôm Móng Cái"
        one.save()
        index_changed("organization", [one.pk])
        organization("Cá Cô Tô")
        assert found("tôm") == {one.pk}
        raise RuntimeError
    assert everything() == before
    assert found("hàu") == {one.pk}
    assert found("tôm") == set()


def test_changed_hidden_and_deleted():
    one, two = organization("Hàu Vân Đồn"), organization("Tôm Móng Cái")
    one.name_vi = "Ngao Quảng Yên"
    one.save()
    two.publication_state = "draft"
    two.save()
    index_changed("organization", [one.pk, two.pk])
    assert found("ngao") == {one.pk}
    assert found("hàu") == found("tôm") == set()
    assert SearchDocument.objects.filter(kind="organization").count() == 1
    key = one.pk
    one.delete()
    index_changed("organization", [key])
    assert not SearchDocument.objects.filter(kind="organization").exists()
    assert not SearchFacet.objects.filter(document__kind="organization", name="kind").exists()


def test_what_has_not_changed_is_not_written_again():
    one = organization("Hàu Vân Đồn")
    before = SearchDocument.objects.get(object_id=one.pk, kind="organization").pk
    index_changed("organization", [one.pk, one.pk])
    assert SearchDocument.objects.get(object_id=one.pk, kind="organization").pk == before


def test_up_to_200_at_once_and_more_by_the_job():
    made = [organization(f"Hàu {number}", index=False) for number in range(AT_ONCE + 1)]
    keys = [one.pk for one in made]
    index_changed("organization", keys[:AT_ONCE])
    assert search(Query(text="hàu")).total == AT_ONCE
    SearchDocument.objects.all().delete()

    index_changed("organization", keys)
    index_changed("organization", keys)
    assert search(Query(text="hàu")).total == 0
    assert set(SearchDirty.objects.values_list("object_id", flat=True)) == set(keys)
    assert Job.objects.filter(path="portal.search.jobs.index_dirty", state=Job.State.READY).count() == 1
    jobs.drain()
    assert search(Query(text="hàu")).total == AT_ONCE + 1
    assert not SearchDirty.objects.exists()


def killed() -> None:
    raise KeyboardInterrupt


def test_a_job_killed_in_the_middle_loses_nothing(monkeypatch):
    made = [organization(f"Hàu {number}", index=False) for number in range(3)]
    monkeypatch.setattr(indexing, "AT_ONCE", 1)
    index_changed("organization", [one.pk for one in made])
    assert indexing.index_dirty_batch() == 1
    with monkeypatch.context() as broken:
        broken.setattr(indexing, "learn_soon", killed)
        with pytest.raises(KeyboardInterrupt):
            indexing.index_dirty_batch()
    assert (SearchDirty.objects.count(), search(Query(text="hàu")).total) == (2, 1)
    jobs.drain()
    assert (SearchDirty.objects.count(), search(Query(text="hàu")).total) == (0, 3)


def test_words_are_learned_by_a_job_after_a_change():
    organization("Zunoka Vân Đồn", description_vi="Zunoka sữa.")
    assert not SearchWord.objects.filter(word="zunoka").exists()
    job = Job.objects.get(path="portal.search.jobs.learn_words")
    jobs.drain(until=job.run_at)
    assert SearchWord.objects.get(word="zunoka").documents == 1
    assert SearchPair.objects.get(pair="zunoka van").times == 1


def check() -> tuple[int, str]:
    out = StringIO()
    try:
        call_command("search_check", stdout=out)
    except SystemExit as end:
        return int(end.code), out.getvalue()
    return 0, out.getvalue()


def test_check_finds_planted_differences_and_rebuild_mends_them():
    missing, stale, hidden, wordless, right = (organization(f"Hàu {n}") for n in range(5))
    call_command("search_rebuild", stdout=StringIO())
    assert check() == (0, "the index is right\n")

    SearchDocument.objects.filter(kind="organization", object_id=missing.pk).delete()
    Organization.objects.filter(pk=stale.pk).update(tagline_vi="Mới")
    Organization.objects.filter(pk=hidden.pk).update(visibility="private")
    texts().remove([SearchDocument.objects.get(kind="organization", object_id=wordless.pk).pk])
    code, lines = check()
    assert code == 1
    assert f"organization {missing.pk} : missing\n" in lines
    assert f"organization {stale.pk} : stale\n" in lines
    assert f"organization {hidden.pk} : should not be there\n" in lines
    assert f"organization {wordless.pk} : words missing\n" in lines
    assert f"organization {right.pk} " not in lines
    assert "4 differences" in lines

    call_command("search_rebuild", stdout=StringIO())
    assert check()[0] == 0
    assert found("hàu") == {missing.pk, stale.pk, wordless.pk, right.pk}


@pytest.mark.django_db(transaction=True)
def test_an_index_change_without_an_own_transaction_is_whole():
    one = organization("Hàu Vân Đồn")
    assert found("hàu") == {one.pk}
    assert rows_of_words() == SearchDocument.objects.count()


def test_indexing_costs_the_same_number_of_statements_for_three_as_for_one():
    made = [organization(f"Hàu {n}", index=False, sectors=["blue_economy"], technologies=["iot"]) for n in range(4)]
    with CaptureQueriesContext(connection) as one:
        index_changed("organization", [made[0].pk])
    with CaptureQueriesContext(connection) as three:
        index_changed("organization", [other.pk for other in made[1:]])
    assert len(one) == len(three)
    assert len(three) <= 20


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_change_that_is_not_committed_while_the_job_works_is_not_lost(monkeypatch):
    monkeypatch.setattr(indexing, "AT_ONCE", 0)
    one = organization("Zunoka")
    changed, worked = threading.Event(), threading.Event()

    def change_a_part() -> None:
        try:
            with transaction.atomic():
                one.products.create(name_vi="Velorin")  # the organization's own row stays untouched
                index_changed("organization", [one.pk])
                changed.set()
                worked.wait(10)
        finally:
            connection.close()

    writer = threading.Thread(target=change_a_part)
    writer.start()
    assert changed.wait(10)
    monkeypatch.setattr(indexing, "AT_ONCE", 200)
    assert indexing.index_dirty_batch() == 1  # the row of the first change only
    worked.set()
    writer.join()
    assert (found("zunoka"), found("velorin")) == ({one.pk}, set())
    while indexing.index_dirty_batch():
        pass
    assert found("velorin") == {one.pk}
