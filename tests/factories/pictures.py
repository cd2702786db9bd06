"""Real pictures in every format that editors upload, small and quickly made."""

import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from portal.core.models import PortalImage

GPS = 0x8825
ORIENTATION = 0x0112
ARTIST = 0x013B


def picture_bytes(
    size: tuple[int, int] = (1200, 900), encoding: str = "JPEG", mode: str = "RGB", **options: Any
) -> bytes:
    """Return a picture of four colors: red and green above, blue and white below."""
    width, height = size
    picture = Image.new(mode, size, "white")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, width // 2, height // 2), "red")
    pen.rectangle((width // 2, 0, width, height // 2), "green")
    pen.rectangle((0, height // 2, width // 2, height), "blue")
    out = io.BytesIO()
    picture.save(out, encoding, **options)
    return out.getvalue()


def photograph(orientation: int = 1) -> bytes:
    """Return a JPEG as a phone writes it: place, owner and which side is up."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[ARTIST] = orientation, "Nguyễn Văn Riêng".encode().decode("latin-1")
    exif.get_ifd(GPS)[1], exif.get_ifd(GPS)[2] = "N", (20.0, 57.0, 1.0)
    return picture_bytes((800, 600), exif=exif.tobytes(), xmp=b"<x:xmpmeta>Private</x:xmpmeta>", comment=b"Private")


def moving_gif() -> bytes:
    """Return a GIF of three pictures."""
    frames = [Image.new("RGB", (60, 40), color) for color in ("red", "green", "blue")]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=100)
    return out.getvalue()


def upload(name: str, content: bytes, media_type: str = "application/octet-stream") -> SimpleUploadedFile:
    """Return a file as a browser sends it; the type that it claims says nothing."""
    return SimpleUploadedFile(name, content, content_type=media_type)


def make_image(content: bytes | None = None, name: str = "vinh.jpg", **values: Any) -> PortalImage:
    """Return a stored picture."""
    values = {"title": "Vịnh Hạ Long", "description": "Thuyền buồm giữa các đảo đá", **values}
    return PortalImage.objects.create(file=upload(name, content or picture_bytes()), **values)
