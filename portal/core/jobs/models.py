"""Jobs, the times of periodic ones, and the last sign of each worker."""

from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.utils import timezone

__all__ = ["Job", "Schedule", "WorkerSign"]


class Job(models.Model):
    """One piece of work: the dotted path of a task, its arguments (ids), and how far it has come."""

    class State(models.TextChoices):
        READY = "ready"
        RUNNING = "running"
        DONE = "done"
        DEAD = "dead"

    path = models.CharField(max_length=200)
    args = models.JSONField(default=list)
    kwargs = models.JSONField(default=dict)
    queue = models.CharField(max_length=32, default="default")
    priority = models.SmallIntegerField(default=0)
    key = models.CharField(max_length=200, blank=True)
    # The key while ready or running, NULL afterwards: "one open job a key" is then a plain unique constraint, which
    # ON CONFLICT can name on SQLite and on PostgreSQL.
    open_key = models.CharField(max_length=200, null=True, editable=False)
    again = models.BooleanField(default=False)  # the key was enqueued since the last claim
    state = models.CharField(max_length=8, choices=State.choices, default=State.READY)
    attempts = models.PositiveSmallIntegerField(default=0)
    max_attempts = models.PositiveSmallIntegerField(null=True)  # NULL: as the task says
    run_at = models.DateTimeField(default=timezone.now)
    lease = models.PositiveIntegerField(default=0)  # one more at each claim: fences a late worker's outcome
    lease_until = models.DateTimeField(null=True)
    worker = models.CharField(max_length=64, blank=True)
    errors = models.JSONField(default=list)
    result = models.JSONField(null=True)
    created_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["open_key"], name="one_open_job_per_key")]
        indexes = [
            models.Index(F("priority").desc(), "run_at", "id", condition=Q(state="ready"), name="job_ready"),
            models.Index("lease_until", condition=Q(state="running"), name="job_running"),
            models.Index("state", "finished_at", name="job_finished"),
        ]

    def __str__(self) -> str:
        return f"{self.path}{self.args}"

    @staticmethod
    def add(
        path: str, args: list, kwargs: dict, *, key: str = "", run_after: datetime | None = None, **options: Any
    ) -> "Job":
        """Write a job in the caller's transaction; an open job of the same key is changed instead."""
        job = Job(path=path, args=args, kwargs=kwargs, key=key, open_key=key or None, again=bool(key), **options)
        job.run_at = run_after or job.run_at
        if key:
            # Updating the open row also holds its lock until the caller commits, so that no worker can run the job on
            # the state before; the last caller's arguments and time win.
            changed = ["again", "args", "kwargs", "run_at"]
            Job.objects.bulk_create([job], update_conflicts=True, unique_fields=["open_key"], update_fields=changed)
        else:
            Job.objects.bulk_create([job])
        return job

    def rerun(self) -> bool:
        """Let a dead or done job run once more; False when its key has an open job already."""
        again = {"state": self.State.READY, "attempts": 0, "run_at": timezone.now(), "finished_at": None}
        again |= {"open_key": self.key or None}
        try:
            with transaction.atomic():
                ended = Job.objects.filter(pk=self.pk, state__in=[self.State.DEAD, self.State.DONE])
                return bool(ended.update(**again))
        except IntegrityError:
            return False


class Schedule(models.Model):
    """When a periodic job is due next."""

    name = models.CharField(max_length=100, primary_key=True)
    next_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class WorkerSign(models.Model):
    """The last sign of life of a worker, for `/readyz`."""

    worker = models.CharField(max_length=64, primary_key=True)
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.worker

    @staticmethod
    def give(worker: str) -> None:
        """Say that this worker lives."""
        sign = WorkerSign(worker=worker, seen_at=timezone.now())
        WorkerSign.objects.bulk_create(
            [sign], update_conflicts=True, unique_fields=["worker"], update_fields=["seen_at"]
        )

    @classmethod
    def age(cls) -> timedelta | None:
        """Return the time since any worker was seen, or None when none ever was."""
        last = cls.objects.aggregate(last=models.Max("seen_at"))["last"]
        return None if last is None else timezone.now() - last
