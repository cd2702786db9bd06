"""The one place for a worker that a SQLite database has."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection


class PlaceTakenError(Exception):
    """Another worker works on this SQLite database."""


@contextmanager
def worker_place() -> Iterator[None]:
    """Hold the place of the one worker of a SQLite database; PlaceTakenError when somebody has it. PostgreSQL has room.

    A lock on a file beside the database, because the system lets it go with the process, also with a killed one.
    """
    if connection.vendor != "sqlite":
        yield
        return
    with Path(f"{connection.settings_dict['NAME']}-worker").open("w") as place:
        try:
            fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise PlaceTakenError from error
        yield
