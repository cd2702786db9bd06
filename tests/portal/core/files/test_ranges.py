"""Parts of files, as players ask for them."""

import pytest

from portal.core.files import ranges
from portal.core.files.ranges import Part, Unsatisfiable, asked_part


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-9", Part(0, 10)),
        ("bytes=90-", Part(90, 10)),
        ("bytes=90-500", Part(90, 10)),
        ("bytes=-10", Part(90, 10)),
        ("bytes=-500", Part(0, 100)),
        ("bytes= 5 - 5", Part(5, 1)),
        ("bytes=0-1,5-6", None),
        ("bytes=-", None),
        ("bytes=9-3", None),
        ("items=0-9", None),
        ("bytes=a-b", None),
    ],
)
def test_a_part_lies_within_the_file(header, part):
    assert asked_part(header, 100) == part


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=100-200", "bytes=-0"])
def test_a_part_outside_of_the_file_is_refused(header):
    with pytest.raises(Unsatisfiable):
        asked_part(header, 100)


def test_a_player_that_asks_for_everything_gets_the_first_part(monkeypatch):
    monkeypatch.setattr(ranges, "_MOST_AT_ONCE", 40)
    assert asked_part("bytes=0-", 100) == Part(0, 40)
    assert asked_part("bytes=0-99", 100) == Part(0, 100)
