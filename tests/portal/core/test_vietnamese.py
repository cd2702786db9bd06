"""Vietnamese text: the same folding, spelling and order everywhere, whatever somebody types or pastes."""

import csv
import json
import random
import unicodedata
from pathlib import Path

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.core.vietnamese import (
    canonical,
    fold,
    folded_tokens,
    has_marks,
    name_sort_key,
    normalize,
    slug,
    sort_key,
)

ROOT = Path(__file__).resolve().parents[3]
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
WORDS = LETTERS + LETTERS.upper()
ANY_TEXT = st.text(alphabet=st.characters(), max_size=40)  # every code point, lone surrogates included
VIETNAMESE = st.text(alphabet=WORDS + " -.&0123456789\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323", max_size=40)
TEXTS = ANY_TEXT | VIETNAMESE


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Hạ\t Long \n", "Hạ Long"),
        ("Hạ\x00 Long", "Hạ Long"),
        ("Vân\u200b Đồn\ufeff", "Vân Đồn"),
        ("khởi\u00adnghiệp", "khởinghiệp"),
        ("a\x9bb\x1fc", "abc"),
        (decomposed("Đổi mới"), "Đổi mới"),
        ("\ud83d", ""),
    ],
)
def test_normalize(text, expected):
    assert normalize(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đổi mới sáng tạo", "doi moi sang tao"),
        ("NUÔI HÀU VÂN ĐỒN", "nuoi hau van don"),
        ("Thuỷ sản ƯƠM", "thuy san uom"),
        ("ＡＢ①", "ab1"),
        ("C++ & R&D", "c++ & r&d"),
        ("Ⅳ K", "iv k"),
    ],
)
def test_fold(text, expected):
    assert fold(text) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Hoà Bình", "hòa bình"),
        ("thuỷ sản", "thủy sản"),
        ("khoẻ mạnh", "khỏe mạnh"),
        ("Uỷ ban", "ủy ban"),
        ("quý khách", "quý khách"),  # u belongs to q
        ("quà", "quà"),
        ("hoàn toàn", "hoàn toàn"),  # a closed syllable has one place only
        ("xoáy", "xoáy"),
        ("tuýp", "tuýp"),
        ("đoá hoa", "đóa hoa"),
    ],
)
def test_canonical_places_the_tone_in_one_way(old, new):
    assert canonical(old) == new
    assert canonical(decomposed(old)) == new


@pytest.mark.parametrize(
    ("text", "marked"), [("nuoi hau", False), ("NUOI", False), ("nuôi", True), ("đ", True), ("", False)]
)
def test_has_marks(text, marked):
    assert has_marks(text) is marked


@settings(deadline=None)
@given(TEXTS)
def test_composed_and_decomposed_text_is_the_same(text):
    composed = unicodedata.normalize("NFC", text)
    for function in (normalize, fold, canonical, has_marks, sort_key, name_sort_key, slug):
        assert function(composed) == function(decomposed(text))
    assert [word for word, _, _ in folded_tokens(composed)] == [word for word, _, _ in folded_tokens(decomposed(text))]


@settings(deadline=None)
@given(TEXTS)
def test_a_second_time_changes_nothing(text):
    for function in (normalize, fold, canonical, slug):
        assert function(function(text)) == function(text)


@settings(deadline=None)
@given(TEXTS)
def test_case_and_marks_are_no_difference_to_folded_text(text):
    assert fold(canonical(text)) == fold(text)
    assert not has_marks(fold(text))


@settings(deadline=None)
@given(VIETNAMESE)
def test_folded_vietnamese_is_plain_ascii(text):
    assert fold(unicodedata.normalize("NFC", text)).isascii()


@settings(deadline=None)
@given(TEXTS, st.integers(min_value=1, max_value=120))
def test_a_slug_is_a_valid_part_of_an_address(text, length):
    result = slug(text, length)
    assert len(result) <= length
    assert set(result) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not result.startswith("-")
    assert not result.endswith("-")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đổi mới sáng tạo & ưu đãi: đặc khu Vân Đồn", "doi-moi-sang-tao-uu-dai-dac-khu-van-don"),
        ("ĐĐ", "dd"),
        (decomposed("Đường Đỗ"), "duong-do"),
        ("—", ""),
        ("Cà phê 2.0", "ca-phe-2-0"),
    ],
)
def test_slug_keeps_the_d_of_dong(text, expected):
    assert slug(text) == expected


def test_a_long_slug_is_cut_between_words():
    assert slug("Công ty cổ phần", 9) == "cong-ty"
    assert slug("Congtycophan", 5) == "congt"


@settings(deadline=None)
@given(TEXTS)
def test_tokens_are_pieces_of_the_original_in_order(text):
    end_before = 0
    for word, start, end in folded_tokens(text):
        assert end_before <= start < end <= len(text)
        assert word == fold(text[start:end])
        assert word
        end_before = end


def test_tokens_of_decomposed_text_carry_their_marks_along():
    text = decomposed("Nuôi hàu, Vân Đồn")
    assert [text[start:end] for _, start, end in folded_tokens(text)] == [
        decomposed(word) for word in ("Nuôi", "hàu", "Vân", "Đồn")
    ]
    assert [word for word, _, _ in folded_tokens(text)] == ["nuoi", "hau", "van", "don"]


def test_the_order_is_the_alphabet_of_the_school():
    expected = [
        "An", "An 2", "Anh", "Ánh Sao", "Ăn", "ân", "Ấn", "Bình", "Dương", "Đại Dương", "Đông", "Ha", "Hà", "Hả", "Hã",
        "Há", "Hạ", "Hạ Long", "Hà Tu", "Uông Bí", "Ư", "Ước Mơ", "Zalo",
    ]  # fmt: skip
    mixed = random.Random(1).sample(expected, len(expected))
    assert sorted(mixed, key=sort_key) == expected


def test_digits_come_before_letters():
    assert sorted(["Ba", "3 Miền", "An", "10 Sao"], key=sort_key) == ["10 Sao", "3 Miền", "An", "Ba"]


def test_people_are_sorted_by_given_name():
    people = ["Trần Văn Bình", "Nguyễn Thị Ánh", "Lê Văn Đức", "Lê Thị Bình", "Phạm Dũng", "Ân"]
    assert sorted(people, key=name_sort_key) == [
        "Nguyễn Thị Ánh", "Ân", "Lê Thị Bình", "Trần Văn Bình", "Phạm Dũng", "Lê Văn Đức",
    ]  # fmt: skip


@settings(deadline=None)
@given(TEXTS)
def test_a_key_is_short_and_hexadecimal(text):
    key = sort_key(text * 30)
    assert len(key) <= 800
    assert set(key) <= set("0123456789abcdef")


def names_of_the_province() -> list[str]:
    """Every name that we have: units of now and before, sample organizations, the corpus of the search."""
    names = set()
    for unit in json.loads((ROOT / "startups/data/units.json").read_text())["units"]:
        names |= {unit[field] for field in ("name_vi", "short_name_vi", "name_en", "former_district")}
        names |= set(unit["former_units"])
    for one in json.loads((ROOT / "portal/demo/data/organizations.json").read_text()):
        names |= {one["name_vi"], one["name_en"], one["tagline_vi"]}
    with (ROOT / "tests/search/corpus/organizations.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            names |= {row["name_vi"], row["name_en"], row["brand_name"], row["tagline_vi"]}
            names |= set(row["products"].split("; "))
    return sorted({normalize(name) for name in names} - {""})


def invented_words() -> list[str]:
    """Short words over the whole alphabet, so that every letter, tone, case and sign meets every other."""
    chance = random.Random(20251124)
    alphabet = WORDS + "fjwz0123456789" + " -.&'’“”–()/" * 3
    return sorted({normalize("".join(chance.choices(alphabet, k=chance.randint(1, 7)))) for _ in range(4000)} - {""})


@pytest.mark.postgres
@pytest.mark.django_db
@pytest.mark.parametrize("words", [names_of_the_province, invented_words])
def test_the_order_is_that_of_postgresql(words):
    names = words()
    assert len(names) > 400
    with connection.cursor() as cursor:
        cursor.execute('SELECT name FROM unnest(%s::text[]) AS name ORDER BY name COLLATE "vi-x-icu"', [names])
        theirs = [name for (name,) in cursor.fetchall()]
    assert sorted(names, key=sort_key) == theirs
