"""Lines of an XLSX workbook: an archive of XML files, which may be made to unpack without end."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from startups.importing.lines import MOST_COLUMNS, Line, UnreadableFile, clean, without_guard

_MOST_UNPACKED = 100 * 1024 * 1024
_MOST_RATIO = 200
_UNTAKEN = {"f", "e"}  # formulas, and what a formula left behind: #REF!, #N/A
# What a reader of damaged archives and XML raises; it has no common base.
_DAMAGED = (
    InvalidFileException, zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, SyntaxError, ValueError,
    TypeError, AttributeError, LookupError, ArithmeticError, NotImplementedError, RuntimeError,
)  # fmt: skip


def xlsx_lines(data: bytes) -> Iterator[Line]:
    """Yield the lines of the first sheet."""
    _refuse_bombs(data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what a file says of its own size may be wrong
        # One column more than is allowed shows that there are too many, without ever building rows of 16,384 cells.
        for row in sheet.iter_rows(max_col=MOST_COLUMNS + 1):
            yield _line(row)
    except _DAMAGED as error:
        raise UnreadableFile(_("The file is no readable XLSX workbook.")) from error


def _line(row: Any) -> Line:
    if all(cell.value is None for cell in row):
        return Line([])
    cells, untaken = [], []
    for place, cell in enumerate(row):
        if getattr(cell, "data_type", "") in _UNTAKEN:
            untaken.append(place)
            cells.append("")
        else:
            cells.append(clean(without_guard(_as_text(cell.value).strip())))
    return Line(cells, tuple(untaken))


def _refuse_bombs(data: bytes) -> None:
    """Refuse an archive that unpacks to far more than a sheet of 5,000 rows can be.

    The sizes are the archive's own words, but nothing beyond them is ever unpacked.
    """
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except _DAMAGED as error:
        raise UnreadableFile(_("The file is no readable XLSX workbook.")) from error
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > _MOST_UNPACKED or unpacked > _MOST_RATIO * len(data):
        raise UnreadableFile(_("The file unpacks to an unreasonable size and is not opened."))


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if hasattr(value, "strftime"):
        return value.strftime("%Y-%m-%d")
    return str(value)
