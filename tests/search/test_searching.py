"""What a visitor gets: found, loosened, corrected, ordered, paged."""

import unicodedata

import pytest

from portal.search import knowledge
from portal.search.query import Page, Query
from portal.search.searching import health, search, similar
from startups.models import Organization
from tests.search.builders import confirm, organization

pytestmark = pytest.mark.django_db


def ask(text: str, **more: object) -> Page:
    return search(Query(text=text, **more))


def ids(page: Page) -> list[int]:
    return [hit.object_id for hit in page.hits]


@pytest.fixture
def oysters() -> Organization:
    return organization(
        "Công ty Hàu sữa Vân Đồn",
        name_en="Van Don Milk Oyster",
        brand_name="Havado",
        description_vi="Nuôi hàu Thái Bình Dương bằng phao HDPE, truy xuất từng lô.",
        tax_code="0101243150",
        external_code="KN-2024-0001",
        unit="06994",
        sectors=["blue_economy"],
        technologies=["aquaculture_tech"],
    )


@pytest.fixture
def solar() -> Organization:
    return organization(
        "Điện mặt trời Hòa Bình Xanh",
        description_vi="Lắp đặt pin quang điện áp mái cho nhà xưởng.",
        sectors=["renewable_energy"],
    )


@pytest.mark.parametrize(
    "text",
    [
        "nuoi hau",
        "NUÔI HÀU",
        "nuôi hàu",
        unicodedata.normalize("NFD", "nuôi hàu"),
        "oyster",  # another language
        "oysters van don",
        "hau thai binh duong",
        "havado",
        "hàu sữ",  # unfinished
        '"hàu sữa"',
        "nuooi hauf",  # Telex
        "nuoihau",  # no space
        "nuoi hua",  # swapped letters
        "công ty nào nuôi hàu ở đâu",  # words of asking
        "hàu và lò phản ứng nguyên tử",  # most is nowhere
    ],
)
def test_finds_the_oyster_farm_however_it_is_typed(oysters, solar, text):
    knowledge.learn()
    assert ids(ask(text))[0] == oysters.pk


@pytest.mark.parametrize("text", ["hoà bình", "hòa bình", "Hoà Bình", "hoa binh"])
def test_both_places_of_a_tone_are_one_spelling(solar, text):
    assert ids(ask(text)) == [solar.pk]


@pytest.mark.parametrize(
    "text",
    [
        "KN-2024-0001",
        "kn20240001",
        "KN 2024 0001",
        "kn/2024/0001",
        "KN–2024–0001",
        "kn-2024",
        "MST 0101243150",
        "0101243150",
        "0101 243 150",
        "0101.243.150",
        "010124",
        "mã số thuế 0101243150",
    ],
)
def test_codes_are_found_with_any_separators_and_only_the_one_meant(oysters, solar, text):
    other = organization("Hàu khác", external_code="KN-2023-0999", tax_code="5700100256")
    page = ask(text)
    assert ids(page) == [oysters.pk]
    assert other.pk not in ids(page)


@pytest.mark.parametrize("text", ["12/GCN-DNKHCN", "12 GCN DNKHCN", "12gcndnkhcn"])
def test_the_number_of_a_confirmed_certificate_is_found(solar, text):
    confirm(solar, "st_enterprise", "12/GCN-DNKHCN")
    organization("Khác")
    from portal.search.indexing import index_changed

    index_changed("organization", [solar.pk])
    assert ids(ask(text)) == [solar.pk]


def test_former_district_and_ward_are_found(oysters, solar):
    unit = oysters.unit
    assert unit.former_units
    assert ids(ask(unit.former_district)) == [oysters.pk]
    assert oysters.pk in ids(ask(unit.former_units[0]))


def test_marks_as_typed_come_first_and_without_marks_everything_is_found():
    tea = organization("Chè Hải Hà", description_vi="Chè xanh.")
    preparation = organization("Chế phẩm Hải Hà", description_vi="Chế phẩm cho ao tôm.")
    assert ids(ask("chè"))[0] == tea.pk
    assert ids(ask("chế"))[0] == preparation.pk
    assert set(ids(ask("che"))) == {tea.pk, preparation.pk}


def test_a_quoted_phrase_must_stand_together():
    together = organization("Một", description_vi="Trung tâm dữ liệu lớn của tỉnh.")
    apart = organization("Hai", description_vi="Dữ kiện và liệu pháp, quy mô lớn.")
    assert set(ids(ask("dữ liệu lớn"))) >= {together.pk}
    assert ids(ask('"dữ liệu lớn"')) == [together.pk]
    assert apart.pk not in ids(ask("“dữ liệu lớn”"))


def test_the_page_says_which_step_answered(oysters, solar):
    knowledge.learn()
    assert ask("nuôi hàu").loosened is None
    corrected = ask("nuoi hua")
    assert (corrected.loosened, corrected.did_you_mean) == ("corrected", "nuoi hau")
    assert ask("hàu xyzzyq").loosened == "any_word"
    nothing = ask("xyzzyq")
    assert (nothing.hits, nothing.total, nothing.loosened, nothing.did_you_mean) == ((), 0, None, None)


def test_a_filter_that_leaves_nothing_does_not_loosen_the_text(oysters, solar):
    page = ask("hàu", filters={"sector": ("renewable_energy",)})
    assert (page.total, page.loosened) == (0, None)


def test_a_page_beyond_the_end_is_the_last_one():
    made = [organization(f"Tổ chức {number:02}", index=True) for number in range(7)]
    page = search(Query(page=99, page_size=3, sort="name"))
    assert (page.number, page.pages, page.total) == (3, 3, 7)
    assert ids(page) == [made[-1].pk]
    assert ids(search(Query(page=-4, page_size=3, sort="name"))) == [one.pk for one in made[:3]]


def test_orders():
    names = ["Ban Mai", "Ánh Dương", "Đại Dương", "An Bình", "Dạ Lan"]
    made = {name: organization(name) for name in names}
    by_name = [made[name].pk for name in ["An Bình", "Ánh Dương", "Ban Mai", "Dạ Lan", "Đại Dương"]]
    assert ids(search(Query(sort="name"))) == by_name
    assert ids(search(Query(sort="newest"))) == [made[name].pk for name in reversed(names)]
    first = made["Ban Mai"]
    first.save()
    from portal.search.indexing import index_changed

    index_changed("organization", [first.pk])
    assert ids(search(Query(sort="updated")))[0] == first.pk
    assert ids(search(Query()))[0] == first.pk  # nothing to be relevant to: the last updated
    assert ids(search(Query(sort="password"))) == ids(search(Query()))


def test_similar_shares_what_is_rare_and_never_itself(oysters, solar):
    near = organization("Ngọc trai Cô Tô", sectors=["blue_economy"], technologies=["aquaculture_tech"])
    less = organization("Cảng Hòn Nét", sectors=["blue_economy"])
    assert [hit.object_id for hit in similar("organization", oysters.pk)] == [near.pk, less.pk]
    assert similar("organization", 0) == ()


def test_health_tells_the_engine_and_what_it_holds(oysters):
    report = health()
    assert report["engine"] == "database"
    assert report["documents"]["organization"] == 1
    assert report["waiting"] == 0


@pytest.mark.parametrize(
    ("query", "statements"),
    [
        (Query(facets=("kind", "sector", "unit")), 2),
        (Query(facets=("kind", "sector"), filters={"kind": ("startup",), "sector": ("blue_economy",)}), 2),
        (Query(text="hàu", facets=("kind", "sector")), 2),
        (Query(text="nuoi hua", facets=("kind", "sector")), 3),
        (Query(text="hàu không đâu có nguyên tử", facets=("kind",)), 5),
    ],
)
def test_statements(oysters, solar, django_assert_num_queries, query, statements):
    knowledge.learn()
    knowledge.glossary_and_vocabulary()
    with django_assert_num_queries(statements):
        assert search(query).total
