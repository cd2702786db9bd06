"""Signs for the logos of the sample organizations: sea, land and what grows there."""

import math
from collections.abc import Callable

from portal.demo.logo_pen import Pen, around


def wave(pen: Pen) -> None:
    pen.disc(66, 32, 11, pen.accent)
    for row, color in ((53, pen.main), (66, pen.soft), (79, pen.main)):
        pen.line(color, 6, *((x, row + 5 * math.sin(x / 7.5)) for x in range(16, 85)))


def karst(pen: Pen) -> None:
    pen.disc(70, 30, 9, pen.accent)
    pen.blob(pen.soft, (46, 82), (52, 52), (60, 42), (68, 46), (74, 58), (82, 66), (88, 84), (66, 86), floor=72)
    pen.blob(
        pen.main, (12, 84), (19, 56), (26, 47), (33, 48), (40, 30), (49, 23), (57, 35), (61, 60), (68, 84), floor=72
    )
    pen.line(pen.soft, 4, (22, 79), (50, 79))
    pen.line(pen.main, 4, (60, 79), (78, 79))


def oyster(pen: Pen) -> None:
    pen.blob(pen.main, (50, 82), (24, 72), (18, 50), (30, 30), (50, 21), (70, 30), (82, 50), (76, 72))
    for x in (26, 38, 50, 62, 74):
        pen.line(pen.soft, 3, (50, 78), (x, 34 + abs(x - 50) / 2.4))
    pen.blob(pen.soft, (50, 84), (28, 74), (28, 62), (50, 58), (72, 62), (72, 74))
    pen.disc(50, 67, 8, pen.accent)


def tiles(pen: Pen) -> None:
    for (x, y), color in zip(around(50, 50, 22, 6, start=30), (pen.main, pen.soft) * 3, strict=True):
        pen.shape(color, *around(x, y, 12, 6, start=30))
    pen.shape(pen.accent, *around(50, 50, 12, 6, start=30))


def fish(pen: Pen) -> None:
    pen.shape(pen.soft, (66, 50), (88, 32), (82, 50), (88, 68))
    pen.blob(pen.main, (12, 52), (26, 36), (46, 31), (64, 40), (74, 50), (64, 60), (46, 69), (26, 66))
    pen.shape(pen.soft, (42, 34), (58, 22), (62, 40))
    pen.disc(28, 48, 6.5, pen.ground)
    pen.disc(28, 48, 3.2, pen.accent)
    pen.ring(40, 50, 12, pen.soft, 3, between=(-50, 50))


def sprout(pen: Pen) -> None:
    pen.line(pen.main, 5, (50, 82), (50, 46))
    pen.blob(pen.main, (50, 52), (34, 50), (22, 38), (20, 24), (36, 26), (48, 38))
    pen.blob(pen.soft, (51, 46), (54, 30), (66, 20), (80, 19), (78, 34), (66, 44))
    pen.line(pen.accent, 5, (28, 83), (72, 83))


def reeds(pen: Pen) -> None:
    for x, top in ((34, 34), (50, 22), (66, 34)):
        pen.line(pen.main, 4, (50 + (x - 50) / 3, 66), (x, top + 8))
        pen.disc(x, top + 4, 5, pen.accent, ry=10)
    pen.line(pen.soft, 6, *((x, 70 + 3 * math.sin(x / 6)) for x in range(18, 83)))
    pen.line(pen.main, 6, *((x, 81 + 3 * math.sin(x / 6 + 2)) for x in range(26, 75)))


def sun(pen: Pen) -> None:
    for inner, outer in zip(around(50, 50, 27, 12), around(50, 50, 36, 12), strict=True):
        pen.line(pen.main, 5, inner, outer)
    pen.disc(50, 50, 19, pen.accent)
    pen.slice(50, 50, 19, pen.soft, (90, 270))


def crystal(pen: Pen) -> None:
    for tip, joint, left, right in zip(
        around(50, 50, 35, 6, start=30), around(50, 50, 21, 6, start=30),
        around(50, 50, 32, 6, start=12), around(50, 50, 32, 6, start=48), strict=True,
    ):  # fmt: skip
        pen.line(pen.main, 5, (50, 50), tip)
        pen.line(pen.soft, 4, left, joint, right)
    pen.disc(50, 50, 8, pen.accent)


def forest(pen: Pen) -> None:
    for x, top, color in ((30, 40, pen.soft), (70, 40, pen.soft), (50, 22, pen.main)):
        pen.line(pen.accent, 5, (x, 70), (x, 82))
        for shift, half in ((0, 11), (14, 15), (28, 19)):
            if top + shift + 24 < 80:
                pen.shape(color, (x, top + shift), (x - half, top + shift + 21), (x + half, top + shift + 21))


def shrimp(pen: Pen) -> None:
    pen.shape(pen.accent, (54, 74), (40, 68), (38, 80), (44, 86), (56, 80))
    body = around(50, 52, 24, 24, start=-170)[:18]
    for at, (x, y) in enumerate(body):
        pen.disc(x, y, 13 - at * 0.42, pen.soft if at in {6, 9, 12, 15} else pen.main)
    for tip in ((14, 34), (10, 46)):
        pen.line(pen.main, 3, (28, 46), tip)
    for x in (36, 44, 52):
        pen.line(pen.soft, 3.5, (x + 6, 40), (x + 2, 54))
    pen.disc(27, 44, 3.4, pen.accent)


def mushroom(pen: Pen) -> None:
    pen.blob(pen.soft, (42, 50), (40, 68), (36, 82), (64, 82), (60, 68), (58, 50))
    pen.slice(50, 54, 34, pen.main, (180, 360))
    pen.bar(pen.main, 16, 50, 84, 58, radius=4)
    for x, y, radius in ((38, 40, 5), (56, 32, 6), (70, 45, 4)):
        pen.disc(x, y, radius, pen.accent)


def drop(pen: Pen) -> None:
    pen.blob(pen.main, (50, 12), (60, 32), (74, 54), (70, 74), (50, 84), (30, 74), (26, 54), (40, 32))
    pen.line(pen.soft, 5, *((x, 60 + 3.5 * math.sin(x / 5)) for x in range(34, 67)))
    pen.line(pen.accent, 5, *((x, 71 + 3 * math.sin(x / 5)) for x in range(40, 61)))


def fruit(pen: Pen) -> None:
    pen.disc(50, 58, 27, pen.main)
    for row, count in ((42, 3), (53, 4), (64, 5), (75, 3)):
        for place in range(count):
            pen.ring(50 + (place - (count - 1) / 2) * 11, row, 4.6, pen.soft, 2.4, between=(20, 160))
    pen.line(pen.accent, 5, (50, 32), (52, 20))
    pen.blob(pen.accent, (54, 27), (62, 15), (78, 14), (74, 26), (64, 31))


def terraces(pen: Pen) -> None:
    pen.disc(66, 28, 9, pen.accent)
    for top, color in ((44, pen.soft), (57, pen.main), (70, pen.soft)):
        edge = ((18, top + 6), (34, top - 2), (50, top + 4), (68, top - 4), (82, top + 5))
        pen.blob(color, *edge, (84, 92), (50, 96), (16, 92), floor=82)


def flame(pen: Pen) -> None:
    pen.blob(
        pen.main, (52, 12), (60, 30), (74, 46), (76, 66), (62, 83), (40, 83), (25, 68), (28, 48), (38, 40), (42, 26)
    )
    pen.blob(pen.accent, (51, 44), (61, 58), (62, 72), (51, 81), (40, 73), (41, 60))
    pen.blob(pen.soft, (51, 60), (55, 70), (51, 79), (46, 71))


NATURE: dict[str, Callable[[Pen], None]] = {
    "wave": wave, "karst": karst, "oyster": oyster, "tiles": tiles, "fish": fish, "sprout": sprout, "reeds": reeds,
    "sun": sun, "crystal": crystal, "forest": forest, "shrimp": shrimp, "mushroom": mushroom, "drop": drop,
    "fruit": fruit, "terraces": terraces, "flame": flame,
}  # fmt: skip
