"""What gave up, and why: `manage.py jobs_dead`, and once more with `--rerun`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import QuerySet

from portal.core.jobs.models import Job


class Command(BaseCommand):
    help = "List dead jobs with their last error; --rerun ID (or all) lets them run again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--rerun", metavar="ID", help="the number of a dead job, or `all`")

    def handle(self, *args: Any, **options: Any) -> None:
        dead = Job.objects.filter(state=Job.State.DEAD).order_by("pk")
        if wanted := options["rerun"]:
            self._rerun(self._chosen(dead, wanted))
            return
        for job in dead:
            lines = job.errors[-1]["text"].strip().splitlines() if job.errors else []
            last = lines[-1] if lines else ""
            self.stdout.write(f"{job.pk}\t{job.path}\t{job.args}\t{job.attempts} attempts\t{last}")
        self.stdout.write(f"{dead.count()} dead")

    def _chosen(self, dead: QuerySet[Job], wanted: str) -> list[Job]:
        if wanted == "all":
            return list(dead)
        if not wanted.isdigit():
            raise CommandError("--rerun takes the number of a job, or `all`")
        if not (found := list(dead.filter(pk=wanted))):
            raise CommandError(f"there is no dead job {wanted}")
        return found

    def _rerun(self, jobs: list[Job]) -> None:
        """Each on its own: one whose key has an open job already stays dead, and that is said."""
        again = 0
        for job in jobs:
            if job.rerun():
                again += 1
            else:
                self.stdout.write(f"{job.pk}\tstays: a job of the same key {job.key!r} is open")
        self.stdout.write(f"{again} of {len(jobs)} jobs run again")
