"""Rows out of a CSV or XLSX file that anybody may have made: bounded in size, never half understood."""

import warnings
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from startups.importing.columns import recognize
from startups.importing.csv_lines import csv_lines
from startups.importing.lines import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, Line, UnreadableFile
from startups.importing.xlsx_lines import xlsx_lines

_MOST_LINES = 100_000  # empty ones included; a file may number its rows as it likes
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class RawRow:
    """One row: its number in the file (the heading is 1) and its texts by column.

    `untaken` are columns whose cell is a formula or an error value; `problem` says why the row cannot be read.
    """

    number: int
    cells: dict[str, str]
    untaken: tuple[str, ...] = ()
    problem: str = ""


@dataclass(frozen=True)
class Sheet:
    """All rows of a file, and what is to be said of the file as a whole."""

    rows: list[RawRow]
    notes: list[str] = field(default_factory=list)


def read(path: Path) -> Sheet:
    """Read a file by what it is, not by its name; UnreadableFile with a reason otherwise."""
    if not path.is_file():
        raise UnreadableFile(_("There is no file %(path)s.") % {"path": path})
    if path.stat().st_size > MOST_BYTES:
        raise UnreadableFile(_("The file is larger than %(limit)d MB.") % {"limit": MOST_BYTES // 2**20})
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(_("The file %(path)s cannot be opened.") % {"path": path}) from error
    if data.startswith(_OLE):
        raise UnreadableFile(_("This is an old or password-protected Excel file; save it as XLSX without a password."))
    notes: list[str] = []
    if data.startswith(_ZIP):
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module="openpyxl")  # of parts of a workbook that are no business of ours
            return _sheet(xlsx_lines(data), notes, cells_may_stray=True)
    return _sheet(csv_lines(data, notes), notes, cells_may_stray=False)


def _sheet(lines: Iterable[Line], notes: list[str], *, cells_may_stray: bool) -> Sheet:
    """Give the cells their columns; a text beyond the headings of a CSV means that its row is torn."""
    headings: list[str] | None = None
    places: dict[int, str] = {}
    rows: list[RawRow] = []
    for number, line in enumerate(lines, start=1):
        cells = _without_empty_end(line)
        if number > _MOST_LINES or len(rows) > MOST_ROWS:
            raise UnreadableFile(_("The file has more than %(limit)d rows; please divide it.") % {"limit": MOST_ROWS})
        if not cells:
            continue
        if len(cells) > MOST_COLUMNS:
            message = _("Row %(row)d has more than %(limit)d columns.")
            raise UnreadableFile(message % {"row": number, "limit": MOST_COLUMNS})
        if headings is None:
            headings, places = cells, _places(cells, notes)
        elif not cells_may_stray and len(cells) > len(headings):
            problem = _("The row has more cells than there are headings; a quotation mark may be missing.")
            rows.append(RawRow(number, {}, problem=problem))
        elif row := _row(number, cells, line.untaken, places):
            rows.append(row)
    if headings is None:
        raise UnreadableFile(_("The file is empty."))
    if len(rows) > MOST_ROWS:
        raise UnreadableFile(_("The file has more than %(limit)d rows; please divide it.") % {"limit": MOST_ROWS})
    return Sheet(rows, notes)


def _without_empty_end(line: Line) -> list[str]:
    filled = [place for place, text in enumerate(line.cells) if text]
    return line.cells[: max([*filled, *line.untaken], default=-1) + 1]


def _places(headings: list[str], notes: list[str]) -> dict[int, str]:
    places, unknown = recognize(headings)
    if "name_vi" not in places.values():
        raise UnreadableFile(_("The first row must hold the names of the columns; there is no column “name_vi”."))
    notes += [_("Column “%(heading)s” is not known and was left out.") % {"heading": heading} for heading in unknown]
    return places


def _row(number: int, cells: list[str], untaken: tuple[int, ...], places: dict[int, str]) -> RawRow | None:
    """Return a row by columns, or None where all its known columns are empty."""
    values = {column: cells[place] if place < len(cells) else "" for place, column in places.items()}
    formulas = tuple(places[place] for place in untaken if place in places)
    return RawRow(number, values, formulas) if formulas or any(values.values()) else None
