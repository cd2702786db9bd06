"""What a file is by its content, for every kind that editors may upload.

Old Office formats and archives are left out on purpose: what is in them cannot be told without opening them.
"""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from portal.core.errors import DomainError

MEGABYTE = 1024 * 1024
_MOST_UNPACKED = 300 * MEGABYTE
_MOST_PARTS = 20_000
_HEAD = 1024


class Refused(DomainError):
    """A file that is not taken, and why."""


@dataclass(frozen=True)
class Kind:
    """A kind of file: its media type, the largest size in bytes, and what raises Refused where the content is another."""

    media_type: str
    limit: int
    check: Callable[[BinaryIO], None]


def check(name: str, size: int, file: BinaryIO) -> None:
    """Raise Refused unless a file is taken: by its extension, its size and its content. The file is left at its start."""
    extension = PurePath(name).suffix[1:].lower()
    kind = KINDS.get(extension)
    if kind is None:
        raise Refused(_refusal(extension))
    if size > kind.limit:
        raise Refused(
            _("This file has %(size)s; of this kind at most %(limit)s are taken.")
            % {"size": filesizeformat(size), "limit": filesizeformat(kind.limit)}
        )
    if size == 0:
        raise Refused(_("This file is empty."))
    try:
        file.seek(0)
        kind.check(file)
    finally:
        file.seek(0)


def _refusal(extension: str) -> str:
    if extension in {"doc", "xls", "ppt", "docm", "xlsm", "pptm"}:
        return _("Old Office files and files with macros are not taken. Save it as DOCX, XLSX, PPTX or PDF.")
    if extension in {"zip", "rar", "7z"}:
        return _("Archives are not taken: readers cannot see what is in them. Upload the files one by one.")
    return _("Files of this kind are not taken. Taken are: %(kinds)s.") % {"kinds": ", ".join(KINDS).upper()}


def _another() -> Refused:
    return Refused(_("The content of this file is not what its extension says. Save it again in the right format."))


def _pdf(file: BinaryIO) -> None:
    if not file.read(5) == b"%PDF-":
        raise _another()


def _office(part: str) -> Callable[[BinaryIO], None]:
    def checked(file: BinaryIO) -> None:
        try:
            with zipfile.ZipFile(file) as archive:
                parts = archive.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
            raise _another() from error
        names = {one.filename for one in parts}
        if "[Content_Types].xml" not in names or part not in names:
            raise _another()
        if len(parts) > _MOST_PARTS or sum(one.file_size for one in parts) > _MOST_UNPACKED:
            raise Refused(_("This file is far larger unpacked than it looks, so it is not taken."))
        if any(name.lower().endswith("vbaproject.bin") for name in names):
            raise Refused(_refusal("docm"))

    return checked


def _text_of(file: BinaryIO) -> str:
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(_("This file is not in UTF-8. Save it as UTF-8, else Vietnamese letters are lost.")) from error
    if "\0" in text or text.lstrip()[:1] == "<":
        raise _another()
    return text


def _csv(file: BinaryIO) -> None:
    first = _text_of(file).partition("\n")[0]
    if not any(sign in first for sign in ",;\t"):
        raise _another()


def _captions(file: BinaryIO) -> None:
    text = _text_of(file)
    if not text.startswith("WEBVTT") or "-->" not in text:
        raise Refused(_("Captions begin with the line WEBVTT and have at least one time with -->."))


def _mp4(file: BinaryIO) -> None:
    head = file.read(12)
    # QuickTime's own brand is another format, which not every browser plays.
    if head[4:8] != b"ftyp" or head[8:12] == b"qt  ":
        raise _another()


def _webm(file: BinaryIO) -> None:
    head = file.read(_HEAD)
    if not head.startswith(b"\x1a\x45\xdf\xa3") or b"webm" not in head[:64]:
        raise _another()


_OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS = {
    "pdf": Kind("application/pdf", 20 * MEGABYTE, _pdf),
    "docx": Kind(f"{_OFFICE}.wordprocessingml.document", 20 * MEGABYTE, _office("word/document.xml")),
    "xlsx": Kind(f"{_OFFICE}.spreadsheetml.sheet", 20 * MEGABYTE, _office("xl/workbook.xml")),
    "pptx": Kind(f"{_OFFICE}.presentationml.presentation", 20 * MEGABYTE, _office("ppt/presentation.xml")),
    "csv": Kind("text/csv; charset=utf-8", 20 * MEGABYTE, _csv),
    "mp4": Kind("video/mp4", 200 * MEGABYTE, _mp4),
    "webm": Kind("video/webm", 200 * MEGABYTE, _webm),
    "vtt": Kind("text/vtt; charset=utf-8", MEGABYTE, _captions),
}
VIDEO = ("mp4", "webm")
