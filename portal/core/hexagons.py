"""Hexagons on axial coordinates (q to the east, r to the south-east), pointed at the top. Knows no framework.

A hexagon is 34 wide and 40 high, whole numbers near enough to a regular one, so that a drawing of many stays small.
Rows are 30 apart, and a row lies half a hexagon to the east of the one above it.
"""

from collections.abc import Iterable

HALF_WIDTH, RADIUS, ROW = 17, 20, 30
_MARGIN = 2


def center(q: int, r: int) -> tuple[int, int]:
    """Return the middle of a cell, in units of the drawing."""
    return HALF_WIDTH * (2 * q + r), ROW * r


def view_box(cells: Iterable[tuple[int, int]]) -> str:
    """Return the frame that holds all cells with a little room for their outlines, as SVG writes it."""
    places = [center(q, r) for q, r in cells]
    left = min(x for x, _ in places) - HALF_WIDTH - _MARGIN
    right = max(x for x, _ in places) + HALF_WIDTH + _MARGIN
    top = min(y for _, y in places) - RADIUS - _MARGIN
    bottom = max(y for _, y in places) + RADIUS + _MARGIN
    return f"{left} {top} {right - left} {bottom - top}"
