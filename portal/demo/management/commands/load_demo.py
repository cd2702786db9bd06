"""Sample data: `manage.py load_demo [--scale N]`."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from portal.demo.accounts import make_accounts
from portal.demo.articles import load_articles
from portal.demo.loading import load
from portal.demo.scale import load_scaled


class Command(BaseCommand):
    help = "Load the sample organizations and the demo's accounts; running it again adds only what is missing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--scale", type=int, default=0, metavar="N", help="N more organizations for load work")
        parser.add_argument("--force", action="store_true", help="also in production")

    def handle(self, *args: Any, **options: Any) -> None:
        if str(settings.SETTINGS_MODULE).endswith("production") and not options["force"]:
            raise CommandError("sample data does not belong into production; --force loads it all the same")
        self.stdout.write(f"{load()} sample organizations loaded")
        self.stdout.write(f"{load_articles()} articles loaded")
        for line in make_accounts():
            self.stdout.write(f"login: {line}")
        if options["scale"]:
            self.stdout.write(f"{load_scaled(options['scale'])} more for load work")
