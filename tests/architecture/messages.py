"""Every text of the project that gettext would find, without the gettext programs."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
_CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
_STRING = r"u?'(?:[^'\\]|\\.)*'|u?\"(?:[^\"\\]|\\.)*\""
_IN_TEMPLATE = re.compile(rf"\b(?:gettext|ngettext|_)\((?P<first>{_STRING})(?:,\s*(?P<second>{_STRING}))?")


def messages() -> dict[tuple[str, str], str]:
    """Return every (message, plural or "") with the file it stands in."""
    found: dict[tuple[str, str], str] = {}
    for folder in ("portal", "startups"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for pair in _in_python(path):
                found.setdefault(pair, str(path.relative_to(ROOT)))
    for path in sorted((ROOT / "templates").rglob("*")):
        if path.is_file():
            for pair in _in_template(path):
                found.setdefault(pair, str(path.relative_to(ROOT)))
    return found


def _in_python(path: Path) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in _CALLS:
            texts = [arg.value for arg in node.args[:2] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if texts:
                yield texts[0], texts[1] if "n" in node.func.id[:1] and len(texts) > 1 else ""  # type: ignore[attr-defined]


def _in_template(path: Path) -> Iterator[tuple[str, str]]:
    for match in _IN_TEMPLATE.finditer(templatize(path.read_text())):
        second = match["second"]
        yield ast.literal_eval(match["first"]), ast.literal_eval(second) if second else ""
