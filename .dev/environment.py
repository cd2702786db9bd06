"""The steps from a fresh clone to a portal with sample data; each is skipped while its inputs are unchanged."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import stamps
from console import Stop, say, step
from servers import chromium, postgres_programs
from stamps import ROOT

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCK = ROOT / "requirements" / "development.txt"
DATABASE = ROOT / "portal.sqlite3"


def install() -> None:
    """Make `.venv` with exactly the locked packages, and compile the translations."""
    _install_packages()
    inputs = stamps.digest("locale/**/*.po")
    compiled = all(path.with_suffix(".mo").exists() for path in (ROOT / "locale").rglob("*.po"))
    if not compiled or not stamps.is_done("translations", inputs):
        if manage("compile_po", quiet=True):
            raise Stop("the translations could not be compiled; the lines above say why")
        stamps.done("translations", inputs)


def _install_packages() -> None:
    inputs = stamps.digest("requirements/development.txt") + sys.version
    if PYTHON.exists() and stamps.is_done("environment", inputs):
        return
    _make_venv()
    with step("installing the locked packages"):
        uv = shutil.which("uv")
        if uv is None:
            uv = str(VENV / "bin" / "uv")
            if not Path(uv).exists():
                call(str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", _locked("uv"))
        call(uv, "pip", "sync", "--quiet", "--python", str(PYTHON), "--require-hashes", str(LOCK))
    stamps.done("environment", inputs)


def _make_venv() -> None:
    if PYTHON.exists():
        return
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        raise Stop("Python's venv module is missing. On Debian 12: apt-get install python3-venv")
    with step("making .venv"):
        call(sys.executable, "-m", "venv", str(VENV))


def _locked(package: str) -> str:
    for line in LOCK.read_text().splitlines():
        if line.startswith(f"{package}=="):
            return line.split(" ")[0]
    raise Stop(f"{package} is not in {LOCK.name}")


def setup() -> None:
    """Install, migrate, and load the sample data once."""
    install()
    inputs = stamps.digest(
        "portal/**/migrations/*.py",
        "startups/**/migrations/*.py",
        "startups/data/*",
        "requirements/*.txt",
    )
    own = not os.environ.get("DATABASE_URL")
    if own and DATABASE.exists() and stamps.is_done("site", inputs):
        return
    with step("migrating, loading sample data"):
        if manage("setup_site", quiet=True):
            raise Stop("the site could not be set up; the lines above say why")
    if own:
        stamps.done("site", inputs)


def reset() -> int:
    """Throw the sample database and its files away and make new ones, after a yes."""
    if os.environ.get("DATABASE_URL"):
        raise Stop("reset is for the embedded database only; DATABASE_URL is set")
    sys.stderr.write("This deletes portal.sqlite3 and media/. Go on? [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
        say("Nothing was changed.")
        return 1
    for path in ROOT.glob("portal.sqlite3*"):
        path.unlink()
    shutil.rmtree(ROOT / "media", ignore_errors=True)
    (ROOT / ".demo-logins").unlink(missing_ok=True)
    stamps.forget("site")
    setup()
    return 0


def doctor() -> int:
    """Say what this machine has and what it lacks."""
    rows = [
        ("Python 3.11 or newer", sys.version.split()[0], ""),
        ("venv", "found" if importlib.util.find_spec("ensurepip") else "", "apt-get install python3-venv"),
        ("uv (optional, quicker)", shutil.which("uv") or "", "not needed: a copy is installed into .venv"),
        ("PostgreSQL 15 or newer (tests)", postgres_programs() or "", "apt-get install postgresql"),
        ("Chromium (browser tests)", chromium() or "", "apt-get install chromium"),
        ("packages", "installed" if PYTHON.exists() else "", "./dev setup"),
        ("database", "there" if DATABASE.exists() else "", "./dev setup"),
    ]
    for name, found, remedy in rows:
        say(f"{'ok     ' if found else 'missing'} {name:32} {found or remedy}")
    return 0


def bench(arguments: list[str]) -> int:
    """Run one benchmark, or list them."""
    folder = ROOT / "benchmarks"
    names = sorted(path.stem for path in folder.glob("bench_*.py"))
    if not arguments or f"bench_{arguments[0]}" not in names:
        say("benchmarks: " + ", ".join(name.removeprefix("bench_") for name in names))
        return 0 if not arguments else 2
    return subprocess.call([str(PYTHON), str(folder / f"bench_{arguments[0]}.py"), *arguments[1:]], cwd=ROOT)


def manage(*arguments: str, quiet: bool = False) -> int:
    """Run manage.py in the environment."""
    command = [str(PYTHON), "manage.py", *arguments]
    return subprocess.call(command, cwd=ROOT, stdout=sys.stderr if quiet else None)


def call(*command: str) -> None:
    if subprocess.call(command, cwd=ROOT, stdout=sys.stderr):
        raise Stop(f"this command failed: {' '.join(command)}")
