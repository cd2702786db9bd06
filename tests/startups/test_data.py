"""Territory and vocabularies as the migrations wrote them."""

from collections import Counter
from datetime import date

import pytest

from portal.search.query import Query
from portal.search.searching import search
from startups.enums import UnitType
from startups.models import AdminUnit, Scheme, Term
from tests.factories.startups import published

pytestmark = pytest.mark.django_db

# Resolution 1679/NQ-UBTVQH15 of 16 June 2025, article 1.
COMMUNES = (
    "Quảng La, Thống Nhất, Hải Hòa, Tiên Yên, Điền Xá, Đông Ngũ, Hải Lạng, Lương Minh, Kỳ Thượng, Ba Chẽ, Quảng Tân, Đầm Hà, "
    "Quảng Hà, Đường Hoa, Quảng Đức, Hoành Mô, Lục Hồn, Bình Liêu, Hải Sơn, Hải Ninh, Vĩnh Thực, Cái Chiên"
)
WARDS = (
    "An Sinh, Đông Triều, Bình Khê, Mạo Khê, Hoàng Quế, Yên Tử, Vàng Danh, Uông Bí, Đông Mai, Hiệp Hòa, Quảng Yên, Hà An, "
    "Phong Cốc, Liên Hòa, Tuần Châu, Việt Hưng, Bãi Cháy, Hà Tu, Hà Lầm, Cao Xanh, Hồng Gai, Hạ Long, Hoành Bồ, Mông Dương, "
    "Quang Hanh, Cẩm Phả, Cửa Ông, Móng Cái 1, Móng Cái 2, Móng Cái 3"
)


def test_the_units_are_those_of_the_resolution():
    names = {
        *(f"Xã {name}" for name in COMMUNES.split(", ")),
        *(f"Phường {name}" for name in WARDS.split(", ")),
        "Đặc khu Vân Đồn",
        "Đặc khu Cô Tô",
    }
    assert set(AdminUnit.objects.values_list("name_vi", flat=True)) == names
    kinds = Counter(AdminUnit.objects.values_list("unit_type", flat=True))
    assert kinds == {UnitType.WARD: 30, UnitType.COMMUNE: 22, UnitType.SPECIAL_ZONE: 2}


def test_every_unit_has_its_code_place_past_and_source():
    for unit in AdminUnit.objects.all():
        assert len(unit.code) == 5 and unit.code.startswith(("06", "07"))
        assert 20.6 < unit.latitude < 21.7 and 106.4 < unit.longitude < 108.1
        assert unit.area_km2 > 0 and unit.former_units and unit.former_district
        assert unit.source_url.startswith("https://") and unit.source_date == date(2025, 6, 16)
        assert unit.name_en.isascii() and unit.slug.isascii()


def test_units_stand_in_the_order_of_the_vietnamese_alphabet():
    names = list(AdminUnit.objects.values_list("short_name_vi", flat=True))
    assert names.index("Ba Chẽ") < names.index("Bãi Cháy") < names.index("Bình Khê") < names.index("Cái Chiên")
    assert names.index("Cửa Ông") < names.index("Đầm Hà") < names.index("Hà An") < names.index("Yên Tử")


@pytest.mark.parametrize("text", ["huyện Vân Đồn", "van don", "Cái Rồng", "Bình Dân"])
def test_a_former_name_finds_what_lies_in_the_unit_of_today(text):
    one = published(unit_code="06994")
    published(unit_code="07069")
    assert [hit.object_id for hit in search(Query(text=text)).hits][:1] == [one.pk]


def test_the_vocabularies_have_a_version_and_names_in_both_languages():
    assert set(Scheme.objects.values_list("code", "version")) == {("sector", "2025"), ("technology", "2026")}
    assert (Term.objects.sectors().count(), Term.objects.technologies().count()) == (16, 30)
    for term in Term.objects.all():
        assert term.name_vi and term.name_en


def test_no_two_terms_of_a_vocabulary_share_a_spelling():
    for terms in (Term.objects.sectors(), Term.objects.technologies()):
        spellings = Counter()
        for term in terms:
            spellings.update({word.casefold() for word in (term.code, term.name_vi, term.name_en, *term.aliases)})
        assert [word for word, times in spellings.items() if times > 1] == []
