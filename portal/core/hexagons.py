"""Hexagons on axial coordinates (q to the east, r to the south-east), pointed at the top. Knows no framework.

The center of (q, r) lies at x = √3·R·(q + r/2), y = 1.5·R·r; rows are 1.5 radii apart, and a row lies half a hexagon
to the east of the one above it.
"""

from collections.abc import Iterable
from math import sqrt

RADIUS = 20.0
WIDTH = sqrt(3) * RADIUS
_CORNERS = ((0.0, -1.0), (0.5, -0.5), (0.5, 0.5), (0.0, 1.0), (-0.5, 0.5), (-0.5, -0.5))
_MARGIN = 2.0


def center(q: int, r: int) -> tuple[float, float]:
    """Return the middle of a cell, in units of the drawing."""
    return WIDTH * (q + r / 2), 1.5 * RADIUS * r


def corners(q: int, r: int) -> str:
    """Return the six corners of a cell as the `points` of an SVG polygon."""
    x, y = center(q, r)
    return " ".join(f"{x + dx * WIDTH:.1f},{y + dy * RADIUS:.1f}" for dx, dy in _CORNERS)


def view_box(cells: Iterable[tuple[int, int]]) -> str:
    """Return the frame that holds all cells with a little room for their outlines."""
    places = [center(q, r) for q, r in cells]
    left = min(x for x, _ in places) - WIDTH / 2 - _MARGIN
    right = max(x for x, _ in places) + WIDTH / 2 + _MARGIN
    top = min(y for _, y in places) - RADIUS - _MARGIN
    bottom = max(y for _, y in places) + RADIUS + _MARGIN
    return f"{left:.1f} {top:.1f} {right - left:.1f} {bottom - top:.1f}"
