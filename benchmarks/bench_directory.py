"""The directory page, uncached: SQL statements and CPU beside Django's own 30-row page on the same PostgreSQL server.

Twice: `first` after a public change, when nothing is kept at all, and `next` when the page is not kept but what all pages
share is (the frame, the counts of a selection without a text).

Targets: at 1,000 organizations at most 14 statements and 4 × the floor; with a text query at 10,000 at most 12 ×.
"""

import os
import subprocess
import sys
import tempfile

from measuring import ROOT, Subject, compare

FILTERS = "/doanh-nghiep/?sector=blue_economy&kind=startup"
ROUNDS = 3
TEXT = "/doanh-nghiep/?q=nu%C3%B4i+h%C3%A0u+tr%C3%AAn+b%C3%A8"


def fill(environ: dict[str, str], number: int) -> None:
    for command in (["migrate", "-v0"], ["load_demo", "--scale", str(number)]):
        subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=os.environ | environ,
            check=True,
            stdout=subprocess.DEVNULL,
        )


def statements(environ: dict[str, str], path: str) -> int:
    """Count the SQL statements of one uncached request."""
    code = (
        "import sys; sys.path[:0] = ['benchmarks']\n"
        "import subjects, measuring\n"
        "from django.db import connection\n"
        "from django.test.utils import CaptureQueriesContext\n"
        f"measuring.request(subjects.uncached, {path!r}, {{}})\n"
        "with CaptureQueriesContext(connection) as seen:\n"
        f"    measuring.request(subjects.uncached, {path!r}, {{}})\n"
        "print(len([q for q in seen if 'core_cache' not in q['sql']]), len(seen))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=os.environ | environ, check=True, capture_output=True, text=True
    )
    return int(done.stdout.split()[-1])


def run(url: str, number: int, *, floor_url: str) -> None:
    environ = {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "benchmarks_settings", "PYTHONPATH": f"{ROOT}/benchmarks"}
    fill(environ, number)
    floor = {"DATABASE_URL": floor_url, "FLOOR_PREPARE": "1"}
    for name, path in (("list", "/doanh-nghiep/"), ("filters", FILTERS), ("text", TEXT)):
        print(
            f"{url.split(':', maxsplit=1)[0]:9} {number:6} organizations, {name}: {statements(environ, path)} SQL statements"
        )
    subjects = {"floor: 30 rows, one query": Subject("floor:application", "/page", floor)}
    for name, path in (("list", "/doanh-nghiep/?"), ("filters", f"{FILTERS}&"), ("text", f"{TEXT}&")):
        label = f"{url.split(':', maxsplit=1)[0]} {number}: {name}"
        subjects[f"{label}, first"] = Subject("subjects:uncached", path.rstrip("?&"), environ)
        # No page knows the parameter, so this one is neither looked up nor kept.
        subjects[f"{label}, next"] = Subject("subjects:application", f"{path}not-kept=1", environ)
    compare(subjects, floor="floor: 30 rows, one query", rounds=ROUNDS)


def main() -> None:
    import servers

    with servers.postgres() as url, tempfile.TemporaryDirectory() as folder:
        for number in (1_000, 10_000):
            run(url, number, floor_url=url)
            run(f"sqlite:///{folder}/portal.sqlite3", number, floor_url=url)


if __name__ == "__main__":
    main()
