"""Answer with a file or with the part of it that a player asks for (RFC 9110, section 14)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.http import StreamingHttpResponse as Streaming
from django.utils.http import parse_etags

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
# A player asks for "from here to the end" and then for the next part: no worker is held by one slow reader for long.
_MOST_AT_ONCE = 4 * 1024 * 1024
_BLOCK = 64 * 1024


@dataclass(frozen=True)
class Part:
    """A part of a file: its first byte and how many there are."""

    start: int
    length: int


class Unsatisfiable(Exception):
    """A range that lies outside of the file."""


def asked_part(header: str, size: int) -> Part | None:
    """Return the part that a Range header asks for; None where the whole file answers it, Unsatisfiable where nothing does."""
    found = _RANGE.fullmatch(header.replace(" ", ""))
    if found is None or found.group(1, 2) == ("", ""):
        return None  # several ranges, or another unit: a server may answer with everything
    first, last = found.groups()
    if not first:
        length = min(int(last), size)
        if not length:
            raise Unsatisfiable
        return Part(size - length, length)
    start, end = int(first), int(last) if last else size - 1
    if start >= size:
        raise Unsatisfiable
    if end < start:
        return None
    length = min(end, size - 1) - start + 1
    return Part(start, length if last else min(length, _MOST_AT_ONCE))


def answer(request: HttpRequest, file: BinaryIO, *, size: int, etag: str) -> HttpResponseBase:
    """Answer with 200, 206, 304 or 416; the file is closed with the answer. Headers about its kind are the caller's."""
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        file.close()
        response: HttpResponseBase = HttpResponseNotModified()
    else:
        response = _with_content(request, file, size, etag)
        response["Accept-Ranges"] = "bytes"
    response["ETag"] = etag
    return response


def _with_content(request: HttpRequest, file: BinaryIO, size: int, etag: str) -> HttpResponseBase:
    header = request.headers.get("Range", "")
    if request.headers.get("If-Range", etag) != etag or request.method != "GET":
        header = ""  # the file was changed since the first part: all of it again
    try:
        part = asked_part(header, size) if header else None
    except Unsatisfiable:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    if part is None:
        whole = FileResponse(file)
        whole["Content-Length"] = str(size)
        return whole
    response = Streaming(_blocks(file, part), status=206)
    response["Content-Length"] = str(part.length)
    response["Content-Range"] = f"bytes {part.start}-{part.start + part.length - 1}/{size}"
    return response


def _blocks(file: BinaryIO, part: Part) -> Iterator[bytes]:
    with file:
        file.seek(part.start)
        left = part.length
        while left > 0 and (block := file.read(min(_BLOCK, left))):
            left -= len(block)
            yield block
