"""Periodic jobs once a slot, and what is thrown away."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from portal.core import jobs
from portal.core.jobs.housekeeping import enqueue_periodic_jobs, prune
from portal.core.jobs.models import Job, Schedule, WorkerSign
from tests.portal.core.jobs import tasks

NOTE = "tests.portal.core.jobs.tasks.note"
EVERY_MINUTE = {"beat": (NOTE, {"every": 60})}
NOW = datetime(2027, 1, 5, 8, 0, 5, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def tick_at(*seconds: int) -> None:
    """Do the periodic jobs so many seconds after NOW."""
    for after in seconds:
        with time_machine.travel(NOW + timedelta(seconds=after), tick=False):
            enqueue_periodic_jobs(EVERY_MINUTE, timezone.now())
            jobs.drain()


def test_a_periodic_job_is_written_once_a_slot(seen) -> None:
    tick_at(0, 50, 56, 57, 70, 116)  # slots at every full minute; the first tick only plans
    assert len(seen) == 2


def test_slots_missed_while_all_were_down_run_once(seen) -> None:
    tick_at(0, 3600, 3601)
    assert len(seen) == 1


def test_a_slow_periodic_job_is_not_heaped_up() -> None:
    for minutes in range(5):
        enqueue_periodic_jobs(EVERY_MINUTE, NOW + timedelta(minutes=minutes))
    assert Job.objects.count() == 1


def test_a_time_of_an_older_setting_is_put_right() -> None:
    enqueue_periodic_jobs({"beat": (NOTE, {"daily": "03:10"})}, NOW)
    enqueue_periodic_jobs(EVERY_MINUTE, NOW)
    assert Schedule.objects.get().next_at == datetime(2027, 1, 5, 8, 1, tzinfo=UTC)
    assert not Job.objects.exists()


def test_done_jobs_go_after_fourteen_days_and_dead_ones_stay() -> None:
    with time_machine.travel(NOW, tick=False):
        for _ in range(3):
            tasks.note.enqueue()
        jobs.drain()
        first, second, third = Job.objects.order_by("pk")
        Job.objects.filter(pk=first.pk).update(state="dead")
        Job.objects.filter(pk=second.pk).update(finished_at=NOW + timedelta(hours=1))
    prune(14, NOW + timedelta(days=14, seconds=1))
    assert set(Job.objects.all()) == {first, second}
    assert third not in Job.objects.all()


def test_the_sign_of_a_worker_that_is_gone_for_a_day_is_forgotten() -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        WorkerSign.give("gone")
        clock.shift(timedelta(hours=25))
        WorkerSign.give("here")
        WorkerSign.give("here")
        prune(14, NOW + timedelta(hours=25))
    assert [sign.worker for sign in WorkerSign.objects.all()] == ["here"]
