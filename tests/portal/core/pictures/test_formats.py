"""Which sizes a picture is made in, and how much room it takes."""

from types import SimpleNamespace

import pytest

from portal.core.pictures.formats import FORMATS, specs, specs_for


def sized(width: int, height: int) -> SimpleNamespace:
    return SimpleNamespace(width=width, height=height)


@pytest.mark.parametrize(
    ("name", "size", "widths"),
    [
        ("cover", (4000, 3000), (480, 800, 1200, 1600)),
        ("cover", (1000, 1000), (480, 800, 1200)),
        ("cover", (800, 450), (480, 800)),
        ("cover", (100, 100), (480,)),
        ("cover", (4000, 300), (480, 800)),
        ("portrait", (300, 2000), (128, 256, 384)),
        ("body", (600, 400), (480, 800)),
        ("body", (500, 4000), (480, 800, 1408)),
    ],
)
def test_no_size_only_repeats_the_original(name, size, widths):
    assert FORMATS[name].widths_for(sized(*size)) == widths


@pytest.mark.parametrize(
    ("name", "size", "shown"),
    [
        ("cover", (4000, 3000), (1184, 666)),
        ("card", (20, 20), (400, 225)),
        ("body", (4000, 3000), (704, 528)),
        ("body", (300, 200), (300, 200)),
        ("body", (1000, 4000), (176, 704)),
        ("body", (9000, 1), (704, 1)),
    ],
)
def test_the_room_of_a_picture_is_known_before_it_arrives(name, size, shown):
    assert FORMATS[name].shown(sized(*size)) == shown


def test_the_quick_sizes_are_made_first():
    made = specs_for(sized(2000, 1500), "card", "social")
    kinds = [spec.rpartition("-")[2] for spec in made]
    assert kinds == ["jpeg"] + ["webp"] * 4 + ["avif"] * 4
    assert set(made) <= set(specs("card", "social"))


def test_a_whole_picture_says_how_wide_it_will_be():
    assert FORMATS["body"].sizes_for(sized(300, 200)) == "(min-width: 332px) 300px, calc(100vw - 2rem)"
