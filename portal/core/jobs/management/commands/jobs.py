"""The worker: `manage.py jobs`."""

import signal
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.core.jobs.place import PlaceTakenError, worker_place
from portal.core.jobs.worker import Worker


class Command(BaseCommand):
    help = "Work on background jobs until SIGTERM or Ctrl-C; the job in hand is finished first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--queues", default="", help="only these queues, by comma")
        parser.add_argument("--lease", type=float, default=60, help="seconds until a lost job is taken again")
        parser.add_argument("--poll", type=float, default=0.5, help="seconds between two looks at an empty queue")
        parser.add_argument("--tick", type=float, default=5, help="seconds between two rounds of housekeeping")

    def handle(self, *args: Any, **options: Any) -> None:
        queues = tuple(filter(None, options["queues"].split(",")))
        worker = Worker(queues=queues, lease=options["lease"], poll=options["poll"], tick=options["tick"])

        def stop(*_: Any) -> None:
            worker.stopping = True

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, stop)
        try:
            with worker_place():
                worker.loop()
        except PlaceTakenError as error:
            raise CommandError("another worker works on this SQLite database, which has room for one") from error
