"""Files as editors send them: by the form of one, by several at once, in the chooser."""

import pytest
from wagtail.models import Collection

from portal.core.models import PortalDocument
from tests.factories.files import CAPTIONS, CSV, HTML, MP4, PDF, WEBM, make_file, office, xlsx
from tests.factories.pictures import picture_bytes, upload

pytestmark = pytest.mark.django_db


def common() -> int:
    """Return the collection that a form proposes first."""
    return Collection.get_first_root_node().pk


def add(client, file, title="Kế hoạch năm"):
    return client.post("/admin/documents/add/", {"title": title, "file": file, "tags": "", "collection": common()})


def add_many(client, file):
    return client.post("/admin/documents/multiple/add/", {"files[]": file, "collection": common()}).json()


def choose(client, file):
    prefix = "document-chooser-upload"
    form = {
        f"{prefix}-title": "Kế hoạch năm",
        f"{prefix}-file": file,
        f"{prefix}-tags": "",
        f"{prefix}-collection": common(),
    }
    return client.post("/admin/documents/chooser/create/", form).json()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", PDF), ("a.docx", office("word/document.xml")), ("a.xlsx", xlsx()), ("a.csv", CSV), ("a.vtt", CAPTIONS),
        ("a.pptx", office("ppt/presentation.xml")), ("a.mp4", MP4), ("a.webm", WEBM),
    ],
)  # fmt: skip
def test_every_kind_is_taken_everywhere(editor_client, name, content):
    assert add(editor_client, upload(name, content)).status_code == 302
    assert add_many(editor_client, upload(name, content))["success"]
    assert choose(editor_client, upload(name, content))["step"] == "chosen"
    assert PortalDocument.objects.count() == 3


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("anh.pdf", picture_bytes((20, 20), "PNG"), "Nội dung tệp không đúng với phần mở rộng"),
        ("trang.docx", HTML, "Nội dung tệp không đúng với phần mở rộng"),
        ("trang.html", HTML, "Không nhận loại tệp này"),
        ("bo-ho-so.zip", office("a"), "Không nhận tệp nén"),
        ("van-ban.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Không nhận tệp Office kiểu cũ"),
        ("lon.pdf", PDF + bytes(60 * 1024 * 1024), "Tệp này nặng 60,0"),
    ],
)
def test_a_wrong_file_is_refused_everywhere_with_a_reason(editor_client, name, content, reason):
    page = add(editor_client, upload(name, content)).content.decode()
    assert reason in page
    assert 'value="Kế hoạch năm"' in page  # nothing that was written is lost
    answer = add_many(editor_client, upload(name, content))
    assert (answer["success"], reason in answer["error_message"]) == (False, True)
    assert reason in choose(editor_client, upload(name, content))["htmlFragment"]
    assert not PortalDocument.objects.exists()


def test_a_vietnamese_name_becomes_an_address_that_can_be_read_out(editor_client):
    add(editor_client, upload("Quyết định số 268-QĐ (bản ký).PDF", PDF))
    assert PortalDocument.objects.get().url.endswith("/quyet-dinh-so-268-qd-ban-ky.pdf")


def test_a_replaced_file_is_checked_and_keeps_its_number(editor_client):
    file = make_file()
    address = f"/admin/documents/edit/{file.pk}/"
    form = {"title": "Quyết định", "tags": "", "collection": common()}
    assert (
        "Nội dung tệp không đúng"
        in editor_client.post(address, form | {"file": upload("b.pdf", HTML)}).content.decode()
    )
    assert editor_client.post(address, form | {"file": upload("b.pdf", PDF + b"moi")}).status_code == 302
    assert b"".join(editor_client.get(PortalDocument.objects.get(pk=file.pk).url).streaming_content) == PDF + b"moi"
    assert editor_client.post(address, form | {"title": "Chỉ đổi tên"}).status_code == 302


def test_an_editor_is_told_which_kinds_are_taken(editor_client):
    page = editor_client.get("/admin/documents/multiple/add/").content.decode()
    assert "PDF, DOCX, XLSX, PPTX, CSV tối đa 20 MB" in page
