"""What every worker does from time to time, so that no further process is needed for it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction

from portal.core.jobs.models import Job, Schedule, WorkerSign
from portal.core.jobs.schedule import following

_PRUNED_AT_ONCE = 500
_SIGN_KEPT = timedelta(days=1)


def return_lost_jobs(now: datetime) -> None:
    """Let the jobs whose worker has not renewed its lease be taken again."""
    with transaction.atomic():
        lost = Job.objects.filter(state=Job.State.RUNNING, lease_until__lt=now).select_for_update(skip_locked=True)
        Job.objects.filter(pk__in=[job.pk for job in lost]).update(state=Job.State.READY, run_at=now)


def enqueue_periodic_jobs(periodic: Mapping[str, tuple[str, dict]], now: datetime) -> None:
    """Write each periodic job once a slot, however many workers do this; slots missed while all were down run once."""
    for name, (path, when) in periodic.items():
        then = following(when, now)
        row, _ = Schedule.objects.get_or_create(name=name, defaults={"next_at": then})
        if now < row.next_at <= then:
            continue
        with transaction.atomic():
            # Only one worker finds the old time. A time beyond the next slot is of an older setting and is put right.
            won = Schedule.objects.filter(name=name, next_at=row.next_at).update(next_at=then)
            if won and row.next_at <= now:
                Job.add(path, [], {}, key=f"periodic:{name}")


def prune(keep_days: int, now: datetime) -> None:
    """Delete jobs done `keep_days` ago, some at a time, and the signs of workers gone for a day; dead jobs stay."""
    old = Job.objects.filter(state=Job.State.DONE, finished_at__lt=now - timedelta(days=keep_days))
    if some := list(old.values_list("pk", flat=True)[:_PRUNED_AT_ONCE]):
        Job.objects.filter(pk__in=some).delete()
    WorkerSign.objects.filter(seen_at__lt=now - _SIGN_KEPT).delete()
