"""Background jobs in the project's own database, behind the django-tasks API.

A job is a row written in the transaction of its cause; it runs at least once, so its body must bear a second run.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from portal.core.jobs.models import Job


class PermanentError(Exception):
    """What a job raises when no repetition can mend it: the job is dead at once, for staff to look at."""


def enqueue(path: str, *args: Any, key: str = "", run_after: datetime | None = None, **options: Any) -> "Job":
    """Write a job for the task at a dotted path, in the caller's transaction, importing nothing of it.

    One open job a key: enqueued again while it waits, the last arguments and time win. Enqueue last in a transaction,
    keys sorted, because a second enqueue holds the row until commit. Options: queue, priority, max_attempts.
    """
    from portal.core.jobs.models import Job  # noqa: PLC0415 -- apps import this package before models are there

    return Job.add(path, list(args), {}, key=key, run_after=run_after, **options)


def drain(limit: int = 1000, until: datetime | None = None) -> int:
    """Run every job that is due (by `until`) here and now, for tests; what a job raises is raised.

    Returns how many ran.
    """
    from portal.core.jobs.worker import Worker  # noqa: PLC0415 -- as above

    return Worker(name="drain", reraise=True).drain(limit, until)
