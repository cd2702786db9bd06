import json

import pytest

from portal.core.vietnamese import canonical, folded_tokens
from portal.search.glossary import Glossary
from portal.search.migrations import __path__ as migrations
from portal.search.models import GlossaryEntry

GLOSSARY = Glossary(
    [
        ["chè", "trà", "tea"],
        ["chế phẩm sinh học", "vi sinh", "probiotic"],
        ["công nghệ thông tin", "CNTT"],
        ["khoa học và công nghệ", "KH&CN"],
        ["cam", "orange"],
        ["&", "  "],
        [],
    ]
)


def found(text: str) -> set[str]:
    tokens = folded_tokens(text)
    words, spelled = [word for word, _, _ in tokens], [canonical(text[start:end]) for _, start, end in tokens]
    _length, others = GLOSSARY.at(words, spelled, 0)
    return {" ".join(wording.spelled or wording.words) for wording in others}


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("chè", {"trà", "tea"}),
        ("tea", {"chè", "trà"}),
        ("che", set()),  # may be chế, che, chẻ
        ("chế", set()),
        ("tra", set()),
        ("cntt", {"cong nghe thong tin"}),
        ("công nghệ thông tin", {"cntt"}),
        ("cong nghe thong tin", {"cntt"}),  # four syllables together collide with nothing
        ("KH&CN", {"khoa hoc va cong nghe"}),
        ("vi sinh", {"che pham sinh hoc", "probiotic"}),
        ("đơn vị", set()),
        ("oranges", {"cam", "orange"}),  # English plural
        ("cam", {"orange"}),
        ("Cẩm", set()),
    ],
)
def test_a_term_is_found_where_it_is_meant(text, others):
    assert found(text) == others


@pytest.mark.django_db
def test_the_first_glossary_is_loaded_and_sound():
    from pathlib import Path

    groups = json.loads((Path(next(iter(migrations))).parent / "data" / "glossary.json").read_text())
    assert list(GlossaryEntry.objects.order_by("pk").values_list("terms", flat=True)) == groups
    assert len(groups) > 150
    for group in groups:
        assert len(group) > 1
        assert len({canonical(term) for term in group}) == len(group), group
        assert all(folded_tokens(term) for term in group), group
