"""Logos of the sample organizations, drawn by us: one sign on one ground, from the colors of the design system."""

import io
import math
from collections.abc import Callable

from PIL import Image, ImageDraw

SIZE = 512
_SCALE = 3
_PALETTES = (
    ("#0a5a72", "#d8eef3", "#f6b73c"),
    ("#06303f", "#9ccbd8", "#f6b73c"),
    ("#0b6b53", "#d5f2e7", "#fdf0d3"),
    ("#b23a1e", "#fde5dc", "#fdf0d3"),
    ("#5a3fb0", "#e9e4fa", "#f6b73c"),
    ("#7a4b00", "#fdf0d3", "#f6b73c"),
)
_Pen = ImageDraw.ImageDraw


def logo(motif: str, hue: int) -> bytes:
    """Return a PNG of 512 × 512; an unknown motif is drawn as a hexagon."""
    ground, main, accent = _PALETTES[hue % len(_PALETTES)]
    size = SIZE * _SCALE
    picture = Image.new("RGB", (size, size), ground)
    pen = ImageDraw.Draw(picture)
    _MOTIFS.get(motif, _hexagon)(pen, size / 100, main, accent)
    out = io.BytesIO()
    picture.resize((SIZE, SIZE), Image.Resampling.LANCZOS).save(out, "PNG", optimize=True)
    return out.getvalue()


def _points(unit: float, *pairs: tuple[float, float]) -> list[tuple[float, float]]:
    return [(x * unit, y * unit) for x, y in pairs]


def _box(unit: float, x: float, y: float, radius: float) -> list[float]:
    return [(x - radius) * unit, (y - radius) * unit, (x + radius) * unit, (y + radius) * unit]


def _wave(pen: _Pen, unit: float, main: str, accent: str) -> None:
    pen.ellipse(_box(unit, 66, 34, 12), fill=accent)
    for row, color in ((52, main), (66, accent), (80, main)):
        crest = [(x, row + 5 * math.sin(x / 7.5)) for x in range(12, 89)]
        pen.line(_points(unit, *crest), fill=color, width=round(6 * unit), joint="curve")


def _karst(pen: _Pen, unit: float, main: str, accent: str) -> None:
    pen.ellipse(_box(unit, 70, 30, 10), fill=accent)
    peak = [(12, 72), (20, 50), (27, 40), (33, 44), (40, 62), (48, 36), (56, 26), (63, 34), (70, 56), (78, 50), (88, 72)]
    pen.polygon(_points(unit, *peak), fill=main)
    pen.line(_points(unit, (12, 80), (88, 80)), fill=accent, width=round(5 * unit))


def _oyster(pen: _Pen, unit: float, main: str, accent: str) -> None:
    pen.pieslice(_box(unit, 50, 58, 34), 180, 360, fill=main)
    pen.pieslice([16 * unit, 46 * unit, 84 * unit, 76 * unit], 0, 180, fill=main)
    pen.ellipse(_box(unit, 50, 56, 11), fill=accent)


def _leaf(pen: _Pen, unit: float, main: str, accent: str) -> None:
    pen.pieslice([18 * unit, 18 * unit, 118 * unit, 118 * unit], 180, 270, fill=main)
    pen.pieslice([-18 * unit, -18 * unit, 82 * unit, 82 * unit], 0, 90, fill=main)
    pen.line(_points(unit, (26, 80), (66, 34)), fill=accent, width=round(4 * unit))


def _sun(pen: _Pen, unit: float, main: str, accent: str) -> None:
    for step in range(12):
        angle = step * math.pi / 6
        inner, outer = (50 + 25 * math.cos(angle), 50 + 25 * math.sin(angle)), (50 + 36 * math.cos(angle), 50 + 36 * math.sin(angle))
        pen.line(_points(unit, inner, outer), fill=main, width=round(5 * unit))
    pen.ellipse(_box(unit, 50, 50, 18), fill=accent)


def _chip(pen: _Pen, unit: float, main: str, accent: str) -> None:
    for place in (34, 50, 66):
        pen.line(_points(unit, (place, 18), (place, 82)), fill=main, width=round(4 * unit))
        pen.line(_points(unit, (18, place), (82, place)), fill=main, width=round(4 * unit))
    pen.rounded_rectangle([27 * unit, 27 * unit, 73 * unit, 73 * unit], radius=7 * unit, fill=main)
    pen.rounded_rectangle([40 * unit, 40 * unit, 60 * unit, 60 * unit], radius=4 * unit, fill=accent)


def _hexagon(pen: _Pen, unit: float, main: str, accent: str) -> None:
    for radius, color in ((34, main), (17, accent)):
        corners = [(50 + radius * math.cos(math.pi / 6 + step * math.pi / 3), 50 + radius * math.sin(math.pi / 6 + step * math.pi / 3)) for step in range(6)]
        pen.polygon(_points(unit, *corners), fill=color)


def _drop(pen: _Pen, unit: float, main: str, accent: str) -> None:
    pen.polygon(_points(unit, (50, 14), (72, 50), (28, 50)), fill=main)
    pen.ellipse(_box(unit, 50, 60, 25), fill=main)
    pen.arc(_box(unit, 50, 60, 16), 20, 120, fill=accent, width=round(5 * unit))


def _sail(pen: _Pen, unit: float, main: str, accent: str) -> None:
    pen.polygon(_points(unit, (48, 14), (48, 66), (18, 66)), fill=main)
    pen.polygon(_points(unit, (54, 24), (54, 66), (80, 66)), fill=accent)
    pen.chord([18 * unit, 52 * unit, 82 * unit, 92 * unit], 0, 180, fill=main)


def _gear(pen: _Pen, unit: float, main: str, accent: str) -> None:
    for step in range(8):
        angle = step * math.pi / 4
        pen.line(_points(unit, (50, 50), (50 + 36 * math.cos(angle), 50 + 36 * math.sin(angle))), fill=main, width=round(12 * unit))
    pen.ellipse(_box(unit, 50, 50, 27), fill=main)
    pen.ellipse(_box(unit, 50, 50, 12), fill=accent)


def _tower(pen: _Pen, unit: float, main: str, accent: str) -> None:
    for x, top, color in ((22, 46, main), (42, 26, accent), (62, 38, main)):
        pen.rectangle([x * unit, top * unit, (x + 16) * unit, 82 * unit], fill=color)


def _book(pen: _Pen, unit: float, main: str, accent: str) -> None:
    pen.polygon(_points(unit, (14, 30), (48, 38), (48, 80), (14, 72)), fill=main)
    pen.polygon(_points(unit, (86, 30), (52, 38), (52, 80), (86, 72)), fill=accent)


def _heart(pen: _Pen, unit: float, main: str, accent: str) -> None:
    pen.ellipse(_box(unit, 37, 42, 17), fill=main)
    pen.ellipse(_box(unit, 63, 42, 17), fill=main)
    pen.polygon(_points(unit, (22, 50), (78, 50), (50, 84)), fill=main)
    beat = ((24, 54), (40, 54), (46, 42), (54, 66), (60, 54), (76, 54))
    pen.line(_points(unit, *beat), fill=accent, width=round(4 * unit), joint="curve")


def _cart(pen: _Pen, unit: float, main: str, accent: str) -> None:
    pen.polygon(_points(unit, (22, 34), (82, 34), (72, 62), (32, 62)), fill=main)
    pen.line(_points(unit, (10, 24), (20, 24), (32, 62)), fill=main, width=round(5 * unit), joint="curve")
    for x in (40, 66):
        pen.ellipse(_box(unit, x, 75, 6), fill=accent)


_MOTIFS: dict[str, Callable[[_Pen, float, str, str], None]] = {
    "wave": _wave, "karst": _karst, "oyster": _oyster, "leaf": _leaf, "sun": _sun, "chip": _chip, "hexagon": _hexagon,
    "drop": _drop, "sail": _sail, "gear": _gear, "tower": _tower, "book": _book, "heart": _heart, "cart": _cart,
}  # fmt: skip
MOTIFS = tuple(_MOTIFS)
