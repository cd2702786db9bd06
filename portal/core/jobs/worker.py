"""Claim a job, run it, write its outcome: any number of workers on PostgreSQL, one on SQLite."""

import logging
import os
import random
import threading
import time
import traceback
from datetime import datetime, timedelta
from typing import Any, cast

from django.core.exceptions import ObjectDoesNotExist
from django.db import Error as DatabaseFailure
from django.db import close_old_connections, connection, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import TaskContext, task_backends
from django_tasks.base import Task
from django_tasks.utils import get_module_path, normalize_json

from portal.core.jobs import PermanentError, housekeeping
from portal.core.jobs.backend import JobBackend, JobTask
from portal.core.jobs.models import Job, WorkerSign

log = logging.getLogger("portal.jobs")

_MAX_ATTEMPTS = 10
_MAX_DELAY = 3600
_ERRORS_KEPT = 5
_ERROR_LENGTH = 4000
_AFTER_DATABASE_FAILURE = 2.0
_NAP = 0.2  # how soon a stop is noticed


class Worker:
    """One worker. `lease`, `poll` and `tick` are seconds; `reraise` is for tests."""

    def __init__(
        self,
        name: str = "",
        queues: tuple[str, ...] = (),
        lease: float = 60,
        poll: float = 0.5,
        tick: float = 5,
        *,
        reraise: bool = False,
    ) -> None:
        self.name = name or f"{os.uname().nodename[:50]}:{os.getpid()}"
        self.queues, self.lease, self.poll = queues, timedelta(seconds=lease), poll
        self.tick_every, self.reraise = tick, reraise
        self.current: Job | None = None
        # A plain flag: a signal handler sets it, which could interrupt its own thread while that holds an Event's lock.
        self.stopping = False
        self.ended = threading.Event()
        self.backend = cast(JobBackend, task_backends["default"])
        self.option = self.backend.options.get

    def claim(self, until: datetime | None = None) -> Job | None:
        """Take the next job that is due (by `until`), under a lease; None when there is none."""
        due = Job.objects.filter(state=Job.State.READY, run_at__lte=until or timezone.now())
        due = due.filter(queue__in=self.queues) if self.queues else due
        if connection.vendor == "sqlite" and not due.exists():
            return None  # an idle poll must not take the one write lock
        with transaction.atomic():  # SKIP LOCKED on PostgreSQL; on SQLite BEGIN IMMEDIATE is the lock
            job = due.select_for_update(skip_locked=True).order_by(F("priority").desc(), "run_at", "id").first()
            if job:
                job.state, job.again, job.worker = Job.State.RUNNING, False, self.name
                job.started_at = timezone.now()
                job.attempts, job.lease, job.lease_until = job.attempts + 1, job.lease + 1, job.started_at + self.lease
                job.save(update_fields=["state", "again", "worker", "started_at", "attempts", "lease", "lease_until"])
        return job

    def close(self, job: Job, state: str, **values: Any) -> None:
        """Write the outcome if the lease is still ours; a key enqueued meanwhile goes once more."""
        with transaction.atomic():
            mine = Job.objects.select_for_update().filter(pk=job.pk, state=Job.State.RUNNING, lease=job.lease)
            row = mine.first()
            if row is None:
                log.warning("job %s (%s): lease %s lost, outcome dropped", job.pk, job.path, job.lease)
                return
            values |= {"state": state, "lease_until": None}
            if state != Job.State.READY and row.again:
                values |= {"state": Job.State.READY, "attempts": 0}
            elif state != Job.State.READY:
                values |= {"open_key": None, "finished_at": timezone.now()}
            Job.objects.filter(pk=job.pk).update(**values)

    def run(self, job: Job) -> None:
        """Run a claimed job and write what came of it."""
        task = None
        try:
            task = import_string(job.path)
            if not isinstance(task, Task):
                raise TypeError(f"{job.path} is no task")
            if job.attempts > self._limit(job, task):
                raise RuntimeError("the worker died at each attempt")
            context = [TaskContext(task_result=self.backend.result_of(job, task))] if task.takes_context else []
            result = normalize_json(task.call(*context, *job.args, **job.kwargs))
        except Exception as error:  # whatever a job raises is its outcome
            self._fail(job, task, error)
            if self.reraise:
                raise
        else:
            self.close(job, Job.State.DONE, result=result)

    def _limit(self, job: Job, task: Task | None) -> int:
        return job.max_attempts or (task.max_attempts if isinstance(task, JobTask) else _MAX_ATTEMPTS)

    def _fail(self, job: Job, task: Task | None, error: Exception) -> None:
        errors = [*job.errors, _note(error)][-_ERRORS_KEPT:]
        if isinstance(error, ObjectDoesNotExist) and job.path.startswith(tuple(self.option("MISSING_IS_DONE", ()))):
            self.close(job, Job.State.DONE, errors=errors)
        elif isinstance(error, PermanentError) or job.attempts >= self._limit(job, task):
            log.error("job %s (%s) is dead after %s attempts: %r", job.pk, job.path, job.attempts, error)
            self.close(job, Job.State.DEAD, errors=errors)
        else:
            delay = self.delay_after(job.attempts)
            log.warning("job %s (%s), attempt %s, again in %.0f s: %r", job.pk, job.path, job.attempts, delay, error)
            self.close(job, Job.State.READY, errors=errors, run_at=timezone.now() + timedelta(seconds=delay))

    def delay_after(self, attempts: int) -> float:
        """Return the seconds until the next attempt: 15, 60, 240, 960, 3600, 3600 …, ±10 % so that retries spread."""
        return min(self.option("BACKOFF", 15) * 4 ** (attempts - 1), _MAX_DELAY) * random.uniform(0.9, 1.1)  # noqa: S311

    def tick(self, now: datetime | None = None) -> None:
        """From time to time, in every worker: a sign of life, lost leases, periodic jobs, pruning."""
        now = now or timezone.now()
        WorkerSign.give(self.name)
        housekeeping.return_lost_jobs(now)
        housekeeping.enqueue_periodic_jobs(self.option("PERIODIC", {}), now)
        housekeeping.prune(self.option("KEEP_DAYS", 14), now)

    def drain(self, limit: int = 1000, until: datetime | None = None) -> int:
        """Run what is due, one after the other; return how many ran."""
        ran = 0
        while ran < limit and (job := self.claim(until)):
            self.run(job)
            ran += 1
        return ran

    def renew(self) -> None:
        """Keep the lease of the job in hand and say that this worker lives, unless the job has hung for MAX_SECONDS."""
        job, now = self.current, timezone.now()
        longest = timedelta(seconds=self.option("MAX_SECONDS", 3600))
        if job and job.started_at and now - job.started_at < longest:
            mine = Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, lease=job.lease)
            mine.update(lease_until=now + self.lease)
            WorkerSign.give(self.name)

    def _renew_until_ended(self) -> None:
        """In a thread of its own. It outlives `stopping`: the job in hand is finished under its lease."""
        while not self.ended.wait(self.lease.total_seconds() / 3):
            try:
                self.renew()
            except DatabaseFailure:
                log.exception("renewing the lease of the job in hand")
                connection.close()
        connection.close()

    def loop(self) -> None:
        """Work until `stopping` is set; the job in hand is finished first."""
        renewing = threading.Thread(target=self._renew_until_ended, daemon=True)
        renewing.start()
        next_tick = time.monotonic()
        while not self.stopping:
            worked = False
            try:
                if time.monotonic() >= next_tick:
                    next_tick = time.monotonic() + self.tick_every
                    self.tick()
                worked = self._work()
            except DatabaseFailure:  # the job, if any, comes back with its lease
                log.exception("the database does not answer")
                connection.close()
                self._pause(_AFTER_DATABASE_FAILURE)
            close_old_connections()
            if not worked:
                self._pause(self.poll)
        self.ended.set()
        renewing.join(timeout=5)

    def _work(self) -> bool:
        try:
            self.current = job = self.claim()
            if job:
                self.run(job)
        finally:
            self.current = None
        return job is not None

    def _pause(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while not self.stopping and (rest := end - time.monotonic()) > 0:
            time.sleep(min(rest, _NAP))


def _note(error: Exception) -> dict[str, str]:
    """What is kept of an error, as a JSON object that PostgreSQL takes too: it has no NUL and no lone surrogate."""
    text = "".join(traceback.format_exception(error))[-_ERROR_LENGTH:]
    clean = text.replace("\0", "").encode(errors="replace").decode()
    return {"at": timezone.now().isoformat(), "type": get_module_path(type(error)), "text": clean}
