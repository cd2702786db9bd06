"""Signs for the logos of the sample organizations: what people make, move and learn."""

from collections.abc import Callable

from portal.demo.logo_pen import Pen, around


def voice(pen: Pen) -> None:
    pen.bar(pen.main, 40, 18, 60, 56, radius=10)
    pen.ring(50, 46, 20, pen.soft, 5, between=(0, 180))
    pen.line(pen.soft, 5, (50, 67), (50, 80))
    pen.line(pen.accent, 5, (36, 82), (64, 82))


def signal(pen: Pen) -> None:
    for radius, color in ((16, pen.main), (28, pen.soft), (40, pen.main)):
        pen.ring(50, 70, radius, color, 5.5, between=(215, 325))
    pen.disc(50, 70, 8, pen.accent)


def bricks(pen: Pen) -> None:
    rows = ((26, ((16, 48), (52, 84))), (42, ((16, 30), (34, 66), (70, 84))), (58, ((16, 48), (52, 84))))
    for at, (top, row) in enumerate(rows):
        for place, (left, right) in enumerate(row):
            color = pen.accent if (at, place) == (1, 1) else (pen.main, pen.soft)[(at + place) % 2]
            pen.bar(color, left, top, right, top + 13, radius=2)


def truck(pen: Pen) -> None:
    pen.bar(pen.main, 12, 32, 56, 66, radius=4)
    pen.shape(pen.soft, (60, 42), (76, 42), (88, 56), (88, 66), (60, 66))
    pen.line(pen.accent, 4, (22, 44), (38, 44))
    pen.line(pen.accent, 4, (22, 54), (32, 54))
    for x in (30, 72):
        pen.disc(x, 69, 9, pen.ground)
        pen.disc(x, 69, 6.5, pen.accent)


def care(pen: Pen) -> None:
    pen.blob(
        pen.main, (50, 82), (26, 60), (18, 42), (26, 26), (40, 26), (50, 36), (60, 26), (74, 26), (82, 42), (74, 60)
    )
    pen.line(pen.accent, 5, (26, 54), (40, 54), (46, 42), (54, 66), (60, 54), (74, 54))


def bowl(pen: Pen) -> None:
    for x in (36, 46, 56):
        pen.line(pen.accent, 3.5, (x, 44), (x - 3, 36), (x + 3, 28), (x, 20))
    pen.slice(50, 48, 35, pen.main, (0, 180))
    pen.bar(pen.soft, 13, 46, 87, 54, radius=4)
    pen.bar(pen.main, 38, 80, 62, 86, radius=3)


def barn(pen: Pen) -> None:
    pen.shape(pen.main, (50, 20), (82, 44), (74, 44), (74, 82), (26, 82), (26, 44), (18, 44))
    for radius, color in ((8, pen.soft), (17, pen.soft)):
        pen.ring(42, 63, radius, color, 4.5, between=(-45, 45))
    pen.disc(42, 63, 4.5, pen.accent)


def book(pen: Pen) -> None:
    pen.shape(pen.main, (14, 34), (48, 42), (48, 82), (14, 74))
    pen.shape(pen.soft, (86, 34), (52, 42), (52, 82), (86, 74))
    for x, y in ((50, 28), (38, 24), (62, 24)):
        pen.disc(x, y, 4.5 if x == 50 else 3, pen.accent)


def vase(pen: Pen) -> None:
    pen.blob(pen.main, (40, 30), (28, 48), (27, 66), (38, 83), (62, 83), (73, 66), (72, 48), (60, 30))
    pen.bar(pen.main, 39, 18, 61, 26, radius=3)
    pen.bar(pen.soft, 43, 22, 57, 36)
    pen.line(pen.accent, 4, (29, 60), (40, 53), (50, 60), (60, 53), (71, 60))


def eye(pen: Pen) -> None:
    pen.blob(pen.main, (12, 50), (30, 34), (50, 28), (70, 34), (88, 50), (70, 66), (50, 72), (30, 66))
    pen.disc(50, 50, 18, pen.soft)
    pen.disc(50, 50, 10, pen.ground)
    pen.disc(54, 46, 4, pen.accent)
    pen.line(pen.soft, 4, (20, 84), (80, 84))


def coin(pen: Pen) -> None:
    pen.disc(40, 52, 25, pen.main)
    pen.ring(40, 52, 17, pen.soft, 3)
    pen.bar(pen.accent, 38, 43, 42, 61, radius=2)
    for radius in (36, 46):
        pen.ring(40, 52, radius, pen.accent, 5, between=(-32, 32))


def gauge(pen: Pen) -> None:
    pen.ring(50, 60, 30, pen.main, 9, between=(170, 290))
    pen.ring(50, 60, 30, pen.soft, 9, between=(305, 370))
    pen.line(pen.accent, 5, (50, 62), (66, 42))
    pen.disc(50, 62, 6.5, pen.accent)


def drone(pen: Pen) -> None:
    for x, y in ((28, 32), (72, 32), (28, 68), (72, 68)):
        pen.line(pen.soft, 5, (50, 50), (x, y))
        pen.ring(x, y, 11, pen.main, 4)
    pen.bar(pen.main, 38, 40, 62, 60, radius=8)
    pen.disc(50, 50, 5, pen.accent)


def boat(pen: Pen) -> None:
    pen.slice(50, 58, 36, pen.main, (0, 180), ry=22)
    pen.line(pen.soft, 4, (30, 56), (30, 36))
    pen.line(pen.soft, 4, (70, 56), (70, 36))
    pen.bar(pen.soft, 22, 28, 78, 37, radius=4)
    pen.shape(pen.accent, (53, 60), (43, 71), (50, 71), (47, 79), (57, 67), (50, 67))


def gate(pen: Pen) -> None:
    pen.bar(pen.main, 18, 28, 26, 82, radius=2)
    pen.bar(pen.main, 74, 28, 82, 82, radius=2)
    pen.bar(pen.main, 14, 20, 86, 30, radius=3)
    pen.bar(pen.soft, 33, 42, 67, 58, radius=2)
    pen.bar(pen.accent, 33, 62, 67, 78, radius=2)


def junk(pen: Pen) -> None:
    pen.shape(pen.soft, (24, 20), (46, 26), (46, 62), (20, 62))
    pen.shape(pen.main, (52, 16), (80, 28), (76, 62), (52, 62))
    for y in (34, 46):
        pen.line(pen.ground, 2, (20, y), (80, y - 2))
    pen.shape(pen.accent, (12, 68), (88, 68), (76, 82), (26, 82))


def bus(pen: Pen) -> None:
    pen.bar(pen.main, 20, 24, 80, 74, radius=9)
    pen.bar(pen.ground, 27, 34, 47, 51, radius=3)
    pen.bar(pen.ground, 53, 34, 73, 51, radius=3)
    for x in (31, 69):
        pen.disc(x, 63, 4, pen.accent)
        pen.bar(pen.soft, x - 6, 74, x + 6, 82, radius=3)


def circle(pen: Pen) -> None:
    for at, (x, y) in enumerate(around(50, 50, 30, 12, start=-90)):
        pen.disc(x, y, 5.2, (pen.main, pen.soft)[at % 2])
    pen.disc(50, 50, 12, pen.accent)


def steps(pen: Pen) -> None:
    for left, top, color in ((16, 64, pen.soft), (34, 52, pen.main), (52, 40, pen.soft), (70, 28, pen.main)):
        pen.bar(color, left, top, left + 15, 82, radius=2)
    pen.disc(24, 50, 6, pen.accent)


def flask(pen: Pen) -> None:
    pen.blob(pen.main, (42, 42), (26, 68), (28, 83), (72, 83), (74, 68), (58, 42))
    pen.bar(pen.main, 42, 20, 58, 52)
    pen.bar(pen.main, 37, 16, 63, 24, radius=3)
    pen.blob(pen.soft, (34, 64), (30, 76), (40, 80), (60, 80), (70, 76), (66, 64), (50, 67))
    pen.disc(45, 73, 3.5, pen.accent)
    pen.disc(56, 69, 2.6, pen.accent)


def talk(pen: Pen) -> None:
    pen.bar(pen.soft, 34, 40, 86, 72, radius=12)
    pen.shape(pen.soft, (66, 70), (80, 70), (78, 84))
    pen.bar(pen.main, 14, 22, 64, 54, radius=12)
    pen.shape(pen.main, (22, 50), (38, 50), (24, 66))
    for x in (28, 39, 50):
        pen.disc(x, 38, 3.6, pen.accent)


def house(pen: Pen) -> None:
    pen.shape(pen.main, (50, 18), (86, 48), (76, 48), (76, 82), (24, 82), (24, 48), (14, 48))
    for left, top in ((34, 50), (52, 50), (34, 66)):
        pen.bar(pen.soft, left, top, left + 13, top + 12, radius=2)
    pen.bar(pen.accent, 52, 66, 65, 82, radius=2)


def network(pen: Pen) -> None:
    spots = around(50, 50, 30, 6, start=-90)
    for one, other in zip(spots, spots[1:] + spots[:1], strict=True):
        pen.line(pen.soft, 3.5, one, other)
        pen.line(pen.soft, 3.5, (50, 50), one)
    for x, y in spots:
        pen.disc(x, y, 7.5, pen.main)
    pen.disc(50, 50, 10, pen.accent)


def anchor(pen: Pen) -> None:
    pen.ring(50, 24, 7, pen.accent, 5)
    pen.line(pen.main, 6, (50, 33), (50, 80))
    pen.line(pen.soft, 5, (36, 42), (64, 42))
    pen.ring(50, 52, 28, pen.main, 6, between=(15, 165))
    pen.shape(pen.main, (14, 64), (20, 48), (32, 60))
    pen.shape(pen.main, (86, 64), (80, 48), (68, 60))


def gear(pen: Pen) -> None:
    for left, right in zip(around(50, 50, 37, 8, start=-9), around(50, 50, 37, 8, start=9), strict=True):
        pen.shape(pen.main, (50, 50), left, right)
    pen.disc(50, 50, 27, pen.main)
    pen.disc(50, 50, 17, pen.soft)
    pen.disc(50, 50, 8, pen.accent)


def paper_boat(pen: Pen) -> None:
    pen.shape(pen.soft, (50, 20), (68, 56), (32, 56))
    pen.shape(pen.main, (50, 20), (50, 56), (32, 56))
    pen.shape(pen.main, (10, 48), (32, 58), (68, 58), (90, 48), (74, 76), (26, 76))
    pen.line(pen.accent, 5, (24, 84), (76, 84))


WORK: dict[str, Callable[[Pen], None]] = {
    "voice": voice, "signal": signal, "bricks": bricks, "truck": truck, "care": care, "bowl": bowl, "barn": barn,
    "book": book, "vase": vase, "eye": eye, "coin": coin, "gauge": gauge, "drone": drone, "boat": boat, "gate": gate,
    "junk": junk, "bus": bus, "circle": circle, "steps": steps, "flask": flask, "talk": talk, "house": house,
    "network": network, "anchor": anchor, "gear": gear, "paper_boat": paper_boat,
}  # fmt: skip
