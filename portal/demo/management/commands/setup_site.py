"""Everything between installed packages and a living portal, in one process: starting Wagtail is what costs."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from portal.demo.models import SampleLoad


class Command(BaseCommand):
    help = "Migrate, and load the sample data if it was never loaded here."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("setup_database", stdout=self.stdout)
        if not SampleLoad.objects.exists():
            call_command("search_rebuild", stdout=self.stdout)  # the pages that the migrations made
            call_command("load_demo", stdout=self.stdout)
