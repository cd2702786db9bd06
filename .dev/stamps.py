"""What has been done with which inputs, so that a step is skipped while its inputs are unchanged."""

import hashlib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".cache" / "stamps"


def digest(*patterns: str) -> str:
    """Return a digest over the names and the contents of every file that the patterns match."""
    total = hashlib.sha256()
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file():
                total.update(str(path.relative_to(ROOT)).encode())
                total.update(path.read_bytes())
    return total.hexdigest()


def is_done(name: str, inputs: str) -> bool:
    stamp = FOLDER / name
    return stamp.exists() and stamp.read_text() == inputs


def done(name: str, inputs: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / name).write_text(inputs)


def forget(name: str) -> None:
    (FOLDER / name).unlink(missing_ok=True)
