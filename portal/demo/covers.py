"""Pictures of the sample articles, drawn by us: a sign before the peaks of the bay, in the colors of the design system."""

import io
import random
from functools import cache

from PIL import Image, ImageDraw

from portal.demo.logo_pen import Palette, Pen
from portal.demo.logos import MOTIFS, PALETTES, draw_motif

WIDTH, HEIGHT = 1200, 675
_SCALE = 2
_DARK = PALETTES[:6]  # a light ground would not carry the light peaks


@cache
def cover(motif: str, seed: str) -> bytes:
    """Return a PNG of 1200 × 675 pixels, always the same one for a seed; KeyError when the motif is not in MOTIFS."""
    if motif not in MOTIFS:
        raise KeyError(motif)
    chance = random.Random(seed)  # noqa: S311 -- a picture, no secret
    palette = chance.choice(_DARK)
    width, height = WIDTH * _SCALE, HEIGHT * _SCALE
    picture = Image.new("RGB", (width, height), palette.ground)
    draw = ImageDraw.Draw(picture)
    sun = chance.uniform(0.16, 0.3) if chance.random() < 0.5 else chance.uniform(0.7, 0.84)
    _disc(draw, sun * width, 0.3 * height, 0.085 * height, palette.accent)
    _peaks(draw, chance, palette.disc, width=width, floor=0.74 * height, tallest=0.5 * height)
    _peaks(draw, chance, _darker(palette.ground), width=width, floor=0.86 * height, tallest=0.3 * height)
    draw.rectangle((0, 0.86 * height, width, height), fill=_darker(palette.ground))
    _medal(picture, motif, palette, side=round(0.72 * height))
    out = io.BytesIO()
    small = picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    small.quantize(128, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _disc(draw: ImageDraw.ImageDraw, x: float, y: float, radius: float, color: str) -> None:
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=color)


def _peaks(
    draw: ImageDraw.ImageDraw, chance: random.Random, color: str, *, width: int, floor: float, tallest: float
) -> None:
    """Draw rounded peaks from edge to edge, standing on the floor."""
    x = -0.05 * width
    while x < width:
        wide, tall = chance.uniform(0.1, 0.22) * width, chance.uniform(0.35, 1) * tallest
        draw.pieslice((x, floor - tall, x + wide, floor + tall), 180, 360, fill=color)
        x += wide * chance.uniform(0.55, 0.95)
    draw.rectangle((0, floor - 1, width, floor + 0.2 * tallest), fill=color)


def _medal(picture: Image.Image, motif: str, palette: Palette, *, side: int) -> None:
    sign = Image.new("RGB", (side, side), palette.disc)
    draw_motif(Pen(ImageDraw.Draw(sign), side, palette), motif)
    mask = Image.new("L", (side, side), 0)
    ImageDraw.Draw(mask).ellipse((0, 0, side - 1, side - 1), fill=255)
    left, top = (picture.width - side) // 2, (picture.height - side) // 2
    ring = round(side * 0.02)
    ImageDraw.Draw(picture).ellipse(
        (left - ring, top - ring, left + side + ring, top + side + ring), fill=_darker(palette.ground)
    )
    picture.paste(sign, (left, top), mask)


def _darker(color: str) -> str:
    parts = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(part * 0.72):02x}" for part in parts)
