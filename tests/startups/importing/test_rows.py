"""Rows into the database: known again by their codes, all or some or nothing, and the search right at once."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.core.jobs.models import Job
from portal.search.models import SearchDirty, SearchDocument
from portal.search.query import Query
from portal.search.searching import search
from startups.enums import CertificateState, PublicationState
from startups.importing.parsing import ParsedRow
from startups.importing.rows import ImportReport, _Run, _write_batch, import_rows
from startups.models import AdminUnit, Organization, Term
from tests.factories.startups import CertificateFactory, OrganizationFactory, ProductFactory
from tests.startups.importing.files import raw, tax_codes

pytestmark = pytest.mark.django_db
ONE, TWO, THREE = tax_codes(3)
LONG_AGO = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)


def counts(report):
    return {name: number for name, number in report.counts.items() if number}


def errors(report):
    return [(remark.row, remark.column) for remark in report.errors]


def numbered(count, first=2, **cells):
    return [
        raw(number, name_vi=f"Công ty {number}", external_code=f"Q-{number}", **cells)
        for number in range(first, first + count)
    ]


def found(text):
    return search(Query(text=text)).total


def test_a_new_organization():
    row = raw(external_code="QN-1", kind="startup", sectors="blue_economy", tags="iot; hàu", unit="van-don", founded="2019",
              products="Hàu; Ruốc", certificate="OCOP 4 sao")  # fmt: skip
    assert counts(import_rows([row])) == {"created": 1}
    made = Organization.objects.get()
    assert (made.slug, made.kind, made.tags, made.founded_year) == ("cong-ty-bien-xanh", "startup", ["hàu"], 2019)
    assert made.sort_key > ""
    assert made.publication_state == PublicationState.DRAFT
    assert not made.is_sample
    assert made.unit == AdminUnit.objects.get(slug="van-don")
    assert [term.code for term in made.sectors.all()] == ["blue_economy"]
    assert [term.code for term in made.technologies.all()] == ["iot"]
    assert [product.name_vi for product in made.products.all()] == ["Hàu", "Ruốc"]
    assert [(c.statement, c.state, c.is_sample) for c in made.certificates.all()] == [("OCOP 4 sao", "stated", False)]


def test_an_organization_of_no_known_kind_is_an_enterprise():
    import_rows([raw(kind="Tổ hợp tác")])
    assert Organization.objects.values_list("kind", "tags").get() == ("enterprise", ["Tổ hợp tác"])


def test_drafts_are_not_found_and_published_ones_at_once():
    rows = numbered(3, tags="ngọc trai")
    import_rows(rows)
    assert found("ngoc trai") == 0
    assert counts(import_rows(rows, publish=True)) == {"updated": 3}
    assert found("ngoc trai") == 3
    assert not SearchDirty.objects.exists()


def test_samples_are_marked():
    import_rows([raw(certificate="OCOP")], sample=True)
    made = Organization.objects.get()
    assert made.is_sample
    assert made.certificates.get().is_sample


@pytest.mark.parametrize(
    "code", [{"tax_code": ONE}, {"external_code": "QN-1"}, {"tax_code": ONE, "external_code": "QN-1"}, {}]
)
def test_the_same_row_again_changes_nothing(code):
    row = raw(
        **code,
        kind="Lạ",
        sectors="IoT; Nuôi yến; logistics",
        tags="b; a; AI",
        unit="Hà Khẩu",
        products="x; y",
        certificate="c",
    )
    import_rows([row], publish=True)
    Organization.objects.update(updated_at=LONG_AGO)
    before = Organization.objects.values().get()
    assert counts(import_rows([row], publish=True)) == {"unchanged": 1}
    assert Organization.objects.values().get() == before


def test_a_changed_row_updates_and_keeps_the_address():
    import_rows([raw(tax_code=ONE)], publish=True)
    Organization.objects.update(updated_at=LONG_AGO)
    assert counts(import_rows([raw(tax_code=ONE, name_vi="Biển Xanh Mới")])) == {"updated": 1}
    made = Organization.objects.get()
    assert (made.name_vi, made.slug, made.publication_state) == ("Biển Xanh Mới", "cong-ty-bien-xanh", "published")
    assert made.updated_at > LONG_AGO
    assert found("bien xanh moi") == 1


def test_the_tax_code_counts_before_the_external_code():
    import_rows([raw(tax_code=ONE, external_code="A")])
    report = import_rows([raw(tax_code=ONE, external_code="B", name_vi="Tên mới")])
    assert counts(report) == {"updated": 1}
    assert Organization.objects.values_list("name_vi", "tax_code", "external_code").get() == ("Tên mới", ONE, "B")


def test_the_external_code_brings_a_tax_code_and_an_empty_one_takes_none_away():
    import_rows([raw(external_code="A")])
    assert counts(import_rows([raw(external_code="A", tax_code=ONE)])) == {"updated": 1}
    assert counts(import_rows([raw(external_code="A", tax_code="")])) == {"unchanged": 1}
    assert Organization.objects.get().tax_code == ONE


def test_codes_of_two_organizations_in_one_row_are_refused():
    import_rows([raw(2, tax_code=ONE, external_code="A"), raw(3, name_vi="Khác", tax_code=TWO, external_code="B")])
    before = list(Organization.objects.order_by("pk").values())
    report = import_rows(
        [raw(2, tax_code=ONE, external_code="B", name_vi="Nhầm"), raw(3, name_vi="Tốt", tax_code=THREE)]
    )
    assert errors(report) == [(2, "external_code")]
    assert counts(report) == {"created": 1, "refused": 1}
    assert list(Organization.objects.exclude(name_vi="Tốt").order_by("pk").values()) == before


@pytest.mark.parametrize(
    ("first", "second", "column"),
    [
        ({"tax_code": ONE}, {"tax_code": f"{ONE[:3]}.{ONE[3:]}"}, "tax_code"),
        ({"external_code": "A", "tax_code": ONE}, {"external_code": "A", "tax_code": TWO}, "external_code"),
        ({}, {}, "name_vi"),
    ],
)
def test_what_stands_twice_in_a_file_is_refused_the_second_time(first, second, column):
    report = import_rows([raw(2, **first), raw(3, **second)])
    assert errors(report) == [(3, column)]
    assert counts(report) == {"created": 1, "refused": 1}


@pytest.mark.parametrize("between", [0, 250])
def test_two_rows_never_mean_one_organization(between):
    import_rows([raw(tax_code=ONE, external_code="A")])
    rows = [raw(2, tax_code=ONE, name_vi="Một"), *numbered(between, 3), raw(500, external_code="A", name_vi="Hai")]
    report = import_rows(rows)
    assert errors(report) == [(500, "")]
    assert Organization.objects.get(tax_code=ONE).name_vi == "Một"


def test_a_name_without_codes_means_the_one_that_has_no_code_either():
    import_rows([raw(tax_code=ONE)])
    assert counts(import_rows([raw(stage="growth")])) == {"created": 1}
    assert counts(import_rows([raw(stage="scale")])) == {"updated": 1}
    OrganizationFactory(name_vi="Công ty Biển Xanh")
    assert errors(import_rows([raw(stage="mature")])) == [(2, "name_vi")]


def test_addresses_are_numbered_where_they_are_taken():
    OrganizationFactory(slug="cong-ty-bien-xanh")
    OrganizationFactory(slug="cong-ty-bien-xanh-3")
    rows = [raw(2, external_code="A"), raw(3, external_code="B"), raw(4, external_code="C", name_vi="★")]
    import_rows(rows)
    slugs = dict(Organization.objects.exclude(external_code=None).values_list("external_code", "slug"))
    assert slugs == {"A": "cong-ty-bien-xanh-2", "B": "cong-ty-bien-xanh-4", "C": "to-chuc"}


def test_a_missing_column_takes_nothing_away():
    full = raw(
        tax_code=ONE, sectors="logistics", tags="iot; a", unit="van-don", products="x", certificate="c", kind="sme"
    )
    import_rows([full])
    before = Organization.objects.values().get()
    assert counts(import_rows([raw(tax_code=ONE)])) == {"unchanged": 1}
    assert counts(import_rows([full])) == {"unchanged": 1}
    assert Organization.objects.values().get() == before


def test_words_of_other_columns_are_added_to_the_keywords():
    import_rows([raw(tax_code=ONE, tags="a; iot")])
    row = raw(tax_code=ONE, sectors="Nuôi yến; Blockchain")
    assert counts(import_rows([row])) == {"updated": 1}
    assert counts(import_rows([row])) == {"unchanged": 1}
    made = Organization.objects.get()
    assert made.tags == ["a", "Nuôi yến"]
    assert {term.code for term in made.technologies.all()} == {"iot", "blockchain"}


def test_a_cell_replaces_what_was_there():
    import_rows([raw(tax_code=ONE, sectors="logistics; other", tags="iot; a", products="x; y", certificate="c; d")])
    import_rows([raw(tax_code=ONE, sectors="logistics", tags="b", products="y; z", certificate="")])
    made = Organization.objects.get()
    assert [term.code for term in made.sectors.all()] == ["logistics"]
    assert not made.technologies.exists()
    assert made.tags == ["b"]
    assert [product.name_vi for product in made.products.all()] == ["y", "z"]
    assert not made.certificates.exists()


def test_a_product_that_stays_keeps_its_other_texts():
    made = OrganizationFactory(tax_code=ONE)
    kept = ProductFactory(organization=made, name_vi="Hàu", name_en="Oysters", description_vi="Tươi", position=0)
    ProductFactory(organization=made, name_vi="Cũ", position=1)
    import_rows([raw(tax_code=ONE, products="Mới; Hàu")])
    assert list(made.products.values_list("pk", "name_vi", "name_en")[1:]) == [(kept.pk, "Hàu", "Oysters")]
    assert [product.name_vi for product in made.products.all()] == ["Mới", "Hàu"]


def test_a_confirmed_certificate_is_never_touched():
    made = OrganizationFactory(tax_code=ONE)
    confirmed = CertificateFactory(organization=made, statement="QN-01")
    import_rows([raw(tax_code=ONE, certificate="")])
    import_rows([raw(tax_code=ONE, certificate="OCOP")])
    assert made.certificates.get(state=CertificateState.CONFIRMED) == confirmed
    assert made.certificates.get(state=CertificateState.STATED).statement == "OCOP"


def test_a_confirmed_badge_never_comes_out_of_a_spreadsheet():
    import_rows([raw(tax_code=ONE, kind="st_enterprise", certificate="GCN 01/2024")], publish=True)
    assert search(Query(filters={"badge": ("certified_st_enterprise",)})).total == 0


def test_good_rows_go_in_beside_a_broken_one():
    rows = numbered(450)
    rows[397].cells["tax_code"] = "123"
    report = import_rows(rows, publish=True)
    assert errors(report) == [(399, "tax_code")]
    assert counts(report) == {"created": 449, "refused": 1}
    assert SearchDocument.objects.filter(kind="organization").count() == 449


@pytest.mark.parametrize(
    ("rows", "column"),
    [
        ([*numbered(300), raw(999, name_vi="")], "name_vi"),
        ([*numbered(300), raw(999, tax_code=ONE, external_code="B")], "external_code"),  # shows only when it is written
    ],
)
def test_strict_writes_nothing_when_a_row_is_refused(rows, column):
    import_rows([raw(2, tax_code=ONE, external_code="A"), raw(3, name_vi="Khác", external_code="B")])
    before = list(Organization.objects.order_by("pk").values())
    jobs = Job.objects.count()
    report = import_rows(rows, strict=True)
    assert errors(report) == [(999, column)]
    assert counts(report) == {"refused": 1}
    assert list(Organization.objects.order_by("pk").values()) == before
    assert Job.objects.count() == jobs


def test_strict_writes_everything_when_all_is_good():
    assert counts(import_rows(numbered(201), strict=True, publish=True)) == {"created": 201}
    assert SearchDocument.objects.filter(kind="organization").count() == 201


def test_a_dry_run_counts_and_writes_nothing():
    import_rows([raw(tax_code=ONE)])
    before = list(Organization.objects.values())
    rows = [raw(2, tax_code=ONE, name_vi="Đổi tên"), raw(3, name_vi=""), *numbered(250, 4)]
    assert counts(import_rows(rows, dry_run=True, publish=True)) == {"updated": 1, "created": 250, "refused": 1}
    assert list(Organization.objects.values()) == before
    assert not SearchDocument.objects.filter(kind="organization").exists()


def test_what_the_database_refuses_is_found_and_the_rest_goes_in(known):
    names = ["A", "B", "C"]
    batch = [ParsedRow(n, {"name_vi": name, "external_code": name}) for n, name in enumerate(names, start=2)]
    batch[1].fields["founded_year"] = -1
    report = ImportReport()
    _write_batch(batch, _Run(known, report, publish=True, sample=False, index=True))
    assert errors(report) == [(3, "")]
    assert counts(report) == {"created": 2, "refused": 1}
    assert set(Organization.objects.values_list("external_code", flat=True)) == {"A", "C"}
    assert found("A") == 1


def test_the_number_of_queries_does_not_grow_with_the_rows():
    def queries(rows):
        with CaptureQueriesContext(
            connection,
        ) as captured:
            import_rows(rows, dry_run=True)
        return len(captured)

    few = queries(numbered(2, sectors="logistics", tags="iot", products="x", certificate="c"))
    assert queries(numbered(25, sectors="logistics", tags="iot", products="x", certificate="c")) == few


@pytest.mark.django_db(transaction=True)
def test_every_200_rows_are_committed():
    with CaptureQueriesContext(connection) as captured:
        import_rows(numbered(450))
    writes, transactions = 0, []
    for query in captured:
        if query["sql"].startswith('INSERT INTO "startups_organization" '):
            writes += 1
        elif query["sql"] == "COMMIT" and writes:
            transactions, writes = [*transactions, writes], 0
    assert len(transactions) == 3
    assert writes == 0


@pytest.mark.parametrize("language", ["vi", "en"])
def test_terms_of_the_row_are_those_of_the_vocabulary(language):
    term = Term.objects.sectors().get(code="smart_tourism")
    import_rows([raw(sectors=getattr(term, f"name_{language}").upper())])
    assert Organization.objects.get().sectors.get() == term
