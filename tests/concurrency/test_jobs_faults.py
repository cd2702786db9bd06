"""Processes that are killed, stopped or asked to stop: no job is lost, and none is closed by a late worker."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
import time_machine
from django.db import connection, transaction
from django.utils import timezone

from portal.core import jobs
from portal.core.jobs.models import Job, WorkerSign
from portal.core.jobs.worker import Worker
from portal.core.mail.models import Mail
from tests.concurrency import processes, tasks
from tests.concurrency.processes import wait_until

LEAVE_MARK, PASS_GATE = "tests.concurrency.tasks.leave_mark", "tests.concurrency.tasks.pass_gate"
CHANGE = f"""
from django.db import transaction
from portal.core import jobs
from portal.core.jobs.models import WorkerSign
with transaction.atomic():
    WorkerSign.give("the change")
    jobs.enqueue({LEAVE_MARK!r}, "done")
    if {{before}}:
        os.kill(os.getpid(), signal.SIGKILL)
os.kill(os.getpid(), signal.SIGKILL)
"""

pytestmark = [pytest.mark.postgres, pytest.mark.faults, pytest.mark.django_db(transaction=True)]


@contextmanager
def gate_closed() -> Iterator[None]:
    """Hold up `pass_gate` as long as the block lasts."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [tasks.GATE])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [tasks.GATE])


def marks() -> list[str]:
    return list(Mail.objects.order_by("pk").values_list("to", flat=True))


def test_killed_right_after_the_commit_the_job_still_runs() -> None:
    assert processes.run_script(CHANGE.format(before=False)) == -signal.SIGKILL
    assert WorkerSign.objects.exists()
    assert jobs.drain() == 1
    assert marks() == ["done"]


def test_killed_before_the_commit_neither_change_nor_job_is_there() -> None:
    assert processes.run_script(CHANGE.format(before=True)) == -signal.SIGKILL
    assert not WorkerSign.objects.exists()
    assert not Job.objects.exists()


def test_a_worker_killed_in_the_middle_loses_no_job() -> None:
    job = jobs.enqueue(PASS_GATE, "gate")
    with gate_closed():
        with processes.worker() as victim:
            wait_until(lambda: bool(processes.waiting_for_a_lock()))
            left = processes.waiting_for_a_lock()
            victim.kill()
            victim.wait()
        processes.end_backends(left)
    next_worker = Worker("next")
    next_worker.tick()
    assert next_worker.drain() == 0  # its lease still runs
    with time_machine.travel(timezone.now() + timedelta(seconds=61)):
        next_worker.tick()
        assert next_worker.drain() == 1
    job.refresh_from_db()
    assert (job.state, job.attempts, job.worker) == ("done", 2, "next")
    assert marks() == ["gate"]


def test_a_worker_that_wakes_up_too_late_changes_no_outcome() -> None:
    job = jobs.enqueue(PASS_GATE, "gate")
    with processes.worker() as late:
        with gate_closed():
            wait_until(lambda: bool(processes.waiting_for_a_lock()))
            late.send_signal(signal.SIGSTOP)
            with time_machine.travel(timezone.now() + timedelta(seconds=61)):
                Worker("next").tick()
                assert Worker("next").drain() == 1  # the gate's own holder may pass it
        outcome = Job.objects.values().get()
        assert (outcome["state"], outcome["worker"]) == ("done", "next")
        late.send_signal(signal.SIGCONT)
        wait_until(lambda: len(marks()) == 2)  # what it does cannot be taken back, so a body bears a second run
        late.terminate()
        said = late.communicate(timeout=20)[1]
    assert f"job {job.pk} ({PASS_GATE}): lease 1 lost, outcome dropped" in said
    assert Job.objects.values().get() == outcome


def test_a_worker_asked_to_stop_finishes_the_job_in_hand_under_its_lease() -> None:
    job = jobs.enqueue(PASS_GATE, "gate")
    waiting = jobs.enqueue(LEAVE_MARK, "waits")
    with processes.worker("--lease", "1") as worker:
        with gate_closed():
            wait_until(lambda: bool(processes.waiting_for_a_lock()))
            worker.terminate()
            asked = timezone.now()
            wait_until(lambda: Job.objects.get(pk=job.pk).lease_until > asked + timedelta(seconds=2))
            Worker("next", queues=("none",)).tick()
        assert worker.wait(20) == 0
    job.refresh_from_db()
    waiting.refresh_from_db()
    assert (job.state, job.attempts) == ("done", 1)
    assert (waiting.state, marks()) == ("ready", ["gate"])


def test_a_worker_survives_a_lost_database_connection() -> None:
    with processes.worker() as worker:
        wait_until(WorkerSign.objects.exists)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        jobs.enqueue(LEAVE_MARK, "after")
        wait_until(lambda: marks() == ["after"])
        worker.terminate()
        assert worker.wait(20) == 0


def test_many_workers_run_each_job_once() -> None:
    for number in range(60):
        jobs.enqueue(LEAVE_MARK, str(number))

    def work(ran: list[int]) -> None:
        ran.append(Worker().drain())
        connection.close()

    ran: list[int] = []
    threads = [threading.Thread(target=work, args=[ran]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(ran) == 60
    assert set(Job.objects.values_list("state", "attempts")) == {("done", 1)}


def test_a_key_enqueued_again_is_not_run_on_the_state_before_the_commit() -> None:
    found = []

    def look() -> None:
        found.append(Worker().claim())
        connection.close()

    jobs.enqueue(LEAVE_MARK, "old", key="k")
    with transaction.atomic():
        jobs.enqueue(LEAVE_MARK, "new", key="k")
        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
    assert found == [None]
    assert jobs.drain() == 1
    assert marks() == ["new"]


def test_many_ticks_at_once_write_one_periodic_job() -> None:
    start = timezone.now()

    def tick(seconds: int) -> None:
        worker = Worker()
        worker.option = {"PERIODIC": {"beat": (LEAVE_MARK, {"every": 60})}}.get
        worker.tick(start + timedelta(seconds=seconds))

    def tick_later() -> None:
        tick(70)
        connection.close()

    tick(0)
    threads = [threading.Thread(target=tick_later) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Job.objects.count() == 1
