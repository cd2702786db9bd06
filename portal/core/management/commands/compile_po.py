"""Translations compiled in Python, so that no machine needs the gettext programs: `manage.py compile_po`."""

from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Compile every .po file of the project's locale folders that is newer than its .mo file."

    def handle(self, *args: Any, **options: Any) -> None:
        # One folder lies within the other, so that a file may be found twice.
        for source in sorted({path for folder in settings.LOCALE_PATHS for path in Path(folder).rglob("*.po")}):
            target = source.with_suffix(".mo")
            if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
                continue
            polib.pofile(str(source)).save_as_mofile(str(target))
            self.stdout.write(f"compiled {source.relative_to(settings.BASE_DIR)}")
