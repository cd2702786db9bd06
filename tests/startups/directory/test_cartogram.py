"""The map of the 54 units."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from startups.directory.cartogram import STEPS, cartogram, places, shade_bounds

_UNITS = json.loads((Path(__file__).resolve().parents[3] / "startups/data/units.json").read_text())["units"]
_BY_NAME = {unit["short_name_vi"]: unit for unit in _UNITS}
_ISLANDS = {"Vân Đồn", "Cô Tô", "Cái Chiên", "Vĩnh Thực"}
_AROUND = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, -1), (-1, 1))


def _neighbors(code: str) -> set[str]:
    by_place = {place: other for other, place in places().items()}
    q, r = places()[code]
    return {by_place[q + dq, r + dr] for dq, dr in _AROUND if (q + dq, r + dr) in by_place}


def test_every_unit_has_a_place_of_its_own() -> None:
    assert set(places()) == {unit["code"] for unit in _UNITS}
    assert len(set(places().values())) == len(places()) == 54


def test_the_islands_stand_apart_and_the_mainland_is_one() -> None:
    islands = {_BY_NAME[name]["code"] for name in _ISLANDS}
    assert all(_neighbors(code) == set() for code in islands)
    reached, todo = set(), [next(iter(set(places()) - islands))]
    while todo:
        code = todo.pop()
        if code not in reached:
            reached.add(code)
            todo.extend(_neighbors(code))
    assert reached == set(places()) - islands


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("An Sinh", "Đông Triều"),
        ("Yên Tử", "Vàng Danh"),
        ("Bãi Cháy", "Hồng Gai"),
        ("Hồng Gai", "Hạ Long"),
        ("Cẩm Phả", "Cửa Ông"),
        ("Quảng Yên", "Phong Cốc"),
        ("Tiên Yên", "Bình Liêu"),
        ("Hải Ninh", "Móng Cái 3"),
        ("Móng Cái 1", "Móng Cái 2"),
        ("Đầm Hà", "Quảng Hà"),
    ],
)
def test_neighbors_lie_beside_each_other(one: str, other: str) -> None:
    assert _BY_NAME[other]["code"] in _neighbors(_BY_NAME[one]["code"])


def test_west_is_left_and_north_is_up() -> None:
    drawn = {hexagon.code: hexagon for hexagon in cartogram({}).hexes}

    def x(name: str) -> int:
        return drawn[_BY_NAME[name]["code"]].x

    def y(name: str) -> int:
        return drawn[_BY_NAME[name]["code"]].y

    assert all(
        x(west) < x(east)
        for west, east in pairwise(["An Sinh", "Uông Bí", "Hạ Long", "Cửa Ông", "Vân Đồn", "Móng Cái 1"])
    )
    assert all(
        y(north) < y(south)
        for north, south in pairwise(["Bình Liêu", "Tiên Yên", "Mông Dương", "Quang Hanh", "Vân Đồn", "Cô Tô"])
    )


@pytest.mark.parametrize("most", [0, 1, 2, 3, 7, 31, 250, 10_000])
def test_shades_rise_and_the_greatest_count_has_the_deepest(most: int) -> None:
    bounds = shade_bounds(most)
    assert len(bounds) == STEPS
    assert bounds[0] == 1
    assert all(low < high for low, high in pairwise(bounds))
    if most >= STEPS:
        assert cartogram({"06652": most}).hexes[0].count in {0, most}
        assert max(hexagon.step for hexagon in cartogram({"06652": most}).hexes) == STEPS


def test_a_unit_without_organizations_counts_nothing_and_an_unknown_code_is_not_drawn() -> None:
    drawn = {hexagon.code: hexagon for hexagon in cartogram({"06652": 3, "99999": 8}).hexes}
    assert (drawn["06652"].count, drawn["06685"].count, drawn["06685"].step) == (3, 0, 0)
    assert "99999" not in drawn
