"""./dev test: SQLite, PostgreSQL and Chromium, one after the other, and what took longest."""

import os
import subprocess
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

import servers
from console import say
from environment import PYTHON
from stamps import ROOT

REPORTS = ROOT / ".cache" / "reports"


@dataclass
class Part:
    """One run of pytest: which tests, in which surroundings."""

    name: str
    arguments: list[str]
    environ: dict[str, str] = field(default_factory=dict)

    @property
    def report(self) -> Path:
        return REPORTS / f"{self.name.lower()}.xml"

    def run(self) -> int:
        say(f"\n== {self.name}")
        command = [str(PYTHON), "-m", "pytest", "-q", f"--junitxml={self.report}", *self.arguments]
        environ = os.environ | {"DJANGO_SETTINGS_MODULE": "portal.settings.test", "DATABASE_URL": ""} | self.environ
        return subprocess.call(command, cwd=ROOT, env=environ)


def run(arguments: list[str]) -> int:
    """Run all parts that this machine can run; `all` makes a missing one and a skipped test a failure."""
    strict = arguments[:1] == ["all"]
    rest = arguments[1:] if strict else arguments
    REPORTS.mkdir(parents=True, exist_ok=True)
    for old in REPORTS.glob("*.xml"):
        old.unlink()
    started, missing = time.monotonic(), []
    with ExitStack() as stack:  # 5: the selection has no test of this part
        failed = [part.name for part in _parts(stack, rest, missing) if part.run() not in {0, 5}]
    skipped = _closing_words(started, missing)
    if strict and (missing or skipped):
        failed.append("a part or a test was left out, which `./dev test all` does not allow")
    say(f"FAILED: {', '.join(failed)}" if failed else "all tests passed")
    return 1 if failed else 0


def _parts(stack: ExitStack, rest: list[str], missing: list[str]) -> list[Part]:
    workers = ["-n", str(min(4, os.cpu_count() or 1)), "--dist", "loadfile"]
    parts = [Part("SQLite", ["-m", "not browser and not postgres", *workers, *rest])]
    if servers.postgres_programs():
        url = stack.enter_context(servers.postgres())
        parts.append(Part("PostgreSQL", ["-m", "not browser", *workers, *rest], {"DATABASE_URL": url}))
    else:
        missing.append("PostgreSQL is not installed: apt-get install postgresql")
    if found := servers.chromium():
        parts.append(Part("Chromium", ["-m", "browser", *rest], {"CHROMIUM": found}))
    else:
        missing.append("Chromium is not installed: apt-get install chromium")
    return parts


def _closing_words(started: float, missing: list[str]) -> list[str]:
    """Say what took longest and what was left out; return the skipped tests."""
    cases = [
        (f"{report.stem}: {case.get('classname', '')}", case)
        for report in sorted(REPORTS.glob("*.xml"))
        for case in ElementTree.parse(report).iter("testcase")  # noqa: S314 -- written by our own pytest a moment ago
    ]
    seconds: dict[str, float] = {}
    for name, case in cases:
        seconds[name] = seconds.get(name, 0) + float(case.get("time", 0))
    skipped = [f"{name}::{case.get('name')}" for name, case in cases if case.find("skipped") is not None]
    say("\nThe ten slowest parts")
    for name, spent in sorted(seconds.items(), key=lambda item: -item[1])[:10]:
        say(f"{spent:8.1f} s  {name}")
    say(f"{time.monotonic() - started:8.1f} s  in all")
    for reason in missing:
        say(f"\n!!! NOT TESTED HERE: {reason}")
    for name in skipped:
        say(f"!!! SKIPPED: {name}")
    return skipped
