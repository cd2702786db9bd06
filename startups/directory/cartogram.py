"""The territory as equal hexagons: an honest map without borders to dispute. Knows no framework.

The 54 places (axial coordinates, see `portal/core/hexagons.py`) were set by hand from the positions of the units: west
to east as on a map, neighbors beside each other, the islands apart in the south-east.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from portal.core.hexagons import center, view_box

_FILE = Path(__file__).resolve().parent.parent / "data" / "unit_hexes.csv"
STEPS = 5


@dataclass(frozen=True)
class Hex:
    """One unit on the map: the middle of its hexagon in units of the drawing, its count and its shade (0 to 5)."""

    code: str
    x: int
    y: int
    count: int
    step: int


@dataclass(frozen=True)
class Cartogram:
    """All hexagons, the frame they lie in, and the least count of each shade from 1 on."""

    view_box: str
    hexes: tuple[Hex, ...]
    bounds: tuple[int, ...]


@cache
def places() -> dict[str, tuple[int, int]]:
    """Return the axial coordinates (q, r) of every unit by its code."""
    with _FILE.open() as file:
        return {row["code"]: (int(row["q"]), int(row["r"])) for row in csv.DictReader(file)}


def cartogram(counts: Mapping[str, int]) -> Cartogram:
    """Draw all units with their counts; a code that is missing counts 0."""
    bounds = shade_bounds(max(counts.values(), default=0))
    hexes = tuple(_hex(code, q, r, counts.get(code, 0), bounds) for code, (q, r) in places().items())
    return Cartogram(view_box(places().values()), hexes, bounds)


def shade_bounds(most: int) -> tuple[int, ...]:
    """Return the least count of the shades 1 to 5: from 1 up to near the greatest count, strictly rising."""
    bounds = [1]
    for step in range(1, STEPS):
        bounds.append(max(bounds[-1] + 1, round(most * step / STEPS) + 1))
    return tuple(bounds)


def _hex(code: str, q: int, r: int, count: int, bounds: tuple[int, ...]) -> Hex:
    x, y = center(q, r)
    step = sum(count >= bound for bound in bounds)
    return Hex(code, x, y, count, step)
