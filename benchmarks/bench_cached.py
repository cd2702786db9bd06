"""Cached pages beside a bare Django answer: requests a second under gunicorn with two workers each, in turns.

Target: a cached page within 3 × of the hello view's requests a second.
"""

import os
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from measuring import ROOT

SECONDS, THREADS, ROUNDS = 3.0, 4, 5
PAGES = ("/", "/doanh-nghiep/", "/en/doanh-nghiep/?sector=blue_economy")


@contextmanager
def gunicorn(application: str, environ: dict[str, str]) -> Iterator[int]:
    import servers

    port = servers.free_port()
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        application,
        "--workers",
        "2",
        "--bind",
        f"127.0.0.1:{port}",
        "--log-level",
        "error",
    ]
    child = subprocess.Popen(command, cwd=ROOT / "benchmarks", env=os.environ | environ)
    try:
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        child.terminate()
        child.wait()


def per_second(port: int, path: str) -> float:
    """Ask in a closed loop from a few threads; return answered requests a second. Any answer but 200 ends the run."""
    message = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n".encode()
    until, counts = time.monotonic() + SECONDS, [0] * THREADS

    def work(number: int) -> None:
        while time.monotonic() < until:
            with socket.create_connection(("127.0.0.1", port), 10) as connection:
                connection.sendall(message)
                first = connection.recv(65536)
                while connection.recv(65536):
                    pass
            if b" 200 " not in first[:20]:
                raise SystemExit(first[:200])
            counts[number] += 1

    threads = [threading.Thread(target=work, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / SECONDS


def main() -> None:
    import servers

    with servers.postgres() as url:
        environ = {
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "benchmarks_settings",
            "PYTHONPATH": f"{ROOT}/benchmarks:{ROOT}",
        }
        for command in (["migrate", "-v0"], ["load_demo", "--scale", "1000"]):
            subprocess.run(
                [sys.executable, "manage.py", *command],
                cwd=ROOT,
                env=os.environ | environ,
                check=True,
                stdout=subprocess.DEVNULL,
            )
        with (
            gunicorn("floor:application", {"DATABASE_URL": url}) as floor,
            gunicorn("subjects:application", environ) as portal,
        ):
            seen: dict[str, list[float]] = {"floor: hello": [], **{path: [] for path in PAGES}}
            for path in PAGES:
                per_second(portal, path)  # both workers have kept it now
            for _ in range(ROUNDS):
                seen["floor: hello"].append(per_second(floor, "/hello"))
                for path in PAGES:
                    seen[path].append(per_second(portal, path))
    base = statistics.median(seen["floor: hello"])
    for name, values in seen.items():
        median = statistics.median(values)
        print(
            f"{name:44} {median:8.0f} requests/s  ({min(values):.0f}–{max(values):.0f})  hello is {base / median:.2f} × as fast"
        )


if __name__ == "__main__":
    main()
