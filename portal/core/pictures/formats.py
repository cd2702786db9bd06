"""The formats in which pages show pictures, and the renditions of Wagtail that each is made of.

A shape crops around the point that the editor marked; a format without one shows the whole picture. WebP is what every
browser of the last five years reads; AVIF says the same with about a third fewer bytes.
"""

from dataclasses import dataclass
from functools import cache
from typing import Protocol

from wagtail.images.models import Filter

AVIF, WEBP = "avif", "webp"
# The tallest that a whole picture may be, measured by the width of its format: what is upright is not larger than a page.
_TALLEST = 1


class Sized(Protocol):
    """Whatever has the measures of the original in pixels."""

    width: int
    height: int


@dataclass(frozen=True)
class PictureFormat:
    """`widths` in pixels, ascending; `shape` as (16, 9); `room` is the width on the widest screen, in CSS pixels.

    `sizes` says to browsers how much room there is. A format without a shape has none: it depends on the picture.
    """

    widths: tuple[int, ...]
    room: int
    shape: tuple[int, int] | None = None
    sizes: str = ""

    def operation(self, width: int) -> str:
        """Return Wagtail's operation for one width."""
        if self.shape:
            return f"fill-{width}x{round(width * self.shape[1] / self.shape[0])}"
        return f"max-{width}x{round(width * _TALLEST)}"

    def widths_for(self, image: Sized) -> tuple[int, ...]:
        """Return the widths that a picture can fill, and the next one: Wagtail does not enlarge."""
        if self.shape:
            whole = min(image.width, image.height * self.shape[0] / self.shape[1])
        else:
            # Width of the box that the original itself would just fit into.
            whole = max(image.width, image.height / _TALLEST)
        below = sum(width < whole for width in self.widths)
        return self.widths[: below + 1]

    def shown(self, image: Sized) -> tuple[int, int]:
        """Return width and height on the widest screen, in CSS pixels; their ratio keeps the place on every other."""
        if self.shape:
            return self.room, round(self.room * self.shape[1] / self.shape[0])
        scale = min(1, self.room / image.width, self.room * _TALLEST / image.height)
        return max(1, round(image.width * scale)), max(1, round(image.height * scale))

    def sizes_for(self, image: Sized) -> str:
        """Return the `sizes` of a picture: its own width, or the screen's less the margins of the page."""
        width = self.shown(image)[0]
        return self.sizes or f"(min-width: {width + 32}px) {width}px, calc(100vw - 2rem)"


FORMATS = {
    "cover": PictureFormat((480, 800, 1200, 1600), 1184, (16, 9), "(min-width: 78rem) 74rem, 100vw"),
    "card": PictureFormat((320, 480, 640, 960), 400, (16, 9), "(min-width: 62rem) 25rem, (min-width: 42rem) 50vw, 100vw"),
    "portrait": PictureFormat((128, 256, 384), 128, (1, 1), "8rem"),
    "poster": PictureFormat((480, 800, 1408), 704, (16, 9), "(min-width: 48rem) 44rem, calc(100vw - 2rem)"),
    "body": PictureFormat((480, 800, 1408), 704),
    "logo": PictureFormat((160, 320), 160),
}  # fmt: skip
# What networks show of a shared link; they want JPEG, and one size.
SOCIAL = "fill-1200x630|format-jpeg"


@cache
def rendition_filter(spec: str) -> Filter:
    """Return Wagtail's filter of a spec, one for the whole process: reading a spec is the dear part of a list."""
    return Filter(spec)


@cache
def filters_of(name: str, encoding: str, number: int) -> tuple[Filter, ...]:
    """Return the filters of a format for its first widths."""
    found = FORMATS[name]
    return tuple(rendition_filter(f"{found.operation(width)}|format-{encoding}") for width in found.widths[:number])


def filters_for(image: Sized, name: str, encoding: str) -> tuple[Filter, ...]:
    """Return the filters that make sense for a picture: none that would only repeat the original's width."""
    return filters_of(name, encoding, len(FORMATS[name].widths_for(image)))


def specs(*names: str) -> list[str]:
    """Return every spec of some formats, `social` among them, for statements that read renditions ahead."""
    found = [SOCIAL] if "social" in names else []
    for name in names:
        if name != "social":
            number = len(FORMATS[name].widths)
            found += [one.spec for encoding in (AVIF, WEBP) for one in filters_of(name, encoding, number)]
    return found


def specs_for(image: Sized, *names: str) -> list[str]:
    """Return what has to be made of one picture, the quick ones first: all WebP, then all AVIF."""
    found = [SOCIAL] if "social" in names else []
    for encoding in (WEBP, AVIF):
        for name in names:
            if name != "social":
                found += [one.spec for one in filters_for(image, name, encoding)]
    return found
