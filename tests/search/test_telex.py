import pytest

from portal.search.telex import undo


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("nuooi", "nuôi"),
        ("hauf", "hàu"),
        ("trij", "trị"),
        ("tueej", "tuệ"),
        ("nhaan", "nhân"),
        ("taoj", "tạo"),
        ("dduowngf", "đường"),
        ("duongwf", "dường"),
        ("truowngf", "trường"),
        ("ddieenj", "điện"),
        ("ddieejn", "điện"),
        ("quys", "quý"),
        ("giar", "giả"),
        ("hoaf", "hòa"),
        ("toans", "toán"),
        ("khoẻ", None),
        ("van", None),
        ("123", None),
        ("", None),
    ],
)
def test_keys_are_undone(keys, word):
    from portal.core.vietnamese import canonical

    undone = undo(keys)
    assert (canonical(undone) if undone else undone) == word
