"""Index everything anew: `manage.py search_rebuild`."""

from typing import Any

from django.core.management.base import BaseCommand

from portal.core.page_cache import public_change
from portal.search import indexing, knowledge
from portal.search.registry import all_kinds


class Command(BaseCommand):
    help = "Index every public thing anew and learn the words of the index."

    def handle(self, *args: Any, **options: Any) -> None:
        for kind in all_kinds():
            self.stdout.write(f"{kind.name}: {indexing.rebuild(kind)}")
        knowledge.learn()
        public_change()
