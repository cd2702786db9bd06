"""What is exported comes back unchanged, and no spreadsheet runs what somebody wrote into a name."""

import csv
import io
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from portal.demo import loading
from startups.importing.columns import COLUMNS, joined
from startups.importing.exporting import as_csv, as_xlsx
from startups.importing.lines import clean
from startups.importing.reading import read
from startups.importing.rows import import_rows
from startups.models import Organization
from tests.factories.startups import CertificateFactory, OrganizationFactory
from tests.startups.importing.files import raw, saved, tax_codes

pytestmark = pytest.mark.django_db
CORPUS = Path(__file__).resolve().parents[2] / "search/corpus/organizations.csv"
FORMATS = pytest.mark.parametrize("export", [as_csv, as_xlsx])


def round_trip(export, folder):
    report = import_rows(read(saved(folder, export(Organization.objects.all()))).rows)
    return {name: number for name, number in report.counts.items() if number}, report.remarks


def cells(export):
    data = export(Organization.objects.all())
    if export is as_csv:
        return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    return [[cell or "" for cell in row] for row in load_workbook(io.BytesIO(data)).active.values]


@FORMATS
def test_the_columns_are_the_documented_ones(export):
    OrganizationFactory(name_vi="A", unit_code="07090", sectors=["logistics"], technologies=["iot"], tags=["b; c"])
    CertificateFactory(organization=OrganizationFactory(name_vi="B"))
    heading, first, second = cells(export)
    assert heading == list(COLUMNS)
    row = dict(zip(heading, first, strict=True))
    assert (row["name_vi"], row["unit"], row["sectors"], row["tags"]) == ("A", "07090", "logistics", "iot; b\\; c")
    assert (
        dict(zip(heading, second, strict=True))["certificate"] == ""
    )  # a confirmed one is not stated by a spreadsheet


@FORMATS
def test_the_corpus_comes_back_unchanged(export, tmp_path):
    import_rows(read(CORPUS).rows, publish=True)
    assert round_trip(export, tmp_path) == ({"unchanged": 130}, [])


@FORMATS
def test_the_sample_organizations_come_back_unchanged(export, tmp_path):
    number = loading.load()
    assert number >= 36
    assert round_trip(export, tmp_path) == ({"unchanged": number}, [])


HOSTILE = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+84 203",
    "-5",
    "@SUM(A1)",
    "'=x",
    "''=x",
    "'quoted'",
    '"q"',
    "a;b",
    "a\\;b",
    "=a; =b",
]


@FORMATS
@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula_and_all_come_back(export, text, tmp_path):
    OrganizationFactory(name_vi=text, tagline_vi=text, tags=[text], phone_public=text, external_code="A")
    for row in cells(export):
        assert export is as_xlsx or not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]
    if export is as_xlsx:
        sheet = load_workbook(io.BytesIO(export(Organization.objects.all()))).active
        assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} <= {"s", "inlineStr"}
    assert round_trip(export, tmp_path) == ({"unchanged": 1}, [])


TEXT = st.text(st.characters(codec="utf-8"), max_size=40)
ROWS = st.lists(
    st.fixed_dictionaries(
        {"name_vi": TEXT.map(lambda text: f"A{text}")},
        optional={
            "tax_code": st.sampled_from(tax_codes(9)),
            "external_code": TEXT,
            "kind": st.sampled_from(["startup", "Viện", "không rõ"]),
            "sectors": st.sampled_from(["logistics", "AI; iot", "yến"]),
            "tags": st.lists(TEXT, max_size=4).map(joined),
            "unit": st.sampled_from(["van-don", "Hà Khẩu", ""]),
            "founded": st.sampled_from(["2019", "x", ""]),
            "description_vi": TEXT,
            "phone": TEXT,
            "products": st.lists(TEXT, max_size=3).map(joined),
            "certificate": TEXT,
        },
    ),
    max_size=5,
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS, export=st.sampled_from([as_csv, as_xlsx]))
def test_whatever_went_in_comes_back_unchanged(tmp_path, rows, export):
    with transaction.atomic():
        import_rows(
            [
                raw(number, **{column: clean(text) for column, text in cells.items()})
                for number, cells in enumerate(rows, start=2)
            ]
        )
        number = Organization.objects.count()
        counts, remarks = round_trip(export, tmp_path)
        assert counts == ({"unchanged": number} if number else {})
        assert [remark for remark in remarks if remark.is_error] == []
        transaction.set_rollback(True)
