"""The backend of django-tasks that writes a row a task, and what `@task` makes under it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.core.checks import CheckMessage, Error
from django.db import connection
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskError, TaskResult, TaskResultStatus
from django_tasks.exceptions import TaskResultDoesNotExist
from django_tasks.signals import task_enqueued
from django_tasks.utils import normalize_json

from portal.core.jobs.schedule import following

if TYPE_CHECKING:
    from portal.core.jobs.models import Job

_STATUS = {"ready": "READY", "running": "RUNNING", "done": "SUCCESSFUL", "dead": "FAILED"}


@dataclass(frozen=True, slots=True, kw_only=True)
class JobTask(Task):
    """A task with two further arguments of `@task` and `using()`: how often it is tried, and the key of its job."""

    max_attempts: int = 10
    key: str = ""

    def using(self, **changes: Any) -> "JobTask":
        return replace(self, **{name: value for name, value in changes.items() if value is not None})


class JobBackend(BaseTaskBackend):
    """Made at the first `@task`, before the apps are ready: models are imported late."""

    task_class = JobTask
    supports_defer = supports_async_task = supports_get_result = supports_priority = True

    def enqueue(self, task: JobTask, args: Any, kwargs: Any) -> TaskResult:  # type: ignore[override]
        """Write the job in the transaction in hand."""
        from portal.core.jobs.models import Job  # noqa: PLC0415 -- see the class

        self.validate_task(task)
        args, kwargs, key = normalize_json(list(args)), normalize_json(kwargs), task.key
        if not key and task.module_path in self.options.get("DEDUPLICATE", ()):
            key = ":".join([task.module_path.rsplit(".", 1)[1], *map(str, args)])[:200]
        how: dict[str, Any] = {"run_after": task.run_after, "queue": task.queue_name, "priority": task.priority}
        result = self.result_of(Job.add(task.module_path, args, kwargs, key=key, **how), task)
        task_enqueued.send(type(self), task_result=result)
        return result

    def get_result(self, result_id: str) -> TaskResult:
        """Return where a job stands; TaskResultDoesNotExist when there is none of this id."""
        from portal.core.jobs.models import Job  # noqa: PLC0415 -- see the class

        try:
            job = Job.objects.get(pk=result_id)
        except (Job.DoesNotExist, ValueError) as error:
            raise TaskResultDoesNotExist(result_id) from error
        return self.result_of(job, import_string(job.path))

    def result_of(self, job: "Job", task: Task) -> TaskResult:
        """Return a job in the shape that django-tasks wants."""
        result: TaskResult = TaskResult(
            task=task,
            id=str(job.pk),
            status=TaskResultStatus[_STATUS[job.state]],
            backend=self.alias,
            args=job.args,
            kwargs=job.kwargs,
            enqueued_at=job.created_at,
            started_at=job.started_at,
            last_attempted_at=job.started_at,
            finished_at=job.finished_at,
            worker_ids=[job.worker] * job.attempts,
            errors=[TaskError(exception_class_path=e["type"], traceback=e["text"]) for e in job.errors],
        )
        object.__setattr__(result, "_return_value", job.result)
        return result

    def check(self, **kwargs: Any) -> Iterator[CheckMessage]:
        """On SQLite the one write lock must be taken at BEGIN; a periodic job must name a task and a time."""
        options = connection.settings_dict["OPTIONS"]
        if connection.vendor == "sqlite" and options.get("transaction_mode") != "IMMEDIATE":
            yield Error("jobs need transaction_mode IMMEDIATE on SQLite", id="jobs.E001")
        for name, entry in self.options.get("PERIODIC", {}).items():
            if (problem := _problem_of(entry)) is not None:
                yield Error(f"TASKS: the periodic job {name!r} cannot run: {problem}", id="jobs.E002")


def _problem_of(entry: Any) -> str | None:
    """Why an entry of PERIODIC, `(path, {"every": seconds} or {"daily": "HH:MM"})`, could not run; None if it can."""
    try:
        path, when = entry
        following(when, timezone.now())
        task = import_string(path)
    except (AttributeError, ImportError, KeyError, TypeError, ValueError) as error:
        return repr(error)
    return None if isinstance(task, Task) else f"{path} is no task"
