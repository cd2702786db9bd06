"""Bring the database to the current migrations, the quick way when it is a new SQLite file."""

from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

from portal.core.template_database import copy_template


class Command(BaseCommand):
    help = "Migrate the database; a new SQLite database is copied from a kept one."

    def handle(self, *args: Any, **options: Any) -> None:
        name = connection.settings_dict["NAME"]
        if connection.vendor == "sqlite" and not Path(name).exists():
            copy_template(Path(name))
        call_command("migrate", verbosity=0, interactive=False)
