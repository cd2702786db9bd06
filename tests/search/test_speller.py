import pytest

from portal.search.speller import Vocabulary, repair

WORDS = Vocabulary(
    words={
        "nuoi": 20,
        "hau": 9,
        "van": 30,
        "don": 12,
        "tom": 11,
        "the": 25,
        "chan": 5,
        "trang": 6,
        "cong": 40,
        "nghe": 40,
    },
    pairs={"nuoi hau": 5, "van don": 9, "nuoi tom": 6, "tom the": 7, "the chan": 5, "chan trang": 5, "cong nghe": 30},
    documents=60,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nuoi hua", "nuoi hau"),  # swapped
        ("nuoii hau", "nuoi hau"),  # one too many
        ("nui hau", "nuoi hau"),  # one too few
        ("nuok hau", "nuoi hau"),  # a wrong one
        ("vandon", "van don"),  # no space
        ("nuooi hauf", "nuoi hau"),  # Telex
        ("nuoi hau", None),
        ("qqqqqq", None),
        ("2024", None),
        ("", None),
    ],
)
def test_repair(typed, meant):
    better = repair(typed.split(), WORDS)
    assert (" ".join(better) if better else None) == meant


def test_neighbors_decide_between_candidates():
    # «hau» and «tom» are both known; «toi» is one letter from «tom» and stands beside «nuoi» and «the».
    assert repair(["nuoi", "tomm", "the"], WORDS) == ["nuoi", "tom", "the"]


def test_weight_grows_with_rarity():
    assert WORDS.weight(("hau",)) > WORDS.weight(("cong",))
    assert WORDS.weight(("nowhere",)) > WORDS.weight(("hau",))


def test_has():
    assert WORDS.has(("van", "don"))
    assert not WORDS.has(("van", "nowhere"))
    assert WORDS.has(("van", "nowhere"), ("hau",))
    assert WORDS.has(("tra",), unfinished=True)
    assert not WORDS.has(("tra",))
