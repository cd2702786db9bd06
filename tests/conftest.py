"""One migrated database a process, copied from a kept template instead of migrated again."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection, connections
from django.test import TransactionTestCase
from django.test.utils import setup_databases
from django.utils import translation

from portal.core import template_database

POSTGRES = os.environ.get("DATABASE_URL", "").startswith("postgres")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`postgres` marks what depends on locks or on PostgreSQL's own order; SQLite runs say that they left it out."""
    if POSTGRES:
        return
    for item in items:
        if item.get_closest_marker("postgres"):
            item.add_marker(pytest.mark.skip(reason="needs PostgreSQL"))


class SqliteCopy:
    """A copy of the template file for this process."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="portal-test-")) / "test.sqlite3"
        template_database.sqlite_template()

    def fill(self) -> None:
        connections.close_all()
        for leftover in self.path.parent.glob("test.sqlite3*"):
            leftover.unlink()
        template_database.copy_template(self.path)
        connection.settings_dict["NAME"] = str(self.path)

    def drop(self) -> None:
        connections.close_all()
        for leftover in self.path.parent.glob("*"):
            leftover.unlink()
        self.path.parent.rmdir()


class PostgresCopy:
    """A database made from a template database, which is migrated once per set of migrations."""

    def __init__(self) -> None:
        worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
        self.usual = connection.settings_dict["NAME"]
        self.name = f"test_{self.usual}_{worker}_{os.getpid()}"
        self.template = f"template_{self.usual}_{template_database.migrations_digest()}"
        self._make_template()

    def _admin(self, *statements: str) -> list:
        connections.close_all()
        with connection._nodb_cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def _make_template(self) -> None:
        with connection._nodb_cursor() as cursor:
            cursor.execute("SET statement_timeout = 0")
            cursor.execute("SELECT pg_advisory_lock(72707)")
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [self.template])
            if cursor.fetchone() is None:
                making = f"{self.template}_making"
                cursor.execute(f'DROP DATABASE IF EXISTS "{making}"')
                connection.settings_dict["NAME"] = self.usual
                connection.settings_dict["TEST"]["NAME"] = making
                setup_databases(verbosity=0, interactive=False, serialized_aliases=[])
                connections.close_all()
                cursor.execute(f'ALTER DATABASE "{making}" RENAME TO "{self.template}"')
            cursor.execute("SELECT pg_advisory_unlock(72707)")
        connections.close_all()

    def fill(self) -> None:
        drop = f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)'
        self._admin(drop, f'CREATE DATABASE "{self.name}" TEMPLATE "{self.template}"')
        connection.settings_dict["NAME"] = self.name

    def drop(self) -> None:
        connection.settings_dict["NAME"] = self.usual
        self._admin(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def database_copy(django_db_blocker) -> Iterator[SqliteCopy | PostgresCopy]:
    # Opened for these moments only: a fixture that writes without asking for `db` would otherwise write for good.
    with django_db_blocker.unblock():
        copy = PostgresCopy() if POSTGRES else SqliteCopy()
        copy.fill()
    yield copy
    with django_db_blocker.unblock():
        copy.drop()


@pytest.fixture(scope="session")
def django_db_setup(database_copy) -> Iterator[None]:
    """Replace pytest-django's: the database is there, migrated, with what the migrations put into it.

    After a test that really committed, the template is put back where Django would flush the tables: a flush would also
    take what migrations wrote.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda test: database_copy.fill())
        yield


@pytest.fixture(autouse=True)
def nothing_of_another_test() -> Iterator[None]:
    """No page that another test has read, and not the language in which it read: both stay in the process."""
    yield
    caches["pages"].clear()
    translation.activate(settings.LANGUAGE_CODE)
