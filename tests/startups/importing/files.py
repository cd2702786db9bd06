"""Spreadsheets as officials send them, and some as nobody should."""

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path

from openpyxl import Workbook
from stdnum.vn import mst

from startups.importing.columns import COLUMNS
from startups.importing.reading import RawRow, Sheet, read


def tax_codes(count: int) -> list[str]:
    """Return valid tax codes of the province, for which 57 stands; one start in eleven has no check digit."""
    starts = (f"57{serial:07d}" for serial in range(1, 10**7))
    return list(islice((start + end for start in starts if len(end := mst.calc_check_digit(start)) == 1), count))


def raw(number: int = 2, **cells: str) -> RawRow:
    """Return a row that has just these columns."""
    return RawRow(number, {"name_vi": "Công ty Biển Xanh", **cells})


def csv_text(rows: Iterable[Mapping[str, str]], columns: Sequence[str] = tuple(COLUMNS), delimiter: str = ",") -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, fieldnames=columns, delimiter=delimiter, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def saved(folder: Path, data: bytes | str, name: str = "file.csv") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def read_text(folder: Path, data: bytes | str) -> Sheet:
    return read(saved(folder, data))


def workbook(rows: Iterable[Sequence[object]]) -> bytes:
    """Return an XLSX file; a text that begins with = becomes a formula, as in a spreadsheet."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_entry(book: bytes, name: str, content: bytes) -> bytes:
    """Return the archive with one of its files replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, content)
    return out.getvalue()
