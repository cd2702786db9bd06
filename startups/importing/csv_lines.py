"""Lines of a CSV file in the encodings and dialects that spreadsheets write."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator

from django.utils.translation import gettext as _

from startups.importing.columns import recognize
from startups.importing.lines import MOST_BYTES, Line, UnreadableFile, clean, without_guard

_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # Excel's own first line
_MARKED = {
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
}
_SIGNS = set("đĐ₫“”‘’„«»–—…•·°²³½¼¾×±§©®™€\u00a0")


def csv_lines(data: bytes, notes: list[str]) -> Iterator[Line]:
    """Yield the lines of a CSV file; what should be said about the file is added to `notes`.

    Where quotation marks are wrong, nobody can say where the next row begins: then the whole file is refused.
    """
    text = _decoded(data, notes)
    if found := _SEPARATOR_LINE.match(text):
        delimiter, text = found[1], text[found.end() :]
    else:
        delimiter = _delimiter(text)
    csv.field_size_limit(MOST_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number, begins = 0, 1
    while True:
        number, begins = number + 1, reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            message = _("Row %(row)d, line %(line)d of the file: a quotation mark is missing or misplaced.")
            raise UnreadableFile(message % {"row": number, "line": begins}) from error
        yield Line([clean(without_guard(cell.strip())) for cell in cells])


def _delimiter(text: str) -> str:
    """Return the delimiter by which most headings are known; a comma may well stand inside a heading."""
    heading = re.split(r"[\r\n]", text.lstrip()[:10_000], maxsplit=1)[0]

    def known(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader([heading], delimiter=delimiter), [])
        return len(recognize(cells)[0]), len(cells)

    return max(",;\t", key=known)


def _decoded(data: bytes, notes: list[str]) -> str:
    """Decode UTF-8, UTF-16 with its mark, or Windows-1258 when the result is Vietnamese.

    Any bytes can be decoded as Windows-1258; other old encodings (TCVN3, VNI, Windows-1252) would come in as rubbish.
    """
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        text = unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))
    if encoding == "utf-8-sig" and all(map(_is_expected, set(text))):
        notes.append(_("The file was read as Windows-1258; “CSV UTF-8” or XLSX keep all letters."))
        return text
    raise UnreadableFile(_("The text encoding of the file is not known; save it as “CSV UTF-8” or as XLSX."))


def _is_expected(letter: str) -> bool:
    return " " <= letter <= "~" or letter in "\r\n\t" or letter in _MARKED or letter in _SIGNS
