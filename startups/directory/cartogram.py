"""The territory as equal hexagons: an honest map without borders to dispute. Knows no framework.

Odd rows are shifted by half a hexagon. The places were set by hand from the positions of the units, islands to the south-east.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path

_FILE = Path(__file__).resolve().parent.parent / "data" / "unit_hexes.csv"
_RADIUS = 20.0
_WIDTH, _HEIGHT = sqrt(3) * _RADIUS, 1.5 * _RADIUS
STEPS = 4


@dataclass(frozen=True)
class Hex:
    """One unit on the map: the corners of its hexagon, where its number and name are written, and its shade (0 to 4)."""

    code: str
    points: str
    x: str
    y_count: str
    y_name: str
    count: int
    step: int


@dataclass(frozen=True)
class Cartogram:
    """All hexagons, the frame they lie in, and the least count of each shade."""

    view_box: str
    hexes: tuple[Hex, ...]
    bounds: tuple[int, ...]


@cache
def _places() -> dict[str, tuple[float, float]]:
    with _FILE.open() as file:
        rows = list(csv.DictReader(file))
    return {
        row["code"]: ((int(row["column"]) + int(row["row"]) % 2 / 2) * _WIDTH, int(row["row"]) * _HEIGHT) for row in rows
    }


def cartogram(counts: Mapping[str, int]) -> Cartogram:
    """Draw all units with their counts; a code that is missing counts 0."""
    bounds = shade_bounds(max(counts.values(), default=0))
    places = _places()
    hexes = tuple(_hex(code, *place, counts.get(code, 0), bounds) for code, place in places.items())
    width = max(x for x, _ in places.values()) + _WIDTH
    height = max(y for _, y in places.values()) + 2 * _RADIUS
    return Cartogram(f"{-_WIDTH / 2 - 1:.1f} {-_RADIUS - 1:.1f} {width + 2:.1f} {height + 2:.1f}", hexes, bounds)


def shade_bounds(most: int) -> tuple[int, ...]:
    """Return the least count of the shades 1 to 4: from 1 up to near the greatest count, strictly rising."""
    bounds = [1]
    for share in (0.25, 0.5, 0.75):
        bounds.append(max(bounds[-1] + 1, round(most * share) + 1))
    return tuple(bounds)


def _hex(code: str, x: float, y: float, count: int, bounds: tuple[int, ...]) -> Hex:
    corners = ((0, -1), (0.866, -0.5), (0.866, 0.5), (0, 1), (-0.866, 0.5), (-0.866, -0.5))
    points = " ".join(f"{x + dx * _RADIUS:.1f},{y + dy * _RADIUS:.1f}" for dx, dy in corners)
    step = sum(count >= bound for bound in bounds)
    return Hex(code, points, f"{x:.1f}", f"{y - 1:.1f}", f"{y + 8:.1f}", count, step)
