"""An official's spreadsheet into the directory: `manage.py import_organizations FILE`. Columns: docs/import.md."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from startups.importing.parsing import Remark
from startups.importing.reading import UnreadableFile, read
from startups.importing.rows import import_rows


class Command(BaseCommand):
    help = "Import organizations from a CSV or XLSX file; exits 1 when rows were refused, 2 when the file is unreadable."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="check everything, write nothing")
        parser.add_argument("--strict", action="store_true", help="write nothing when one row is refused")
        parser.add_argument("--publish", action="store_true", help="show what is imported at once")
        parser.add_argument("--sample", action="store_true", help="mark new organizations as samples")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            sheet = read(options["file"])
        except UnreadableFile as error:
            raise CommandError(str(error), returncode=2) from error
        report = import_rows(
            sheet.rows,
            publish=options["publish"],
            sample=options["sample"],
            strict=options["strict"],
            dry_run=options["dry_run"],
        )
        for heading in sheet.unknown_headings:
            self.stdout.write(_("Column “%(heading)s” is not known and was left out.") % {"heading": heading})
        self._table(report.remarks)
        names = ("created", "updated", "unchanged", "refused")
        self.stdout.write(", ".join(f"{name}: {report.counts[name]}" for name in names))
        if options["dry_run"]:
            self.stdout.write(_("Nothing was written (dry run)."))
        elif options["strict"] and report.errors:
            self.stdout.write(_("Nothing was written, because rows were refused (--strict)."))
        if report.errors:
            sys.exit(1)

    def _table(self, remarks: list[Remark]) -> None:
        for remark in remarks:
            level = "ERROR" if remark.is_error else "warning"
            self.stdout.write(f"{level:8}{remark.row:>6}  {remark.column:16}{remark.value!r:42.42}  {remark.message}")
