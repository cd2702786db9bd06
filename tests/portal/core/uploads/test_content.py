"""What a file is by its content, whatever its name says."""

import io
import zipfile

import pytest
from django.conf import settings
from django.utils import translation

from portal.core.uploads import content
from portal.core.uploads.content import KINDS, Refused, check
from tests.factories.files import CAPTIONS, CSV, HTML, MP4, PDF, WEBM, office, xlsx
from tests.factories.pictures import picture_bytes

DOCX, PPTX = office("word/document.xml"), office("ppt/presentation.xml")


def tried(name: str, data: bytes) -> str:
    """Return the refusal, or an empty text where the file is taken."""
    try:
        check(name, len(data), io.BytesIO(data))
    except Refused as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", PDF), ("A.PDF", PDF), ("a.docx", DOCX), ("a.xlsx", xlsx()), ("a.pptx", PPTX), ("a.csv", CSV),
        ("a.csv", b"\xef\xbb\xbfa;b\r\n"), ("a.vtt", CAPTIONS), ("a.mp4", MP4), ("a.webm", WEBM),
    ],
)  # fmt: skip
def test_what_is_what_it_says_is_taken(name, data):
    assert tried(name, data) == ""


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("anh.pdf", picture_bytes((20, 20), "PNG")), ("trang.pdf", HTML), ("trang.docx", HTML), ("van-ban.docx", PDF),
        ("van-ban.docx", xlsx()), ("so-lieu.xlsx", DOCX), ("a.docx", b"PK\x03\x04 broken"), ("a.csv", HTML),
        ("a.csv", b"\x00,\x00"), ("a.csv", b"no columns at all"), ("a.mp4", WEBM), ("a.webm", MP4), ("a.mp4", HTML),
        ("a.mp4", b"\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00qt  "), ("a.vtt", CSV), ("a.vtt", b"WEBVTT\n\nno times"),
        ("a.pdf", b""), ("a.csv", "Tên,Địa bàn".encode("utf-16")), ("a.zip", DOCX), ("a.doc", b"\xd0\xcf\x11\xe0"),
        ("a.html", HTML), ("a.svg", b"<svg/>"), ("a.exe", b"MZ"), ("pdf", PDF), ("a.pdf.exe", PDF), ("", PDF),
    ],
)  # fmt: skip
def test_what_only_claims_to_be_is_refused(name, data):
    assert tried(name, data)


def test_a_document_with_macros_is_refused_under_any_name():
    assert "macro" in tried("a.docx", office("word/document.xml", ("word/vbaProject.bin", b"x")))
    assert "macro" in tried("a.docm", DOCX)


def test_a_package_that_unpacks_to_far_more_is_refused(monkeypatch):
    monkeypatch.setattr(content, "_MOST_UNPACKED", 1000)
    assert "giải nén" in tried("a.docx", office("word/document.xml", ("word/big.xml", b"0" * 5000)))
    many = io.BytesIO()
    monkeypatch.setattr(content, "_MOST_PARTS", 3)
    with zipfile.ZipFile(many, "w") as archive:
        for name in ("[Content_Types].xml", "word/document.xml", "a", "b"):
            archive.writestr(name, b"")
    assert "giải nén" in tried("a.docx", many.getvalue())


def test_a_file_that_is_too_large_is_refused_before_it_is_read():
    class Unread(io.BytesIO):
        def read(self, *args):
            raise AssertionError

    with pytest.raises(Refused, match="60,0"):
        check("a.pdf", 60 * content.MEGABYTE, Unread())


def test_a_refusal_is_told_in_vietnamese():
    with translation.override("vi"):
        for name, data in (
            ("a.zip", b"x"),
            ("a.doc", b"x"),
            ("a.exe", b"x"),
            ("a.pdf", HTML),
            ("a.pdf", b""),
            ("a.vtt", CSV),
        ):
            said = tried(name, data)
            with translation.override("en"):
                assert said != tried(name, data)
    assert "PDF, DOCX" in tried("a.exe", b"x")


def test_a_checked_file_is_left_at_its_start():
    file = io.BytesIO(PDF)
    check("a.pdf", len(PDF), file)
    assert file.tell() == 0


def test_the_settings_name_the_kinds_that_are_checked():
    assert list(KINDS) == settings.WAGTAILDOCS_EXTENSIONS
