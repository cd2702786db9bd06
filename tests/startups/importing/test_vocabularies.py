"""Values by code or by name in either language, marks and case ignored; former units where they are clear."""

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.core.vietnamese import fold
from startups.enums import OrganizationKind, Stage
from startups.importing.columns import COLUMNS, joined, plain, recognize, several
from startups.models import AdminUnit, Term


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_term_is_found_by_its_code_and_its_names(known, language):
    for terms, found in ((Term.objects.sectors(), known.sectors), (Term.objects.technologies(), known.technologies)):
        rows = list(terms)
        assert len(rows) > 10
        for term in rows:
            assert found[plain(term.code)] == term.pk
            assert found[plain(fold(getattr(term, f"name_{language}")))] == term.pk


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_kind_and_stage_is_found_by_its_code_and_its_label(known, language):
    for enum, found in ((OrganizationKind, known.kinds), (Stage, known.stages)):
        for member in enum:
            assert found[plain(member.value)] == member.value
            with override(language):
                assert found[plain(fold(str(member.label)))] == member.value


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Doanh nghiệp KH&CN", "st_enterprise"),
        ("doanh nghiep khoa hoc va cong nghe", "st_enterprise"),
        ("DNNVV", "sme"),
        ("Hợp tác xã", "enterprise"),
        ("Vườn ươm", "incubator"),
        ("ST_ENTERPRISE", "st_enterprise"),
    ],
)
def test_words_that_officials_write_for_a_kind(known, written, kind):
    assert known.kinds[plain(written)] == kind


def test_every_unit_is_found_by_code_and_names(known):
    units = list(AdminUnit.objects.all())
    assert len(units) == 54
    for unit in units:
        short = [unit.short_name_vi, fold(unit.short_name_vi)]
        for written in (unit.code, unit.code.lstrip("0"), unit.name_vi, unit.name_en, unit.slug, *short):
            assert known.units(written) == [unit], written


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Thị trấn Cái Rồng", ["Đặc khu Vân Đồn"]),
        ("cai rong", ["Đặc khu Vân Đồn"]),
        ("Huyện Vân Đồn", ["Đặc khu Vân Đồn"]),
        ("H. Cô Tô", ["Đặc khu Cô Tô"]),
        ("P. Hà Tu", ["Phường Hà Tu"]),
        ("ĐK Vân Đồn, Quảng Ninh", ["Đặc khu Vân Đồn"]),
        ("Phường Hà Khẩu", ["Phường Tuần Châu", "Phường Việt Hưng"]),
        ("Hạ Long", ["Phường Hạ Long"]),
        ("Quận 1", []),
        ("", []),
        ("Phường", []),
        (",", []),
    ],
)
def test_former_units_and_other_spellings(known, written, names):
    assert sorted(unit.name_vi for unit in known.units(written)) == names


def test_a_former_city_is_all_its_units_and_never_the_ward_of_its_name(known):
    assert len(known.units("TP. Hạ Long")) > 5
    assert known.units("TP. Hạ Long") == known.units("Thành phố Hạ Long")


def test_headings_of_both_languages_name_every_column():
    for column, names in COLUMNS.items():
        for heading in (column, column.upper(), *names, *(fold(name) for name in names)):
            assert recognize([heading]) == ({0: column}, []), heading


def test_the_second_heading_of_a_column_is_left_out():
    assert recognize(["Tên", "name_vi", "", "khác"]) == ({0: "name_vi"}, ["name_vi", "khác"])


@settings(deadline=None)
@given(st.lists(st.text("ab \\;,'\"", min_size=1).map(str.strip).filter(bool), unique=True))
def test_several_values_in_one_cell_come_back(values):
    assert several(joined(values)) == values


def test_several_values_may_stand_on_lines_and_each_counts_once():
    assert several("a;; b ;a\nc;") == ["a", "b", "c"]
