"""Tasks that the tests of the worker run; what they did is in `seen`."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django_tasks import TaskContext, task

from portal.core import jobs

seen: list[Any] = []


@task
def note(*values: Any) -> list:
    seen.append(values)
    return list(values)


@task(takes_context=True)
def note_attempt(context: TaskContext) -> None:
    seen.append(context.attempt)


@task
def chain(number: int) -> None:
    """Enqueue the own key while running, twice."""
    seen.append(number)
    if number < 2:
        chain.using(key="chain").enqueue(number + 1)


@task(max_attempts=2)
def refuse() -> None:
    seen.append("refuse")
    raise OSError("no mail server")


@task
def refuse_for_good() -> None:
    raise jobs.PermanentError("no such mailbox")


@task
def say_what_json_cannot_hold() -> None:
    raise ValueError("a NUL \0 and half a pair \ud83d")


@task
def miss() -> None:
    raise ObjectDoesNotExist


def no_task() -> None:
    """A plain function, which a job cannot run."""
