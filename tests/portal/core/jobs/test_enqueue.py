"""Writing jobs: with the caller's transaction, one open job a key, in their order."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from portal.core import jobs
from portal.core.jobs.models import Job
from tests.portal.core.jobs import tasks

NOTE = "tests.portal.core.jobs.tasks.note"

pytestmark = pytest.mark.django_db


@transaction.atomic
def change_and_fail() -> None:
    tasks.note.enqueue(1)
    raise KeyError


def test_a_job_is_written_with_the_callers_transaction(seen) -> None:
    with pytest.raises(KeyError):
        change_and_fail()
    with transaction.atomic():
        jobs.enqueue(NOTE, 2)
    assert jobs.drain() == 1
    assert seen == [(2,)]
    assert [job.state for job in Job.objects.all()] == ["done"]


def test_a_key_has_one_open_job_and_the_last_call_counts(seen) -> None:
    first = jobs.enqueue(NOTE, 1, key="k")
    second = jobs.enqueue(NOTE, 2, key="k")
    assert first.pk == second.pk
    assert jobs.drain() == 1
    assert seen == [(2,)]


def test_a_key_is_free_again_when_its_job_is_done(seen) -> None:
    jobs.enqueue(NOTE, 1, key="k")
    jobs.drain()
    jobs.enqueue(NOTE, 2, key="k")
    assert jobs.drain() == 1
    assert seen == [(1,), (2,)]


def test_a_key_enqueued_while_its_job_runs_goes_once_more(seen) -> None:
    tasks.chain.using(key="chain").enqueue(0)
    assert jobs.drain() == 3
    assert seen == [0, 1, 2]
    assert Job.objects.count() == 1


def test_a_job_waits_for_its_time(seen) -> None:
    start = datetime(2026, 11, 24, 8, tzinfo=UTC)
    with time_machine.travel(start, tick=False) as clock:
        jobs.enqueue(NOTE, "later", run_after=timezone.now() + timedelta(minutes=5))
        clock.shift(timedelta(minutes=5, seconds=-1))
        assert jobs.drain() == 0
        clock.shift(timedelta(seconds=1))
        assert jobs.drain() == 1


def test_priority_goes_before_age(seen) -> None:
    jobs.enqueue(NOTE, "old")
    jobs.enqueue(NOTE, "urgent", priority=5)
    jobs.drain()
    assert seen == [("urgent",), ("old",)]


def test_draining_raises_what_a_job_raises(seen) -> None:
    tasks.refuse.enqueue()
    with pytest.raises(OSError, match="no mail server"):
        jobs.drain()
