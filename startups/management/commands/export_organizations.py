"""The directory as a spreadsheet: `manage.py export_organizations FILE`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from startups.importing.exporting import as_csv, as_xlsx
from startups.models import Organization


class Command(BaseCommand):
    help = "Export all organizations to a CSV or XLSX file that import_organizations reads back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--format", choices=["csv", "xlsx"], help="by the name of the file when it is not given")

    def handle(self, *args: Any, **options: Any) -> None:
        target = options["file"]
        is_xlsx = (options["format"] or target.suffix.lstrip(".").lower()) == "xlsx"
        organizations = Organization.objects.all()
        data = as_xlsx(organizations) if is_xlsx else as_csv(organizations)
        try:
            target.write_bytes(data)
        except OSError as error:
            raise CommandError(_("The file %(path)s cannot be written.") % {"path": target}) from error
        self.stdout.write(_("%(count)d organizations in %(path)s") % {"count": organizations.count(), "path": target})
