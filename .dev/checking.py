"""./dev check: everything about the code that can be said without running a test."""

import os
import subprocess
import time

from console import say
from environment import PYTHON, VENV
from stamps import ROOT

_PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "SECRET_KEY": "only-for-the-check-of-the-settings-0123456789-abcdefghijklmnopqrstuvwxyz",
    "ALLOWED_HOSTS": "portal.example",
    "BASE_URL": "https://portal.example",
    "DATABASE_URL": "postgres://portal@127.0.0.1/portal",
    "MAIL_URL": "smtp://127.0.0.1",
}
_TEST = {"DJANGO_SETTINGS_MODULE": "portal.settings.test", "DATABASE_URL": ""}


def _checks() -> list[tuple[str, list[str], dict[str, str]]]:
    tools = VENV / "bin"
    return [
        ("format", [str(tools / "ruff"), "format", "--check", "."], {}),
        ("lint", [str(tools / "ruff"), "check", "."], {}),
        ("templates", ["sh", "-c", f"find templates -name '*.html' | xargs {tools}/djhtml --check --tabwidth 2"], {}),
        ("import contracts", [str(tools / "lint-imports"), "--no-cache"], {}),
        ("types", [str(tools / "mypy"), "portal", "startups"], _TEST),
        ("migrations", [str(PYTHON), "manage.py", "makemigrations", "--check", "--dry-run"], _TEST),
        ("translations", [str(PYTHON), "-m", "pytest", "-q", "tests/architecture/test_translations.py"], _TEST),
        ("deployment", [str(PYTHON), "manage.py", "check", "--deploy", "--fail-level", "WARNING"], _PRODUCTION),
    ]


def run() -> int:
    """Run every check, also after one failed; 1 when one did."""
    failed = []
    for name, command, environ in _checks():
        started = time.monotonic()
        finished = subprocess.run(
            command,
            cwd=ROOT,
            env=os.environ | environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        say(f"{'ok    ' if finished.returncode == 0 else 'FAILED'} {name:18} {time.monotonic() - started:5.1f} s")
        if finished.returncode:
            failed.append(name)
            say(finished.stdout[-6000:])
    say(f"failed: {', '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0
