"""Processes of their own for the fault tests: a worker, and a script that ends as the test wants."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from django.db import connection

ROOT = Path(__file__).resolve().parents[2]


def environ(**more: str) -> dict[str, str]:
    """The surroundings of a process that works on the database of this test."""
    database = connection.settings_dict
    login = ":".join(quote(part, safe="") for part in (database["USER"], database["PASSWORD"]) if part)
    address = f"{login}@{database['HOST'] or 'localhost'}:{database['PORT'] or 5432}"
    url = f"postgres://{address}/{database['NAME']}"
    return os.environ | {"DJANGO_SETTINGS_MODULE": "portal.settings.test", "DATABASE_URL": url} | more


@contextmanager
def worker(*options: str, **more: str) -> Iterator[subprocess.Popen]:
    """`manage.py jobs` in a process of its own, which is ended with the block."""
    command = [sys.executable, "manage.py", "jobs", "--skip-checks", "--poll", "0.05", *options]
    with subprocess.Popen(command, cwd=ROOT, env=environ(**more), stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def run_script(source: str) -> int:
    """Run Python source with Django set up; return how it ended (-9: killed)."""
    start = "import os, signal, django; django.setup()\n"
    return subprocess.run([sys.executable, "-c", start + source], cwd=ROOT, env=environ(), check=False).returncode


def wait_until(condition: Callable[[], bool], seconds: float = 20) -> None:
    """Wait for a process to get somewhere; AssertionError when it does not."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def waiting_for_a_lock() -> list[int]:
    """The backends of this database that wait for a lock now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return [pid for (pid,) in cursor.fetchall()]


def end_backends(pids: list[int]) -> None:
    """End what a killed process left waiting in the server, as a server does that has noticed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pid, 5000) FROM unnest(%s::int[]) AS pid", [pids])
