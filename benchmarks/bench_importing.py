"""Importing 5,000 rows into an empty SQLite database: CPU, and whether the index is right afterwards. Target: 60 s CPU."""

import csv
import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from measuring import ROOT

ROWS = 5000


def write(path: Path) -> None:
    sample = list(csv.DictReader((ROOT / "tests/search/corpus/organizations.csv").open(encoding="utf-8-sig")))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(sample[0]))
        writer.writeheader()
        for number in range(ROWS):
            row = dict(random.Random(number).choice(sample))
            row |= {"tax_code": "", "external_code": f"B{number:05}", "name_vi": f"{row['name_vi']} {number}"}
            writer.writerow(row)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "rows.csv")
        environ = os.environ | {
            "DATABASE_URL": f"sqlite:///{folder}/portal.sqlite3",
            "DJANGO_SETTINGS_MODULE": "portal.settings.development",
        }

        def manage(*command: str) -> float:
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(
                [sys.executable, "manage.py", *command], cwd=ROOT, env=environ, check=True, stdout=subprocess.DEVNULL
            )
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

        manage("setup_database")
        start = manage("check")
        cpu = manage("import_organizations", f"{folder}/rows.csv", "--publish")
        manage("search_check")  # ends with 1, and so this benchmark, when the index differs
        again = manage("import_organizations", f"{folder}/rows.csv", "--publish")
        print(
            f"import of {ROWS} rows            {cpu:6.1f} s CPU ({cpu / start:.1f} × a bare start of manage.py, {start:.1f} s)"
        )
        print(f"the same file again, unchanged {again:6.1f} s CPU")
        print("the index is right")


if __name__ == "__main__":
    main()
