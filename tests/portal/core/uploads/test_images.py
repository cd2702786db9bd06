"""Pictures as editors send them: by the form of one, by several at once, in the chooser."""

import io
import re

import pytest
from PIL import Image
from wagtail.models import Collection

from portal.core.models import PortalImage
from tests.factories.pictures import moving_gif, photograph, picture_bytes, upload

pytestmark = pytest.mark.django_db

SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def common() -> int:
    """Return the collection that a form proposes first."""
    return Collection.get_first_root_node().pk


def add(client, file, title="Lễ khai mạc"):
    return client.post(
        "/admin/images/add/",
        {"title": title, "file": file, "description": "Hội trường", "tags": "", "collection": common()},
    )


def add_many(client, file):
    return client.post("/admin/images/multiple/add/", {"files[]": file, "collection": common()}).json()


def choose(client, file):
    prefix = "image-chooser-upload"
    form = {
        f"{prefix}-title": "Lễ khai mạc",
        f"{prefix}-collection": common(),
        f"{prefix}-file": file,
        f"{prefix}-description": "Hội trường",
        f"{prefix}-tags": "",
    }
    return client.post("/admin/images/chooser/create/", form)


def bomb(side: int = 20_000) -> bytes:
    """Return a PNG of so many pixels squared in some kilobytes."""
    out = io.BytesIO()
    Image.new("1", (side, side)).save(out, "PNG")
    return out.getvalue()


REFUSED = {
    "text under a picture's name": ("ghi-chu.jpg", b"Just words", "Hãy tải lên một hình ảnh hợp lệ"),
    "a PNG named JPEG": ("anh.jpg", picture_bytes((40, 40), "PNG"), "Phần mở rộng không khớp"),
    "SVG": ("bieu-trung.svg", SVG, "SVG có thể chứa mã"),
    "SVG named PNG": ("bieu-trung.png", SVG, "SVG có thể chứa mã"),
    "a moving picture": ("vui.gif", moving_gif(), "Ảnh động"),
    "a bomb": ("den.png", bomb(), "quá nhiều điểm ảnh"),
    "a small bomb": ("den.png", bomb(7000), "quá nhiều điểm ảnh"),
    "half a picture": ("nua.jpg", picture_bytes()[:3000], "Ảnh này bị hỏng"),
    "an unknown format": ("anh.bmp", picture_bytes((40, 40), "BMP"), "Không nhận định dạng ảnh này"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_wrong_picture_is_refused_everywhere_with_a_reason(editor_client, name):
    file, content, reason = REFUSED[name]
    page = add(editor_client, upload(file, content)).content.decode()
    assert reason in page
    assert 'value="Lễ khai mạc"' in page  # nothing that was written is lost
    assert 'value="Hội trường"' in page
    answer = add_many(editor_client, upload(file, content))
    assert (answer["success"], reason in answer["error_message"]) == (False, True)
    dialog = choose(editor_client, upload(file, content)).json()["htmlFragment"]
    assert reason in dialog
    assert 'value="Hội trường"' in dialog
    assert not PortalImage.objects.exists()


def test_sixty_megabytes_are_refused_with_the_limit_and_the_form_keeps_its_words(editor_client):
    content = picture_bytes((40, 40)) + bytes(60 * 1024 * 1024)
    page = add(editor_client, upload("lon.jpg", content)).content.decode()
    assert re.search(r"Ảnh này nặng 60,0\sMB; tối đa 10,0\sMB", page), re.findall(r"Ảnh này[^<]*", page)
    assert 'value="Lễ khai mạc"' in page
    assert "tối đa 10,0" in add_many(editor_client, upload("lon.jpg", content))["error_message"]


def test_a_bomb_is_never_unpacked(editor_client, monkeypatch):
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", lambda picture: pytest.fail("unpacked"))
    assert "quá nhiều điểm ảnh" in add(editor_client, upload("den.png", bomb(7000))).content.decode()


@pytest.mark.parametrize("encoding", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_every_still_picture_is_taken_everywhere(editor_client, encoding):
    name = f"anh.{encoding.lower().replace('jpeg', 'jpg')}"
    alone, together, chosen = (upload(name, picture_bytes((width, 200), encoding)) for width in (300, 301, 302))
    assert add(editor_client, alone).status_code == 302
    assert add_many(editor_client, together)["success"]
    assert choose(editor_client, chosen).json()["step"] == "chosen"
    assert list(PortalImage.objects.order_by("pk").values_list("width", flat=True)) == [300, 301, 302]


def test_a_picture_of_an_iphone_is_taken(editor_client):
    content = picture_bytes((300, 200), "HEIF")
    assert add(editor_client, upload("IMG_0001.heic", content)).status_code == 302
    assert PortalImage.objects.get().get_rendition("max-165x165").file.name.endswith(".jpg")


@pytest.mark.parametrize(
    "spec",
    [
        "original",
        "max-165x165",
        "width-300|format-jpeg",
        "fill-80x80|format-webp",
        "width-300|format-avif",
        "width-300|format-png",
    ],
)
def test_no_size_tells_where_and_by_whom_it_was_taken(spec):
    image = PortalImage.objects.create(title="Ảnh", file=upload("anh.jpg", photograph()))
    with image.get_rendition(spec).file.open() as file:
        content = file.read()
    with Image.open(io.BytesIO(content)) as picture:
        assert not picture.getexif()
    for private in (b"Exif", b"Ri\xeang", b"Private", b"xmpmeta"):
        assert private not in content


def test_a_picture_taken_upright_stays_upright():
    image = PortalImage.objects.create(title="Ảnh", file=upload("anh.jpg", photograph(orientation=6)))
    assert image.get_rendition("width-300|format-webp").height == 400


def test_an_editor_is_told_what_a_picture_needs(editor_client):
    page = editor_client.get("/admin/images/add/").content.decode()
    assert "Ảnh chụp gì" in page
    assert "Tối đa" in page
