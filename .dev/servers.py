"""What the tests need beside Python: a PostgreSQL server of their own and a Chromium."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from console import Stop


def free_port(preferred: int = 0) -> int:
    """Return the preferred port if nobody listens there, else one that is free."""
    for port in (preferred, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return probe.getsockname()[1]
    raise Stop("no free port")


def chromium() -> str | None:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    return None


def postgres_programs() -> str | None:
    """Return the newest folder with `initdb`; Debian keeps it off the PATH."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    for folder in folders:
        if (folder / "initdb").exists() and int(folder.parent.name) >= 15:
            return str(folder)
    found = shutil.which("initdb")
    return str(Path(found).parent) if found else None


@contextmanager
def postgres() -> Iterator[str]:
    """Start an empty PostgreSQL server for the time of the tests; give its DATABASE_URL."""
    programs = postgres_programs()
    if programs is None:
        raise Stop("PostgreSQL is missing: apt-get install postgresql")
    with tempfile.TemporaryDirectory(prefix="portal-postgres-") as folder:
        as_user: list[str] = []
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            shutil.chown(folder, "postgres", "postgres")
            as_user = ["runuser", "-u", "postgres", "--"]
        data, port = f"{folder}/data", free_port()
        quiet = {"check": True, "stdout": subprocess.DEVNULL, "cwd": folder}
        initdb = [
            f"{programs}/initdb",
            "-D",
            data,
            "-U",
            "portal",
            "--auth=trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-N",
        ]
        subprocess.run([*as_user, *initdb], **quiet)
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off"
        control = [*as_user, f"{programs}/pg_ctl", "-D", data, "-w"]
        subprocess.run([*control, "-o", options, "-l", f"{folder}/log", "start"], **quiet)
        try:
            subprocess.run(
                [*as_user, f"{programs}/createdb", "-h", folder, "-p", str(port), "-U", "portal", "portal"], **quiet
            )
            yield f"postgres://portal@127.0.0.1:{port}/portal"
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], **(quiet | {"check": False}))
