"""Rows out of a CSV or XLSX file that anybody may have made: bounded in size, never half understood."""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from portal.core.errors import DomainError
from portal.core.vietnamese import normalize
from startups.importing.columns import recognize

MOST_ROWS = 5000
MOST_COLUMNS = 60
MOST_CELL = 20_000
MOST_BYTES = 30 * 1024 * 1024
_MOST_UNPACKED = 200 * 1024 * 1024
_MOST_RATIO = 200
_ENCODINGS = ("utf-8-sig", "cp1258")


class UnreadableFile(DomainError):
    """The file as a whole cannot be imported; the text says why."""


@dataclass(frozen=True)
class RawRow:
    """One row: its number in the file (the heading is 1), its texts by column, and columns whose cell is a formula."""

    number: int
    cells: dict[str, str]
    formulas: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """All rows of a file, and headings that were left out."""

    rows: list[RawRow]
    unknown_headings: list[str] = field(default_factory=list)


def read(path: Path) -> Sheet:
    """Read a file by what it is, not by its name; UnreadableFile with a reason otherwise."""
    if not path.is_file():
        raise UnreadableFile(_("There is no file %(path)s.") % {"path": path})
    if path.stat().st_size > MOST_BYTES:
        raise UnreadableFile(_("The file is larger than %(limit)d MB.") % {"limit": MOST_BYTES // 2**20})
    data = path.read_bytes()
    lines = _xlsx_lines(data) if data[:4] == b"PK\x03\x04" else _csv_lines(data)
    return _sheet(lines)


def _sheet(lines: Iterator[tuple[list[str], tuple[int, ...]]]) -> Sheet:
    headings: list[str] | None = None
    places: dict[int, str] = {}
    unknown: list[str] = []
    rows: list[RawRow] = []
    for number, (cells, formulas) in enumerate(lines, start=1):
        if not any(cells) and not formulas:
            continue
        if len(cells) > MOST_COLUMNS:
            raise UnreadableFile(_("Row %(row)d has more than %(limit)d columns.") % {"row": number, "limit": MOST_COLUMNS})
        if headings is None:
            headings = cells
            places, unknown = recognize(cells)
            if "name_vi" not in places.values():
                raise UnreadableFile(_("The first row must hold the names of the columns; there is no column “name_vi”."))
            continue
        if len(rows) >= MOST_ROWS:
            raise UnreadableFile(_("The file has more than %(limit)d rows; please divide it.") % {"limit": MOST_ROWS})
        values = {places[place]: text for place, text in enumerate(cells) if place in places}
        rows.append(RawRow(number, values, tuple(places[place] for place in formulas if place in places)))
    if headings is None:
        raise UnreadableFile(_("The file is empty."))
    return Sheet(rows, unknown)


def _clean(text: str) -> str:
    # Line breaks inside a cell are kept: descriptions have paragraphs.
    return "\n".join(normalize(line) for line in text[: MOST_CELL + 1].splitlines()).strip()


def _csv_lines(data: bytes) -> Iterator[tuple[list[str], tuple[int, ...]]]:
    text = _decoded(data)
    sample = text[:4096].split("\n", 1)[0]
    delimiter = max(",;\t", key=sample.count)
    csv.field_size_limit(MOST_CELL * 8)
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False):
            yield [_clean(_without_quote(cell)) for cell in cells], ()
    except csv.Error as error:
        raise UnreadableFile(_("The file is no proper CSV: %(error)s.") % {"error": error}) from error


def _decoded(data: bytes) -> str:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = _ENCODINGS
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding != "cp1258" or "\x00" not in text:
            return text
    raise UnreadableFile(_("The text encoding of the file is not known; save it as “CSV UTF-8” or as XLSX."))


def _without_quote(cell: str) -> str:
    """Take off the apostrophe that the export puts before a cell which a spreadsheet would run as a formula."""
    return cell[1:] if len(cell) > 1 and cell[0] == "'" and cell[1] in "=+-@" else cell


def _xlsx_lines(data: bytes) -> Iterator[tuple[list[str], tuple[int, ...]]]:
    _refuse_bombs(data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what a file says of its own size may be wrong
        for row in sheet.iter_rows():
            cells, formulas = [], []
            for place, cell in enumerate(row[: MOST_COLUMNS + 1]):
                if getattr(cell, "data_type", "") == "f":
                    formulas.append(place)
                    cells.append("")
                else:
                    cells.append(_clean(_without_quote(_as_text(cell.value))))
            yield cells, tuple(formulas)
    except UnreadableFile:
        raise
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError, IndexError, TypeError, SyntaxError) as error:
        raise UnreadableFile(_("The file is no readable XLSX workbook.")) from error


def _refuse_bombs(data: bytes) -> None:
    """Refuse an archive that unpacks to far more than a sheet of 5,000 rows can be."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except zipfile.BadZipFile as error:
        raise UnreadableFile(_("The file is no readable XLSX workbook.")) from error
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > _MOST_UNPACKED or unpacked > _MOST_RATIO * max(len(data), 1):
        raise UnreadableFile(_("The file unpacks to an unreasonable size and is not opened."))


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if hasattr(value, "strftime"):
        return value.strftime("%Y-%m-%d")
    return str(value)
