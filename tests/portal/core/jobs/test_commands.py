"""What an operator types."""

from io import StringIO
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from portal.core.jobs.models import Job
from portal.core.jobs.place import PlaceTakenError, worker_place
from portal.core.jobs.worker import Worker
from tests.portal.core.jobs import tasks

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def dead() -> Job:
    result = tasks.refuse_for_good.using(key="k").enqueue()
    Worker().drain()
    return Job.objects.get(pk=result.id)


def test_dead_jobs_are_listed_with_their_last_error(dead: Job) -> None:
    line, count = run("jobs_dead").splitlines()
    assert line.split("\t")[:2] == [str(dead.pk), "tests.portal.core.jobs.tasks.refuse_for_good"]
    assert line.endswith("PermanentError: no such mailbox")
    assert count == "1 dead"


@pytest.mark.parametrize("all_of_them", [True, False])
def test_a_dead_job_is_run_again(dead: Job, all_of_them: bool) -> None:
    said = run("jobs_dead", "--rerun", "all" if all_of_them else str(dead.pk))
    assert said == "1 of 1 jobs run again\n"
    dead.refresh_from_db()
    assert (dead.state, dead.attempts, dead.finished_at) == ("ready", 0, None)


def test_it_is_said_why_a_dead_job_is_not_run_again(dead: Job) -> None:
    tasks.note.using(key="k").enqueue()
    assert run("jobs_dead", "--rerun", "all").splitlines() == [
        f"{dead.pk}\tstays: a job of the same key 'k' is open",
        "0 of 1 jobs run again",
    ]


@pytest.mark.parametrize("wanted", ["999999", "some"])
def test_an_unknown_number_is_an_error(dead: Job, wanted: str) -> None:
    with pytest.raises(CommandError):
        run("jobs_dead", "--rerun", wanted)


def test_sqlite_has_room_for_one_worker(monkeypatch, tmp_path) -> None:
    database = SimpleNamespace(vendor="sqlite", settings_dict={"NAME": tmp_path / "portal.sqlite3"})
    monkeypatch.setattr("portal.core.jobs.place.connection", database)
    with worker_place():
        with pytest.raises(PlaceTakenError), worker_place():
            pass
        with pytest.raises(CommandError, match="room for one"):
            call_command("jobs")
    with worker_place():  # free again
        pass


def test_postgresql_has_room_for_many_workers(monkeypatch) -> None:
    monkeypatch.setattr("portal.core.jobs.place.connection", SimpleNamespace(vendor="postgresql"))
    with worker_place(), worker_place():
        pass
