"""Real files of every kind that editors upload, and of some that only claim to be."""

import io
import zipfile
from typing import Any

from openpyxl import Workbook

from portal.core.models import PortalDocument
from tests.factories.pictures import upload

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
CSV = "Tên,Địa bàn\nHàu Xanh,Vân Đồn\n".encode()
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\nXin chào Quảng Ninh\n".encode()
MP4 = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(range(256)) * 40
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm" + bytes(
    200
)
HTML = b"<!doctype html><script>alert(document.cookie)</script>"


def office(part: str, *more: tuple[str, bytes]) -> bytes:
    """Return a package of Office: `word/document.xml` makes it a DOCX, `ppt/presentation.xml` a PPTX."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (("[Content_Types].xml", b"<Types/>"), (part, b"<x/>"), *more):
            archive.writestr(name, content)
    return out.getvalue()


def xlsx() -> bytes:
    """Return a workbook as Excel would write it."""
    book, out = Workbook(), io.BytesIO()
    book.active.append(["Tên", "Địa bàn"])
    book.save(out)
    return out.getvalue()


def make_file(content: bytes = PDF, name: str = "quyet-dinh.pdf", **values: Any) -> PortalDocument:
    """Return a stored file."""
    return PortalDocument.objects.create(file=upload(name, content), **{"title": "Quyết định", **values})
