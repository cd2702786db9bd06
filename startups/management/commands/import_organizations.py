"""An official's spreadsheet into the directory: `manage.py import_organizations FILE`. Columns: docs/import.md."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from startups.importing.lines import UnreadableFile
from startups.importing.parsing import Remark
from startups.importing.reading import read
from startups.importing.rows import ImportReport, import_rows


class Command(BaseCommand):
    help = "Import organizations from a CSV or XLSX file. Ends with 1 when rows were refused, 2 when it cannot be read."

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
        for note in sheet.notes:
            self.stdout.write(note)
        switches = {name: options[name] for name in ("publish", "sample", "strict", "dry_run")}
        report = import_rows(sheet.rows, **switches)
        self._table(report.remarks)
        self._outcome(report, strict=options["strict"], dry_run=options["dry_run"])
        if report.errors:
            sys.exit(1)

    def _table(self, remarks: Sequence[Remark]) -> None:
        if not remarks:
            return
        self.stdout.write(f"{'':8}{_('Row'):>6}  {_('Column'):16}{_('Value'):42}{_('Message')}")
        for remark in remarks:
            level = _("ERROR") if remark.is_error else _("warning")
            value = " ".join(remark.value.split())
            self.stdout.write(f"{level:8}{remark.row:>6}  {remark.column:16}{value:40.40}  {remark.message}")

    def _outcome(self, report: ImportReport, *, strict: bool, dry_run: bool) -> None:
        self.stdout.write(
            _("created: %(created)d, updated: %(updated)d, unchanged: %(unchanged)d, refused: %(refused)d")
            % {name: report.counts[name] for name in ("created", "updated", "unchanged", "refused")}
        )
        if dry_run:
            self.stdout.write(_("Nothing was written (dry run)."))
        elif strict and report.errors:
            self.stdout.write(_("Nothing was written, because rows were refused (--strict)."))
