"""The ladder of a question, without any index."""

import pytest

from portal.search.glossary import Glossary
from portal.search.planner import MOST_WORDS, Plan, as_code, plans
from portal.search.speller import Vocabulary

GLOSSARY = Glossary([["trí tuệ nhân tạo", "AI"], ["doanh nghiệp khoa học và công nghệ", "doanh nghiệp KHCN"]])
WORDS = Vocabulary(
    words=dict.fromkeys(("nuoi", "hau", "van", "don", "tom", "tai", "che", "ha", "long"), 5),
    pairs={"nuoi hau": 3},
    documents=20,
)


def ladder(text: str) -> list[Plan]:
    return list(plans(text, GLOSSARY, WORDS))


def words(plan: Plan) -> list[str]:
    return [" ".join(group.words) for group in plan.groups]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("KN-2024-0001", "kn20240001"),
        ("KN 2024 0001", "kn20240001"),
        ("0101243150-001", "0101243150001"),
        ("0101.243.150", "0101243150"),
        ("12/GCN-DNKHCN", "12gcndnkhcn"),
        ("nuôi hàu", ""),
        ("5G", ""),
        ("4.0", ""),
        ("", ""),
        ("1" * 41, ""),
    ],
)
def test_as_code(text, code):
    assert as_code(text) == code


def test_a_branch_also_names_its_firm():
    assert ladder("0101243150-001")[0].head_code == "0101243150"
    assert ladder("0101243150")[0].head_code == ""


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("công ty nào nuôi hàu ở đâu", ["nuoi", "hau"]),
        ("cong ty nao nuoi hau o dau", ["nuoi", "hau"]),
        ("who is the company farming oysters in ha long", ["farming", "oysters", "ha", "long"]),
        ("tái tạo", ["tai", "tao"]),  # not «tại»
        ("tai tao", ["tai", "tao"]),
        ("đơn vị nào làm AI", ["lam", "ai"]),  # artificial intelligence, not «who»
        ("vi sinh", ["vi", "sinh"]),
        ("mực in", ["muc", "in"]),  # no English «in»
        ("doanh nghiệp khoa học và công nghệ", ["doanh nghiep khoa hoc va cong nghe"]),
        ("công ty", ["cong", "ty"]),  # nothing else was said
        ('"và là" của', ["va la"]),
    ],
)
def test_words_of_asking_are_left_out(text, core):
    assert words(ladder(text)[0]) == core


def test_a_number_that_nobody_has_is_not_loosened():
    assert [plan.step for plan in ladder("KN-2024-0001")] == [None, None]
    assert [plan.step for plan in ladder("0101243150")] == [None, None]
    assert ladder("covid-19 ha long")[-1].step == "any_word"


def test_the_steps_of_a_misspelled_question():
    steps = ladder("nuoi hua van don")
    assert [plan.step for plan in steps] == [None, "corrected", "most_words", "any_word"]
    assert steps[1].text == "nuoi hau van don"
    assert [plan.need for plan in steps] == [None, None, 3, 1]


def test_marked_syllables_are_meant_in_a_long_question():
    exact, most, folded, any_word = ladder("nuôi hàu Vân Đồn")
    assert [group.exact for group in exact.groups] == [("nuôi",), ("hàu",), ("vân",), ("đồn",)]
    assert most.need == 3
    assert [group.exact for group in folded.groups] == [()] * 4
    assert (any_word.need, any_word.spelled) == (1, ("nuôi", "hàu", "vân", "đồn"))


def test_only_the_last_word_may_go_on():
    assert [group.unfinished for group in ladder("nuoi ha")[0].groups] == [False, True]
    assert [group.unfinished for group in ladder("ha")[0].groups] == [False]  # a short word that is known
    assert [group.unfinished for group in ladder("hal")[0].groups] == [True]


def test_quotes_keep_words_together_and_their_marks():
    (group,) = ladder("“Hàu sữa”")[0].groups
    assert (group.words, group.phrase, group.exact) == (("hau", "sua"), True, ("hàu", "sữa"))
    assert ladder('"hau sua"')[0].groups[0].exact == ()
    assert words(ladder('"hau sua"')[-1]) == ["hau sua", "hau", "sua"]


def test_a_question_is_cut():
    assert len(ladder("x y z " * 1000)[0].groups) <= MOST_WORDS
    assert all(len(plan.groups) <= MOST_WORDS for plan in ladder("nuoi hau van don tom che " * 50))


@pytest.mark.parametrize("text", ["", "   ", "?!", "\x00", "\u0301", '""', "“”"])
def test_signs_only_make_no_plan(text):
    assert ladder(text) == []
