"""The form of an uploaded picture, everywhere that Wagtail shows one: alone, several at once, in the chooser."""

import io
from typing import Any

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

# What Pillow may try; a picture in another format is told apart by Wagtail, with the list of those that are taken.
_FORMATS = ("AVIF", "GIF", "HEIF", "JPEG", "PNG", "WEBP")
# A photograph of a phone may hold a second, smaller one; in these formats further pictures mean that it moves.
_MAY_MOVE = {"AVIF", "GIF", "PNG", "WEBP"}
_SVG_STARTS = (b"<svg", b"<?xml", b"<!doctype svg")
_BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


class PictureField(WagtailImageField):
    """Wagtail's field, which knows format and number of pixels, and what it does not ask."""

    def to_python(self, data: Any) -> Any:
        """Refuse what is too large before reading it, and what is no whole, still picture before Wagtail unpacks it."""
        if data and self.max_upload_size is not None and data.size > self.max_upload_size:
            raise ValidationError(_too_large(data.size, self.max_upload_size), code="file_too_large")
        if data and _is_svg(data):
            raise ValidationError(
                _("SVG files may carry programs, so they are not taken. Save the picture as PNG or WebP."), code="svg"
            )
        if data:
            _check_pixels(data, self.max_image_pixels)
        return super().to_python(data)


class ImageForm(BaseImageForm):
    """What every screen of Wagtail builds its form of a picture on (WAGTAILIMAGES_IMAGE_FORM_BASE)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if old := self.fields.get("file"):
            self.fields["file"] = PictureField(label=old.label, required=old.required, widget=old.widget)
        if description := self.fields.get("description"):
            description.label = _("What the picture shows")
            description.help_text = _(
                "For people who cannot see it. Pages propose it as the alternative text when the picture is chosen."
            )
        if credit := self.fields.get("credit"):
            credit.help_text = _("Who took or drew it, as it shall stand below the picture.")


def _too_large(size: int, limit: int) -> str:
    return _(
        "This picture has %(size)s; at most %(limit)s are taken. Save it again with at most 4000 pixels at its longer side."
    ) % {"size": filesizeformat(size), "limit": filesizeformat(limit)}


def _is_svg(data: Any) -> bool:
    start = data.read(512).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    data.seek(0)
    return data.name.lower().endswith((".svg", ".svgz")) or (start.startswith(_SVG_STARTS) and b"<svg" in start)


def _check_pixels(data: Any, limit: int) -> None:
    """Read the whole picture once: a broken one would fail later, where nobody could say why.

    Its measures are read first. Wagtail asks for them too, but unpacks the picture for it.
    """
    content = io.BytesIO(data.read())
    data.seek(0)
    try:
        with Image.open(content, formats=_FORMATS) as picture:
            if picture.width * picture.height > limit:
                raise _bomb(limit)
            if picture.format in _MAY_MOVE and getattr(picture, "n_frames", 1) > 1:
                raise ValidationError(
                    _("Moving pictures cannot be stopped by readers, so they are not taken. Upload it as a video."),
                    code="moves",
                )
            picture.load()
    except UnidentifiedImageError:
        return  # Wagtail says what it is not
    except _BOMBS as error:
        raise _bomb(limit) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise ValidationError(_("This picture is damaged: it cannot be read to its end."), code="damaged") from error


def _bomb(limit: int) -> ValidationError:
    return ValidationError(
        _("This picture has too many pixels; at most %(limit)s million are taken. Save it again in a smaller size.")
        % {"limit": limit // 1_000_000},
        code="file_too_many_pixels",
    )
