"""The production settings under gunicorn with PostgreSQL: they start, serve, and refuse to start half configured."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from django.conf import settings
from django.db import connection

# Packing the files of the Wagtail admin takes a while on a busy machine.
pytestmark = [
    pytest.mark.timeout(400),
    pytest.mark.postgres,
    pytest.mark.faults,
    pytest.mark.django_db(transaction=True),
]

SECRET = "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def environment(**changes: str) -> dict[str, str]:
    url = os.environ["DATABASE_URL"].rsplit("/", 1)[0] + "/" + connection.settings_dict["NAME"]
    kept = {
        name: value for name, value in os.environ.items() if name not in {"CACHE_URL", "DEBUG", "PYTEST_CURRENT_TEST"}
    }
    return kept | {
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
        "DATABASE_URL": url,
        "SECRET_KEY": SECRET,
        "ALLOWED_HOSTS": "127.0.0.1",
        "BASE_URL": "https://portal.example",
        "BEHIND_PROXY": "1",
        **changes,
    }  # fmt: skip


@pytest.fixture(scope="module")
def static_root(tmp_path_factory) -> str:
    folder = str(tmp_path_factory.mktemp("static"))
    command = [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"]
    given = {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none", "STATIC_ROOT": folder, "SECRET_KEY": SECRET}
    given |= {"DJANGO_SETTINGS_MODULE": "portal.settings.production", "ALLOWED_HOSTS": "x", "BASE_URL": "https://x"}
    subprocess.run(command, cwd=settings.BASE_DIR, env=os.environ | given, check=True)
    return folder


@pytest.fixture
def served(static_root):
    """Start gunicorn with some environment; give a function that asks it."""
    children = []

    def start(**changes: str):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        command = [
            sys.executable,
            "-m",
            "gunicorn",
            "portal.wsgi",
            "--bind",
            f"127.0.0.1:{port}",
            "--log-level",
            "error",
        ]
        environ = environment(STATIC_ROOT=static_root, **changes)
        children.append(subprocess.Popen(command, cwd=settings.BASE_DIR, env=environ, stderr=subprocess.PIPE))

        def ask(path: str):
            for _ in range(200):
                try:
                    # What a proxy with TLS says in front of it.
                    request = urllib.request.Request(
                        f"http://127.0.0.1:{port}{path}", headers={"X-Forwarded-Proto": "https"}
                    )
                    return urllib.request.urlopen(request, timeout=20)
                except urllib.error.HTTPError as error:
                    return error
                except OSError:
                    time.sleep(0.1)
            raise AssertionError("gunicorn does not answer")

        return ask

    yield start
    for child in children:
        child.terminate()
        child.wait()
        child.stderr.close()


def test_it_serves_pages_with_hashed_files_and_strict_headers(served):
    ask = served()
    page = ask("/")
    text = page.read().decode()
    assert page.status == 200
    assert page.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert "Từ vịnh di sản đến vịnh sáng tạo" in text
    style = text.split('rel="stylesheet" href="', 1)[1].split('"', 1)[0]
    assert style.startswith("/static/portal/css/portal.")
    answer = ask(style)
    assert (answer.status, "immutable" in answer.headers["Cache-Control"]) == (200, True)
    assert json.load(ask("/readyz"))["checks"] == {"database": True, "migrations": True, "worker": False}
    assert ask("/dev/mail/").status == 404
    assert ask("/styleguide/").status == 404


def test_without_its_database_it_says_so_and_stays_alive(served):
    ask = served(DATABASE_URL="postgres://portal@127.0.0.1:1/portal")
    assert ask("/healthz").status == 200
    page = ask("/doanh-nghiep/")
    assert (page.status, page.headers["Retry-After"]) == (503, "30")
    assert "Cổng tạm thời chưa trả lời được" in page.read().decode()
    ready = ask("/readyz")
    assert (ready.status, json.load(ready)["checks"]["database"]) == (503, False)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("SECRET_KEY", "", "SECRET_KEY"),
        ("SECRET_KEY", "short", "at least 50"),
        ("BASE_URL", "http://portal.example", "https://"),
        ("DATABASE_URL", "", "DATABASE_URL"),
    ],
)
def test_it_refuses_to_start_half_configured(name, value, words):
    command = [sys.executable, "manage.py", "check"]
    done = subprocess.run(
        command, cwd=settings.BASE_DIR, env=environment(**{name: value}), capture_output=True, text=True
    )
    assert done.returncode != 0
    assert words in done.stderr
