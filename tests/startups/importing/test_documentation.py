"""docs/import.md is what officials and the screens rely on."""

import re
from pathlib import Path

import pytest

from startups.enums import OrganizationKind, Stage
from startups.importing.columns import COLUMNS
from startups.importing.rows import import_rows
from startups.models import Organization
from tests.startups.importing.files import read_text

TEXT = (Path(__file__).resolve().parents[3] / "docs/import.md").read_text(encoding="utf-8")


def codes_under(heading: str) -> list[str]:
    """Return the codes in the first column of the table with this heading."""
    table = TEXT.split(f"| {heading} |", 1)[1].split("\n\n", 1)[0]
    return re.findall(r"^\| `(\w+)`", table, re.MULTILINE)


def test_every_column_and_heading_is_documented():
    assert codes_under("column") == list(COLUMNS)
    for column, names in COLUMNS.items():
        assert f"| `{column}` | {', '.join(names)} |" in TEXT


def test_every_kind_and_stage_is_documented():
    assert codes_under("kind") == list(OrganizationKind.values)
    assert codes_under("stage") == list(Stage.values)


@pytest.mark.django_db
def test_the_example_is_imported_without_a_remark(tmp_path):
    example = TEXT.split("## Example\n```\n", 1)[1].split("```", 1)[0]
    sheet = read_text(tmp_path, example)
    report = import_rows(sheet.rows)
    assert (sheet.notes, report.remarks) == ([], [])
    made = Organization.objects.get()
    assert (made.kind, made.stage, made.founded_year, made.tags) == ("enterprise", "growth", 2019, ["hàu sữa"])
    assert made.unit is not None
    assert made.unit.slug == "van-don"
