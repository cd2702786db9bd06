"""One style sheet of many files: `portal/css/portal.css` is every file of `css/` put together in the order of the layers.

A staticfiles finder, so that `collectstatic`, the development server and tests all see the same file without a build
step.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

NAME = "portal/css/portal.css"
_CSS = Path(__file__).resolve().parent / "static" / "portal" / "css"
_LAYERS = ("reset", "tokens", "base", "layout", "components", "utilities")


def stylesheet() -> str:
    """Return the whole style sheet; a layer is one file, or a folder with one file a component."""
    parts = [f"@layer {', '.join(_LAYERS)};"]
    for layer in _LAYERS:
        single = _CSS / f"{layer}.css"
        files = [single] if single.exists() else sorted((_CSS / layer).glob("*.css"))
        parts.append(f"@layer {layer} {{\n" + "\n".join(path.read_text() for path in files) + "}")
    return "\n".join(parts) + "\n"


class StylesheetFinder(BaseFinder):
    """Finds exactly one file, written anew whenever a part of it has changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.storage = FileSystemStorage(location=settings.BASE_DIR / ".cache" / "static")

    def _written(self) -> Path:
        target = Path(self.storage.location) / NAME
        text = stylesheet()
        if not target.exists() or target.read_text() != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text)
        return target

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        if path != NAME:
            return []
        found = str(self._written())
        return [found] if find_all else found

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, FileSystemStorage]]:
        self._written()
        yield NAME, self.storage
