"""CPU time of one request, in this process and in its PostgreSQL backend, and the comparison with the floor.

Usage inside a benchmark: `compare({...})` runs each subject in a process of its own, in turns (A B A B …), because the
machine's speed moves; it answers the median of each and the ratio of the medians.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / ".dev"))
sys.path.insert(0, str(ROOT))

_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Subject:
    """What is measured: a WSGI application (`module:name`), a path, and the environment it needs."""

    application: str
    path: str
    environ: dict[str, str]
    headers: dict[str, str] | None = None


def backend_seconds(pid: int | None) -> float:
    """CPU seconds of a PostgreSQL backend so far; 0 for SQLite, whose work is in our own process."""
    if pid is None:
        return 0.0
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


def request(application: Callable, path: str, headers: dict[str, str]) -> tuple[str, bytes]:
    """Send one GET through a WSGI application; return status line and body."""
    where, _, query = path.partition("?")
    environ = {
        "REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "PATH_INFO": where, "QUERY_STRING": query, "SERVER_NAME": "localhost",
        "SERVER_PORT": "80", "HTTP_HOST": "localhost", "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0), "wsgi.url_scheme": "http", "wsgi.input": BytesIO(), "wsgi.errors": sys.stderr,
        "wsgi.multithread": False, "wsgi.multiprocess": True, "wsgi.run_once": False,
    }  # fmt: skip
    environ |= {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()}
    status: list[str] = []
    body = application(environ, lambda line, _headers, _exc=None: status.append(line))
    content = b"".join(body)
    if hasattr(body, "close"):
        body.close()
    return status[0], content


def measure(application: Callable, path: str, headers: dict[str, str], seconds: float = 2.0) -> float:
    """Median CPU milliseconds a request: our process by request, the backend's share averaged over the batch."""
    from django.db import connection

    status, _ = request(application, path, headers)
    if not status.startswith("200"):
        raise SystemExit(f"{path}: {status}")
    for _ in range(5):
        request(application, path, headers)
    pid = (
        connection.connection.info.backend_pid if connection.vendor == "postgresql" and connection.connection else None
    )
    ours, before, until = [], backend_seconds(pid), time.monotonic() + seconds
    while time.monotonic() < until or len(ours) < 20:
        started = time.process_time()
        request(application, path, headers)
        ours.append(time.process_time() - started)
    return 1000 * (statistics.median(ours) + (backend_seconds(pid) - before) / len(ours))


def compare(subjects: dict[str, Subject], floor: str, rounds: int = 5) -> dict[str, float]:
    """Measure the subjects in turns; print medians and ratios to `floor`, and return the ratios."""
    seen: dict[str, list[float]] = {name: [] for name in subjects}
    for _ in range(rounds):
        for name, subject in subjects.items():
            seen[name].append(_in_a_process(subject))
    base = statistics.median(seen[floor])
    ratios = {}
    for name, values in seen.items():
        median = statistics.median(values)
        ratios[name] = median / base
        print(f"{name:44} {median:8.2f} ms CPU  ({min(values):.2f}–{max(values):.2f})  {ratios[name]:6.2f} × floor")
    return ratios


def _in_a_process(subject: Subject) -> float:
    job = json.dumps([subject.application, subject.path, subject.headers or {}])
    command = [sys.executable, __file__, job]
    done = subprocess.run(
        command, env=os.environ | subject.environ, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr[-3000:])
    return float(done.stdout.splitlines()[-1])


def _child() -> None:
    name, path, headers = json.loads(sys.argv[1])
    sys.path.insert(0, str(ROOT / "benchmarks"))
    module, attribute = name.split(":")
    application = getattr(__import__(module, fromlist=[attribute]), attribute)
    print(measure(application, path, headers))


if __name__ == "__main__":
    _child()
