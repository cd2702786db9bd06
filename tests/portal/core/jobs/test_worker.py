"""The worker: outcomes, retries, leases."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import override_settings
from django.utils import timezone

from portal.core import jobs
from portal.core.jobs.models import Job, WorkerSign
from portal.core.jobs.worker import Worker
from tests.portal.core.jobs import tasks

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
NOTE = "tests.portal.core.jobs.tasks.note"

pytestmark = pytest.mark.django_db


def outcome(job_id: str | int) -> tuple[str, int]:
    job = Job.objects.get(pk=job_id)
    return job.state, job.attempts


def test_the_delay_grows_fourfold_to_an_hour() -> None:
    for attempts, seconds in enumerate([15, 60, 240, 960, 3600, 3600, 3600], start=1):
        delays = [Worker().delay_after(attempts) for _ in range(50)]
        assert seconds * 0.9 <= min(delays) < max(delays) <= seconds * 1.1


def test_a_job_is_tried_ten_times_unless_its_task_says_otherwise() -> None:
    assert tasks.note.max_attempts == 10
    with time_machine.travel(NOW) as clock:
        job = jobs.enqueue("tests.portal.core.jobs.tasks.nowhere")
        for _ in range(12):
            clock.shift(timedelta(hours=2))
            Worker().drain()
    assert outcome(job.pk) == ("dead", 10)


def test_a_failing_job_comes_again_and_then_is_dead_until_staff_rerun_it(seen) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        job = Job.objects.get(pk=tasks.refuse.using(key="k").enqueue().id)
        assert (Worker().drain(), Worker().drain()) == (1, 0)  # the second attempt is not due yet
        job.refresh_from_db()
        assert 13.5 <= (job.run_at - NOW).total_seconds() <= 16.5
        clock.shift(timedelta(seconds=17))
        assert Worker().drain() == 1
        assert outcome(job.pk) == ("dead", 2)
        assert job.rerun() is True
        assert job.rerun() is False  # it is open already
        assert Worker().drain() == 1
    assert outcome(job.pk) == ("ready", 1)
    assert len(seen) == 3


def test_a_dead_job_is_not_rerun_beside_an_open_one_of_its_key(seen) -> None:
    dead = Job.objects.get(pk=tasks.refuse.using(key="k").enqueue().id)
    Job.objects.filter(pk=dead.pk).update(state="dead", open_key=None)
    jobs.enqueue(NOTE, key="k")
    assert dead.rerun() is False
    assert outcome(dead.pk)[0] == "dead"


def test_what_no_repetition_can_mend_is_dead_at_once() -> None:
    result = tasks.refuse_for_good.enqueue()
    Worker().drain()
    assert outcome(result.id) == ("dead", 1)


def test_a_poisonous_job_does_not_hold_up_the_others(seen) -> None:
    tasks.refuse.enqueue()
    tasks.note.enqueue("after")
    assert Worker().drain() == 2
    assert seen == ["refuse", ("after",)]


@pytest.mark.parametrize("path", ["no_task", "nowhere"])
def test_a_path_without_a_task_is_an_error_of_the_job(path: str) -> None:
    job = jobs.enqueue(f"tests.portal.core.jobs.tasks.{path}", max_attempts=1)
    Worker().drain()
    assert outcome(job.pk) == ("dead", 1)


def test_an_error_text_that_json_cannot_hold_is_kept_all_the_same() -> None:
    result = tasks.say_what_json_cannot_hold.enqueue()
    Worker().drain()
    job = Job.objects.get(pk=result.id)
    assert (job.state, job.errors[0]["type"]) == ("ready", "builtins.ValueError")
    assert "half a pair" in job.errors[0]["text"]


def test_a_task_may_ask_which_attempt_this_is(seen) -> None:
    tasks.note_attempt.enqueue()
    jobs.drain()
    assert seen == [1]


def test_a_missing_object_ends_the_jobs_of_listed_packages() -> None:
    worker = Worker()
    result = tasks.miss.enqueue()
    worker.option = {"MISSING_IS_DONE": ["tests.portal."]}.get
    worker.drain()
    assert outcome(result.id) == ("done", 1)


def test_only_the_queues_of_the_worker_are_served(seen) -> None:
    jobs.enqueue(NOTE, "slow", queue="slow")
    assert Worker(queues=("default",)).drain() == 0
    assert Worker(queues=("default", "slow")).drain() == 1


def test_a_lost_job_is_taken_again_and_the_late_worker_is_fenced(seen) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        tasks.note.enqueue()
        late = Worker("late").claim()
        clock.shift(timedelta(seconds=59))
        Worker("next").tick()
        assert Worker("next").claim() is None
        clock.shift(timedelta(seconds=2))
        Worker("next").tick()
        again = Worker("next").claim()
        Worker("late").close(late, "done")
        assert outcome(late.pk) == ("running", 2)
        Worker("next").close(again, "done")
    assert outcome(late.pk) == ("done", 2)


def test_a_lease_is_renewed_while_the_job_runs_but_not_for_one_that_hangs() -> None:
    worker = Worker("busy")
    with time_machine.travel(NOW, tick=False) as clock:
        tasks.note.enqueue()
        worker.current = worker.claim()
        clock.shift(timedelta(minutes=59))
        worker.renew()
        assert Job.objects.get().lease_until == timezone.now() + timedelta(seconds=60)
        assert WorkerSign.age() == timedelta()
        clock.shift(timedelta(minutes=2))
        worker.renew()
        assert Job.objects.get().lease_until < timezone.now()
        assert WorkerSign.age() == timedelta(minutes=2)


def test_a_job_that_kills_every_worker_is_dead_in_the_end(seen) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        job = jobs.enqueue(NOTE, max_attempts=2)
        for _ in range(2):
            assert Worker("doomed").claim()
            clock.shift(timedelta(seconds=61))
            Worker("next").tick()
        Worker("next").drain()
    assert outcome(job.pk) == ("dead", 3)
    assert seen == []


def test_a_long_host_name_fits_the_row(monkeypatch) -> None:
    monkeypatch.setattr("os.uname", lambda: type("Name", (), {"nodename": "h" * 200}))
    Worker().tick()
    assert len(WorkerSign.objects.get().worker) <= 64


@override_settings(TASKS={"default": {"BACKEND": "portal.core.jobs.backend.JobBackend", "QUEUES": [], "OPTIONS": {}}})
def test_the_worker_needs_no_option(seen) -> None:
    tasks.note.enqueue()
    Worker().tick()
    assert Worker().drain() == 1
