"""First run in a fresh clone with a warm package cache, and the second start. Targets: 90 s and 10 s of wall time."""

import os
import signal
import subprocess
import tempfile
import time

from measuring import ROOT


def until_answer(folder: str) -> float:
    """Start `./dev` and stop it when it has printed its address; return the seconds."""
    import servers

    environ = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "VIRTUAL_ENV"}
    }
    started = time.monotonic()
    child = subprocess.Popen(
        ["./dev"],
        cwd=folder,
        env=environ | {"PORT": str(servers.free_port())},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        for line in child.stderr:
            if "http://localhost" in line:
                return time.monotonic() - started
        raise SystemExit("it ended without an address")
    finally:
        os.killpg(child.pid, signal.SIGTERM)
        child.wait()


def main() -> None:
    with tempfile.TemporaryDirectory() as parent:
        folder = f"{parent}/clone"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), folder], check=True)
        first = until_answer(folder)
        second = until_answer(folder)
        print(f"first run    {first:6.1f} s")
        print(f"second start {second:6.1f} s  ({first / second:.1f} × faster)")


if __name__ == "__main__":
    main()
