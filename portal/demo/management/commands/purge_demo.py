"""Take the sample data out: `manage.py purge_demo`."""

from typing import Any

from django.core.management.base import BaseCommand

from portal.demo.accounts import drop_accounts
from portal.demo.articles import purge_articles
from portal.demo.loading import purge


class Command(BaseCommand):
    help = "Delete all sample rows, their pictures and the demo's accounts; pages and real data stay."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{purge_articles()} sample articles deleted")
        self.stdout.write(f"{purge()} sample organizations deleted")
        drop_accounts()
