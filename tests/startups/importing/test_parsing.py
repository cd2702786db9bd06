"""A row understood: what is an error, what a warning, and what was there stays where a cell cannot be taken."""

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from startups.importing.columns import COLUMNS
from startups.importing.parsing import parse
from startups.importing.reading import RawRow
from startups.importing.vocabularies import Vocabularies
from startups.models import AdminUnit, Organization, Term
from tests.startups.importing.files import raw, tax_codes


def remarks(parsed):
    return [(remark.column, remark.is_error) for remark in parsed.remarks]


def test_a_full_row(known):
    code = tax_codes(1)[0]
    parsed = parse(
        raw(
            name_en="Blue Sea",
            tax_code=f"{code[:4]} {code[4:]}-001",
            external_code="QN-1",
            kind="DN KH&CN",
            sectors="kinh te bien; Renewable energy",
            tags="IoT; hàu sữa; internet vạn vật",
            unit="van don",
            stage="Growth",
            founded="thành lập 03/2019",
            website="bienxanh.example",
            email="a@bienxanh.example",
            phone="0203 000 1111",
            products="Hàu; Ruốc hàu",
            certificate="Giấy 01/ĐK; OCOP 4 sao",
        ),
        known,
    )
    assert parsed.remarks == []
    assert parsed.fields == {
        "name_vi": "Công ty Biển Xanh",
        "name_en": "Blue Sea",
        "tax_code": f"{code}-001",
        "external_code": "QN-1",
        "kind": "st_enterprise",
        "unit_id": AdminUnit.objects.get(slug="van-don").pk,
        "stage": "growth",
        "founded_year": 2019,
        "website": "https://bienxanh.example",
        "email_public": "a@bienxanh.example",
        "phone_public": "0203 000 1111",
    }
    sectors = Term.objects.sectors()
    assert parsed.sectors == [sectors.get(code=code).pk for code in ("blue_economy", "renewable_energy")]
    assert parsed.technologies == [Term.objects.technologies().get(code="iot").pk]
    assert parsed.words == ["hàu sữa"]
    assert parsed.products == ["Hàu", "Ruốc hàu"]
    assert parsed.certificates == ["Giấy 01/ĐK", "OCOP 4 sao"]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"name_vi": ""}, "name_vi"),
        ({"name_vi": "x" * 201}, "name_vi"),
        ({"name_vi": "C?ng ty C? ph?n"}, "name_vi"),  # what a western Excel leaves of Vietnamese
        ({"tagline_vi": "h\ufffdu"}, "tagline_vi"),
        ({"tax_code": "5700000000"}, "tax_code"),
        ({"tax_code": "57-abc"}, "tax_code"),
        ({"tax_code": "５７０００００００１"}, "tax_code"),
        ({"external_code": "x" * 61}, "external_code"),
    ],
)
def test_errors_keep_the_row_out(known, cells, column):
    parsed = parse(raw(**cells), known)
    assert remarks(parsed) == [(column, True)]
    assert not parsed.is_good


def test_a_torn_row_is_an_error(known):
    parsed = parse(RawRow(7, {}, problem="torn"), known)
    assert [(remark.row, remark.message, remark.is_error) for remark in parsed.remarks] == [(7, "torn", True)]


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("sectors", "Nuôi chim yến", ["Nuôi chim yến"]),
        ("kind", "Tổ hợp tác", ["Tổ hợp tác"]),
        ("stage", "Đang gọi vốn", ["Đang gọi vốn"]),
        ("unit", "Hà Nội", ["Hà Nội"]),
        ("unit", "Thành phố Hạ Long", ["Thành phố Hạ Long"]),
        ("founded", "năm Canh Tý", []),
        ("founded", str(timezone.localdate().year + 1), []),
        ("website", "không có", []),
        ("website", "javascript:alert(1)", []),
        ("website", "https://a.example/" + "x" * 290, []),
        ("website", "a.example/" + "x" * 285, []),  # with https:// it is too long
        ("email", "a@@b", []),
        ("phone", "0" * 41, []),
        ("tags", "x" * 101, []),
    ],
)
def test_warnings_let_the_row_in_and_touch_nothing_else(known, column, value, words):
    parsed = parse(raw(**{column: value}), known)
    assert remarks(parsed) == [(column, False)]
    assert parsed.is_good
    assert parsed.words == words
    assert parsed.fields == {"name_vi": "Công ty Biển Xanh"}


def test_an_unknown_sector_that_is_a_technology_counts_as_one(known):
    parsed = parse(raw(sectors="Blockchain"), known)
    assert parsed.words == []
    assert parsed.technologies == [Term.objects.technologies().get(code="blockchain").pk]


def test_a_divided_unit_is_told_by_name(known):
    (remark,) = parse(raw(unit="Phường Hà Khẩu"), known).remarks
    assert "Phường Tuần Châu" in remark.message
    assert "Phường Việt Hưng" in remark.message


def test_a_formula_is_said_and_its_column_left_alone(known):
    parsed = parse(RawRow(2, {"name_vi": "A", "website": "", "unit": ""}, untaken=("website",)), known)
    assert remarks(parsed) == [("website", False)]
    assert parsed.given == {"name_vi", "unit"}
    assert parsed.fields == {"name_vi": "A", "unit_id": None}


def test_an_empty_cell_empties_but_takes_no_code_away(known):
    parsed = parse(raw(tax_code="", external_code="", unit="", stage="", founded="", website="", tagline_en=""), known)
    assert parsed.remarks == []
    assert parsed.fields == {
        "name_vi": "Công ty Biển Xanh", "unit_id": None, "stage": "", "founded_year": None, "website": "", "tagline_en": "",
    }  # fmt: skip


def test_too_long_a_text_is_cut_and_said(known):
    parsed = parse(raw(tagline_vi="y" * 201, products="z" * 201, certificate="c" * 301), known)
    assert remarks(parsed) == [("tagline_vi", False), ("products", False), ("certificate", False)]
    assert parsed.fields["tagline_vi"] == "y" * 200
    assert parsed.products == ["z" * 200]
    assert parsed.certificates == ["c" * 300]


def test_more_than_thirty_keywords_are_said(known):
    parsed = parse(raw(tags="; ".join(f"từ {number}" for number in range(31))), known)
    assert remarks(parsed) == [("tags", False)]
    assert len(parsed.words) == 30


CELLS = st.one_of(
    st.text(st.characters(), max_size=60),
    st.text("0123456789-. ;,@:/\\'\"=+xđĐấ\u0301\ufffd?#", max_size=400),
    st.sampled_from([name for names in COLUMNS.values() for name in names] + tax_codes(5)),
)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cells=st.dictionaries(st.sampled_from(sorted(COLUMNS)), CELLS), untaken=st.sets(st.sampled_from(sorted(COLUMNS)))
)
def test_any_text_in_any_cell_is_understood_within_the_columns_of_the_database(shared, cells, untaken):
    parsed = parse(RawRow(2, cells, tuple(untaken)), shared)
    for name, value in parsed.fields.items():
        limit = getattr(Organization._meta.get_field(name.removesuffix("_id")), "max_length", None)
        assert limit is None or value is None or len(value) <= limit, name
    assert parsed.is_good is (not any(remark.is_error for remark in parsed.remarks))
    assert all(len(word) <= 100 for word in parsed.words)


@pytest.fixture
def shared(known) -> Vocabularies:
    """The vocabularies, read once for many examples."""
    return known
