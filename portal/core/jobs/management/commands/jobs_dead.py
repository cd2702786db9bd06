"""What gave up, and why: `manage.py jobs_dead`, and once more with `--rerun`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.core.jobs.models import Job


class Command(BaseCommand):
    help = "List dead jobs with their last error; --rerun ID (or all) lets them run again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--rerun", metavar="ID", help="the number of a dead job, or `all`")

    def handle(self, *args: Any, **options: Any) -> None:
        dead = Job.objects.filter(state=Job.State.DEAD).order_by("pk")
        if wanted := options["rerun"]:
            if wanted != "all" and not wanted.isdigit():
                raise CommandError("--rerun takes the number of a job, or `all`")
            jobs = list(dead if wanted == "all" else dead.filter(pk=wanted))
            again = sum(job.rerun() for job in jobs)
            self.stdout.write(f"{again} of {len(jobs)} jobs run again")
            return
        for job in dead:
            error = job.errors[-1]["text"].strip().splitlines()[-1] if job.errors else ""
            self.stdout.write(f"{job.pk}\t{job.path}\t{job.args}\t{job.attempts} attempts\t{error}")
        self.stdout.write(f"{dead.count()} dead")
