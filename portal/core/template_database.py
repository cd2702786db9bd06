"""A migrated, empty database kept in `.cache/`, because a fresh `migrate` costs half a minute of CPU.

The copy is named by a digest of everything that a migration reads, so that a changed migration makes a new one.
"""

import hashlib
import shutil
import sqlite3
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

_READ_BY_MIGRATIONS = (
    "portal/**/migrations/*.py",
    "startups/**/migrations/*.py",
    "startups/data/*",
    "portal/search/data/*",
    "portal/pages/initial/*",
    "portal/pages/apps.py",
    "portal/pages/first_index.py",
    "portal/pages/policies/documents.py",
    "portal/pages/policies/numbers.py",
    "portal/pages/documents.py",
    "portal/core/vietnamese.py",
    "requirements/*.txt",
)


def migrations_digest() -> str:
    """Return 16 hexadecimal digits over every file that a migration of this project reads, and the apps that have some."""
    digest = hashlib.sha256(sqlite3.sqlite_version.encode())
    digest.update(repr(settings.INSTALLED_APPS).encode())
    for pattern in _READ_BY_MIGRATIONS:
        for path in sorted(settings.BASE_DIR.glob(pattern)):
            digest.update(str(path.relative_to(settings.BASE_DIR)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def sqlite_template() -> Path:
    """Return the path of a migrated, empty SQLite file, made now if this set of migrations is new."""
    folder = settings.BASE_DIR / ".cache"
    folder.mkdir(exist_ok=True)
    kept = folder / f"db-{migrations_digest()}.sqlite3"
    if not kept.exists():
        for old in sorted(folder.glob("db-*.sqlite3"), key=lambda path: path.stat().st_mtime)[:-3]:
            old.unlink(missing_ok=True)
        _migrate_into(kept)
    return kept


def copy_template(target: Path) -> None:
    """Put a migrated, empty SQLite database at a path where none is."""
    part = target.with_suffix(".part")
    shutil.copyfile(sqlite_template(), part)
    part.rename(target)


def _migrate_into(kept: Path) -> None:
    """Migrate a new file beside `kept` and rename it when it is whole: two processes may do this at once."""
    making = kept.with_suffix(f".{id(kept)}.making")
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(making)
    try:
        call_command("migrate", verbosity=0, interactive=False)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute("PRAGMA journal_mode=DELETE")
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual
    making.rename(kept)
