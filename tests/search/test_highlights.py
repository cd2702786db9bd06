import unicodedata

import pytest

from portal.search.glossary import Wording
from portal.search.highlights import marked
from portal.search.planner import Group, Plan


def plan(*groups: Group) -> Plan:
    return Plan(groups)


@pytest.mark.parametrize(
    ("text", "groups", "html"),
    [
        ("Nuôi Hàu ở Vân Đồn", [Group(("hau",))], "Nuôi <mark>Hàu</mark> ở Vân Đồn"),
        ("Hàu <b>sữa</b> & hậu", [Group(("hau",))], "<mark>Hàu</mark> &lt;b&gt;sữa&lt;/b&gt; &amp; <mark>hậu</mark>"),
        ("Hàu và hậu cần", [Group(("hau",), exact=("hàu",))], "<mark>Hàu</mark> và hậu cần"),
        ("Hàu sữa hấp", [Group(("hau", "sua"), phrase=True)], "<mark>Hàu sữa</mark> hấp"),
        ("Hàu, hấp sữa", [Group(("hau", "sua"), phrase=True)], None),
        ("Thủy sản", [Group(("thu",), unfinished=True)], "<mark>Thủy</mark> sản"),
        ("Thủy sản", [Group(("thu",))], None),
        ("Chế phẩm và chè", [Group(("tea",), (Wording(("che",), ("chè",)),))], "Chế phẩm và <mark>chè</mark>"),
        (
            "Trí tuệ nhân tạo",
            [Group(("ai",), (Wording(("tri", "tue", "nhan", "tao")),))],
            "<mark>Trí tuệ nhân tạo</mark>",
        ),
        ("", [Group(("hau",))], None),
    ],
)
def test_marks_what_matched_in_its_own_spelling(text, groups, html):
    assert marked(text, plan(*groups)) == html


def test_decomposed_text_stays_as_it_was():
    text = unicodedata.normalize("NFD", "Nuôi hàu sữa")
    html = marked(text, plan(Group(("hau",))))
    assert html.replace("<mark>", "").replace("</mark>", "") == text
    assert unicodedata.normalize("NFC", html) == "Nuôi <mark>hàu</mark> sữa"


def test_a_snippet_is_cut_at_spaces_around_the_marks():
    text = "đầu " * 100 + "hàu sữa Vân Đồn " + "cuối " * 100
    html = marked(text, plan(Group(("hau",))), snippet=True)
    assert html.startswith("… ")
    assert html.endswith(" …")
    assert "<mark>hàu</mark>" in html
    assert len(html) < 220
    assert all(
        word in {"đầu", "cuối", "hàu", "sữa", "Vân", "Đồn", "…"}
        for word in html.replace("<mark>", "").replace("</mark>", "").split()
    )
