"""What a file of any format is made of, and how large it may be."""

import re
from dataclasses import dataclass

from portal.core.errors import DomainError
from portal.core.vietnamese import normalize

MOST_ROWS = 5000
MOST_COLUMNS = 60
MOST_CELL = 32_767  # what a cell of a spreadsheet can hold
MOST_BYTES = 30 * 1024 * 1024
FORMULA = "=+-@"
_GUARDED = re.compile(rf"'+[{re.escape(FORMULA)}]")


class UnreadableFile(DomainError):
    """The file as a whole cannot be imported; the text says why."""


@dataclass(frozen=True)
class Line:
    """One line of a file; `untaken` are the places of formulas and error values."""

    cells: list[str]
    untaken: tuple[int, ...] = ()


def clean(text: str) -> str:
    """Return the text of a cell in one normal form; line breaks are kept, because descriptions have paragraphs."""
    return "\n".join(normalize(line) for line in text[: MOST_CELL + 1].splitlines()).strip()


def without_guard(text: str) -> str:
    """Take off the apostrophe that the export puts before a text which a spreadsheet would run as a formula."""
    return text[1:] if _GUARDED.match(text) else text


def with_guard(text: str, *, in_text_cell: bool = False) -> str:
    """Put an apostrophe before a formula; in a cell of type text only where taking it off would change the text."""
    if _GUARDED.match(text) or (not in_text_cell and text.startswith(tuple(FORMULA))):
        return f"'{text}"
    return text
