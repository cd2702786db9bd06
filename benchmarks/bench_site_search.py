"""The site search, uncached, over 10,000 documents: SQL statements and CPU beside Django's own 30-row page.

Target: the whole page at most 12 × the floor; the statements do not grow with the rows of a kind.
"""

import tempfile

from bench_directory import fill, statements
from measuring import ROOT, Subject, compare

PATHS = {
    "all kinds": "/tim-kiem/?q=nu%C3%B4i+h%C3%A0u+tr%C3%AAn+b%C3%A8",
    "no marks": "/tim-kiem/?q=nuoi+hau",
    "one kind": "/tim-kiem/?q=nu%C3%B4i+h%C3%A0u+tr%C3%AAn+b%C3%A8&kind=organization&page=2",
    "common word": "/tim-kiem/?q=h%C3%A0u",
    "without words": "/tim-kiem/",
    "suggestions": "/goi-y/?q=hau+s",
}


def run(url: str, number: int, *, floor_url: str) -> None:
    environ = {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "benchmarks_settings", "PYTHONPATH": f"{ROOT}/benchmarks"}
    fill(environ, number)
    vendor = url.split(":", maxsplit=1)[0]
    for name, path in PATHS.items():
        print(f"{vendor:9} {number:6} organizations, {name}: {statements(environ, path)} SQL statements")
    floor = Subject("floor:application", "/page", {"DATABASE_URL": floor_url, "FLOOR_PREPARE": "1"})
    subjects = {
        f"{vendor} {number}: {name}": Subject("subjects:uncached", path, environ) for name, path in PATHS.items()
    }
    compare(
        {"floor: 30 rows, one query": floor, **subjects},
        floor="floor: 30 rows, one query",
        rounds=3,
    )


def main() -> None:
    import servers

    with servers.postgres() as url, tempfile.TemporaryDirectory() as folder:
        run(url, 10_000, floor_url=url)
        run(f"sqlite:///{folder}/portal.sqlite3", 10_000, floor_url=url)


if __name__ == "__main__":
    main()
