"""A real server whose database is away: it says so, soon."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.smtp_sink import free_port

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.faults


class Site:
    """A server of the site and the port where its database should be."""

    def __init__(self) -> None:
        self.port, self.database_port = free_port(), free_port()

    def get(self, path: str) -> tuple[int, bytes, float]:
        """Status, body, and the seconds it took."""
        started = time.monotonic()
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read(), time.monotonic() - started

    def wait(self) -> None:
        for _ in range(300):
            try:
                self.get("/healthz")
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError("the server did not start")


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    site = Site()
    environ = os.environ | {
        "DJANGO_SETTINGS_MODULE": "portal.settings.test",
        "DATABASE_URL": f"postgres://portal@127.0.0.1:{site.database_port}/portal",
    }
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "portal.wsgi",
        "--bind",
        f"127.0.0.1:{site.port}",
        "--log-level",
        "error",
    ]
    with subprocess.Popen(command, cwd=ROOT, env=environ) as process:
        try:
            site.wait()
            yield site
        finally:
            process.terminate()


def assert_alive_and_not_ready(site: Site) -> None:
    status, body, seconds = site.get("/readyz")
    assert status == 503
    assert json.loads(body)["checks"] == {"database": False, "migrations": False, "worker": False}
    assert seconds < 5
    status, body, seconds = site.get("/healthz")
    assert (status, body) == (200, b"ok")
    assert seconds < 1


def test_a_database_that_is_down(site: Site) -> None:
    assert_alive_and_not_ready(site)


def test_a_database_that_takes_the_call_and_says_nothing(site: Site) -> None:
    with socket.create_server(("127.0.0.1", site.database_port)):
        assert_alive_and_not_ready(site)
