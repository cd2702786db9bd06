"""The backend of django-tasks: results, keys of listed tasks, checks of the settings."""

from types import SimpleNamespace

import pytest
from django_tasks import TaskResultStatus, task_backends
from django_tasks.exceptions import TaskResultDoesNotExist

from portal.core import jobs
from portal.core.jobs.backend import JobBackend
from portal.core.jobs.models import Job
from portal.core.jobs.worker import Worker
from tests.portal.core.jobs import tasks


def backend(**options) -> JobBackend:
    return JobBackend("default", {"QUEUES": [], "OPTIONS": options})


def errors(**options) -> list[str]:
    return [error.id for error in backend(**options).check()]


@pytest.mark.django_db
def test_a_result_tells_how_far_the_job_is(seen) -> None:
    result = tasks.note.enqueue(7)
    assert result.status == TaskResultStatus.READY
    jobs.drain()
    result.refresh()
    assert (result.status, result.return_value, result.attempts) == (TaskResultStatus.SUCCESSFUL, [7], 1)


@pytest.mark.django_db
def test_the_result_of_a_dead_job_has_its_errors(seen) -> None:
    result = tasks.refuse_for_good.enqueue()
    Worker().drain()
    result.refresh()
    assert result.status == TaskResultStatus.FAILED
    assert result.errors[0].exception_class is jobs.PermanentError


@pytest.mark.django_db
@pytest.mark.parametrize("result_id", ["0", "none of ours"])
def test_an_unknown_result_is_said_to_be_unknown(result_id: str) -> None:
    with pytest.raises(TaskResultDoesNotExist):
        task_backends["default"].get_result(result_id)


@pytest.mark.django_db
def test_listed_tasks_have_one_open_job_per_arguments() -> None:
    deduplicating = backend(DEDUPLICATE=[tasks.note.module_path])
    for number in (1, 1, 2):
        deduplicating.enqueue(tasks.note, (number,), {})
    assert sorted(job.args for job in Job.objects.all()) == [[1], [2]]


def test_a_periodic_job_must_name_a_task_and_a_time() -> None:
    note, no_task = tasks.note.module_path, "tests.portal.core.jobs.tasks.no_task"
    assert errors(PERIODIC={"a": (note, {"every": 60}), "b": (note, {"daily": "03:10"})}) == []
    wrong = {
        "no task": (no_task, {"every": 60}),
        "nowhere": ("tests.portal.nowhere.note", {"every": 60}),
        "no time": (note, {}),
        "no hour": (note, {"daily": "25:00"}),
        "no pair": note,
    }
    assert errors(PERIODIC=wrong) == ["jobs.E002"] * 5


@pytest.mark.parametrize(
    ("vendor", "options", "said"),
    [
        ("sqlite", {"transaction_mode": "IMMEDIATE"}, []),
        ("sqlite", {"transaction_mode": "DEFERRED"}, ["jobs.E001"]),
        ("sqlite", {}, ["jobs.E001"]),
        ("postgresql", {}, []),
    ],
)
def test_sqlite_must_lock_at_begin(monkeypatch, vendor: str, options: dict, said: list[str]) -> None:
    database = SimpleNamespace(vendor=vendor, settings_dict={"OPTIONS": options})
    monkeypatch.setattr("portal.core.jobs.backend.connection", database)
    assert errors() == said
