"""Logos: the same picture every time, small, and with a sign that stands out from its ground."""

import io

import pytest
from PIL import Image

from portal.demo.logos import MOTIFS, PALETTES, SIZE, logo


def picture(motif, hue):
    return Image.open(io.BytesIO(logo(motif, hue))).convert("RGB")


@pytest.mark.parametrize("motif", MOTIFS)
def test_a_sign_fills_a_good_part_of_its_disc_and_stays_inside_the_picture(motif):
    palette = PALETTES[1]
    shown = picture(motif, 1)
    assert shown.size == (SIZE, SIZE)
    ground = {tuple(bytes.fromhex(color[1:])) for color in (palette.ground, palette.disc)}
    spots = shown.resize((64, 64), Image.Resampling.NEAREST).get_flattened_data()
    sign = [spot for spot in spots if all(sum(abs(a - b) for a, b in zip(spot, g, strict=True)) > 40 for g in ground)]
    assert 0.08 < len(sign) / len(spots) < 0.5
    edge = [shown.getpixel((x, y)) for x in range(0, SIZE, 8) for y in (0, SIZE - 1)]
    assert len(set(edge)) == 1


def test_a_logo_is_the_same_every_time_and_small():
    first = logo("oyster", 2)
    logo.cache_clear()
    assert logo("oyster", 2) == first
    assert len(first) < 30_000


def test_every_motif_and_every_palette_looks_different():
    assert len({logo(motif, 0) for motif in MOTIFS}) == len(MOTIFS)
    assert len({logo("wave", hue) for hue in range(len(PALETTES))}) == len(PALETTES)


def test_an_unknown_motif_is_an_error():
    with pytest.raises(KeyError):
        logo("unicorn", 0)
