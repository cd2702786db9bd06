"""The searches of the Wagtail admin: without marks, with marks, with whatever signs an editor types."""

import pytest
from wagtail.models import Page

from portal.core.admin_search import words_of
from portal.core.jobs import drain
from portal.core.models import PortalDocument, PortalImage
from tests.factories.files import make_file
from tests.factories.pictures import make_image, picture_bytes
from tests.signing_in import make_staff

pytestmark = pytest.mark.django_db

ODD = (
    "'",
    '"',
    'Hạ"Long',
    "đ'",
    "Đ*",
    "(",
    "ha AND",
    "NOT ha",
    "ha:*",
    "-",
    "^",
    "\\",
    "🙂",
    "%",
    "a" * 300,
    "\x00",
    "  ",
)


@pytest.fixture
def editor_client(client):
    client.force_login(make_staff("Biên tập viên"))
    return client


@pytest.fixture
def things():
    image = make_image(picture_bytes((40, 30)), title="Lễ hội ở Đông Triều", description="Đoàn rước kiệu")
    file = make_file(title="Quyết định 268/2025/NĐ-CP")
    drain()
    return image, file


@pytest.mark.parametrize("asked", ["Đông Triều", "dong trieu", "ĐÔNG", "đông tri", "le hoi", "doan ruoc", "rước Đông"])
def test_a_picture_is_found_however_its_words_are_typed(things, asked):
    assert list(PortalImage.objects.all().autocomplete(asked)) == [things[0]]


@pytest.mark.parametrize("asked", ["dong trieu", "Đông Triều"])
def test_whole_words_are_found_by_the_other_search_too(things, asked):
    assert list(PortalImage.objects.all().search(asked)) == [things[0]]


@pytest.mark.parametrize("asked", ["quyet dinh", "268/2025", "268/2025/NĐ-CP", "nd-cp", "268 nd"])
def test_a_file_is_found_by_its_number(things, asked):
    assert list(PortalDocument.objects.all().autocomplete(asked)) == [things[1]]


@pytest.mark.parametrize("asked", ["ve du lieu", "Về dữ", "VE DU LIEU"])
def test_a_page_that_a_migration_wrote_is_found(asked):
    assert {page.slug for page in Page.objects.all().autocomplete(asked)} == {"ve-du-lieu"}


def test_what_is_not_there_is_not_found(things):
    assert not list(PortalImage.objects.all().autocomplete("cam pha"))
    assert not list(PortalImage.objects.all().autocomplete("dong cam"))


@pytest.mark.parametrize("asked", ODD)
def test_no_sign_is_taken_for_syntax(things, asked):
    for model in (PortalImage, PortalDocument, Page):
        assert list(model.objects.all().autocomplete(asked)) is not None
        assert list(model.objects.all().search(asked)) is not None


@pytest.mark.parametrize(
    "address",
    [
        "/admin/images/?q={q}", "/admin/images/chooser/results/?q={q}", "/admin/documents/?q={q}",
        "/admin/documents/chooser/results/?q={q}", "/admin/pages/search/?q={q}", "/admin/choose-page/search/?q={q}",
    ],
)  # fmt: skip
def test_the_screens_of_an_editor_find_without_marks(editor_client, things, address):
    words = "dong trieu" if "image" in address else "quyet dinh" if "doc" in address else "ve du lieu"
    shown = editor_client.get(address.format(q=words)).content.decode()
    assert {"dong trieu": "Lễ hội ở Đông Triều", "quyet dinh": "Quyết định 268", "ve du lieu": "Về dữ liệu"}[
        words
    ] in shown
    for odd in ("đ", '"', "'"):
        assert editor_client.get(address.format(q=odd)).status_code == 200


def test_words_have_no_marks_signs_or_capitals():
    assert words_of("Nghị định 268/2025/NĐ-CP: “Khởi nghiệp”!") == "nghi dinh 268 2025 nd cp khoi nghiep"
