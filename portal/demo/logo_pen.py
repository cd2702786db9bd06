"""A pen on a square of 100 × 100, with the colors of one logo in its hand."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import ImageDraw

Point = tuple[float, float]


@dataclass(frozen=True)
class Palette:
    """Five colors of the design system: ground and the disc on it, the sign, its softer half, the one bright spot."""

    ground: str
    disc: str
    main: str
    soft: str
    accent: str


class Pen:
    """Draws shapes given in hundredths of the picture's side; y runs downwards, angles clockwise from the right."""

    def __init__(self, draw: ImageDraw.ImageDraw, size: int, palette: Palette) -> None:
        self._draw = draw
        self._unit = size / 100
        self.disc_color = palette.disc
        self.ground, self.main, self.soft, self.accent = palette.ground, palette.main, palette.soft, palette.accent

    def _scaled(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self._unit, y * self._unit) for x, y in points]

    def _box(self, x: float, y: float, rx: float, ry: float) -> list[float]:
        return [value * self._unit for value in (x - rx, y - ry, x + rx, y + ry)]

    def disc(self, x: float, y: float, radius: float, color: str, *, ry: float | None = None) -> None:
        self._draw.ellipse(self._box(x, y, radius, radius if ry is None else ry), fill=color)

    def ring(self, x: float, y: float, radius: float, color: str, width: float, *, between: Point = (0, 360)) -> None:
        """Draw a ring or a part of it; the ends of a part are round."""
        outer = radius + width / 2
        self._draw.arc(self._box(x, y, outer, outer), *between, fill=color, width=round(width * self._unit))
        if between != (0, 360):
            for angle in between:
                turn = math.radians(angle)
                self.disc(x + radius * math.cos(turn), y + radius * math.sin(turn), width / 2, color)

    def slice(self, x: float, y: float, radius: float, color: str, between: Point, *, ry: float | None = None) -> None:
        self._draw.pieslice(self._box(x, y, radius, radius if ry is None else ry), *between, fill=color)

    def shape(self, color: str, *points: Point) -> None:
        self._draw.polygon(self._scaled(points), fill=color)

    def blob(self, color: str, *points: Point, floor: float = 100) -> None:
        """Draw the closed soft curve through these points, cut off flat at the floor."""
        self._draw.polygon(self._scaled([(x, min(y, floor)) for x, y in _curve(points)]), fill=color)

    def line(self, color: str, width: float, *points: Point) -> None:
        """Draw a line with round ends and corners."""
        self._draw.line(self._scaled(points), fill=color, width=round(width * self._unit), joint="curve")
        for x, y in (points[0], points[-1]):
            self.disc(x, y, width / 2, color)

    def bar(self, color: str, left: float, top: float, right: float, bottom: float, *, radius: float = 0) -> None:
        box = [value * self._unit for value in (left, top, right, bottom)]
        self._draw.rounded_rectangle(box, radius=radius * self._unit, fill=color)


def around(x: float, y: float, radius: float, count: int, *, start: float = 0) -> list[Point]:
    """Return `count` points on a circle, from the angle `start` in degrees."""
    turns = [math.radians(start + 360 * step / count) for step in range(count)]
    return [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]


def _curve(points: Sequence[Point], steps: int = 16) -> list[Point]:
    """Return a closed Catmull–Rom curve through the points."""
    count = len(points)
    curve = []
    for at in range(count):
        before, here, there, after = (points[(at + shift) % count] for shift in (-1, 0, 1, 2))
        for step in range(steps):
            t = step / steps
            curve.append(tuple(_between(*axis, t) for axis in zip(before, here, there, after, strict=True)))
    return curve  # type: ignore[return-value]


def _between(before: float, here: float, there: float, after: float, t: float) -> float:
    slope_in, slope_out = (there - before) / 2, (after - here) / 2
    rest = 3 * (there - here) - 2 * slope_in - slope_out
    return here + slope_in * t + rest * t**2 + (2 * (here - there) + slope_in + slope_out) * t**3
