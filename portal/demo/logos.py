"""Logos of the sample organizations, drawn by us: one sign on one ground, from the colors of the design system."""

import io
from collections.abc import Callable
from functools import cache

from PIL import Image, ImageDraw

from portal.demo.logo_pen import Palette, Pen
from portal.demo.motifs_nature import NATURE
from portal.demo.motifs_work import WORK

SIZE = 512
_SCALE = 2
PALETTES = (
    Palette("#0a5a72", "#11667f", "#e8f6f9", "#6cc7dd", "#f6b73c"),
    Palette("#06303f", "#0d4052", "#d8eef3", "#5fb4c9", "#f6b73c"),
    Palette("#0b6b53", "#14785f", "#e4f8f0", "#6fd9b4", "#f6b73c"),
    Palette("#b23a1e", "#bf4829", "#fdece5", "#ffb49b", "#f6b73c"),
    Palette("#5a3fb0", "#674dba", "#f0edfc", "#b9abee", "#f6b73c"),
    Palette("#7a4b00", "#875812", "#fdf0d3", "#e3b768", "#ff9a7a"),
    Palette("#d8eef3", "#c7e5ec", "#0a5a72", "#4ea6bd", "#f6b73c"),
    Palette("#fdf0d3", "#fae4b6", "#7a4b00", "#d8962a", "#b23a1e"),
    Palette("#d5f2e7", "#c0e9d9", "#0b6b53", "#4fb792", "#f6b73c"),
    Palette("#fde5dc", "#fad5c8", "#b23a1e", "#ec8061", "#0a5a72"),
    Palette("#e9e4fa", "#dad2f4", "#5a3fb0", "#9a86dc", "#f6b73c"),
)
_MOTIFS: dict[str, Callable[[Pen], None]] = {**NATURE, **WORK}
MOTIFS = tuple(_MOTIFS)


@cache
def logo(motif: str, hue: int) -> bytes:
    """Return a PNG of 512 × 512 pixels, always the same one; KeyError when the motif is not in MOTIFS."""
    palette = PALETTES[hue % len(PALETTES)]
    side = SIZE * _SCALE
    picture = Image.new("RGB", (side, side), palette.ground)
    pen = Pen(ImageDraw.Draw(picture), side, palette)
    pen.disc(50, 50, 45, palette.disc)
    draw_motif(pen, motif)
    out = io.BytesIO()
    small = picture.resize((SIZE, SIZE), Image.Resampling.LANCZOS)
    small.quantize(64, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def draw_motif(pen: Pen, motif: str) -> None:
    """Draw one sign on the disc of the pen's palette."""
    pen.ground = pen.disc_color
    _MOTIFS[motif](pen)
