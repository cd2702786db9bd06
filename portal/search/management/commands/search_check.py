"""Compare the index with what it should hold: `manage.py search_check`; 1 when they differ."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from portal.search.registry import all_kinds
from portal.search.searching import engine


class Command(BaseCommand):
    help = "List documents that are missing, stale or should not be there; exits 1 when there are any."

    def handle(self, *args: Any, **options: Any) -> None:
        found = 0
        for kind in all_kinds():
            for line in engine().differences(kind):
                found += 1
                self.stdout.write(line)
        self.stdout.write("the index is right" if not found else f"{found} differences")
        if found:
            sys.exit(1)
