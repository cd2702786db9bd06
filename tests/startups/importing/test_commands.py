"""The two commands as an official runs them: what they print, and how they end."""

import io

import pytest
from django.core.management import CommandError, call_command

from startups.models import Organization
from tests.factories.startups import OrganizationFactory
from tests.startups.importing.files import saved

pytestmark = pytest.mark.django_db
GOOD = "name_vi,sectors,note\nCông ty Biển Xanh,logistics,x\nCông ty Hạ Long,Nuôi yến,\n"
BAD = GOOD + ",logistics,\n"


def run(name, *arguments):
    """Return what the command printed and its exit code."""
    out = io.StringIO()
    try:
        call_command(name, *map(str, arguments), stdout=out)
    except SystemExit as end:
        return out.getvalue(), end.code
    return out.getvalue(), 0


def test_warnings_alone_are_a_success(tmp_path):
    printed, code = run("import_organizations", saved(tmp_path, GOOD), "--publish")
    assert code == 0
    note, heading, warning, summary = printed.splitlines()
    assert "“note”" in note
    assert heading.split() == ["Row", "Column", "Value", "Message"]
    assert warning.split()[:5] == ["warning", "3", "sectors", "Nuôi", "yến"]
    assert summary == "created: 2, updated: 0, unchanged: 0, refused: 0"
    assert Organization.objects.public().count() == 2


def test_refused_rows_end_with_1_and_the_good_ones_are_in(tmp_path):
    printed, code = run("import_organizations", saved(tmp_path, BAD))
    assert code == 1
    assert [line.split()[:3] for line in printed.splitlines() if line.startswith("ERROR")] == [
        ["ERROR", "4", "name_vi"]
    ]
    assert printed.splitlines()[-1] == "created: 2, updated: 0, unchanged: 0, refused: 1"
    assert Organization.objects.count() == 2


@pytest.mark.parametrize(("switch", "code"), [("--strict", 1), ("--dry-run", 1)])
def test_nothing_written_is_said(tmp_path, switch, code):
    printed, ended = run("import_organizations", saved(tmp_path, BAD), switch)
    assert ended == code
    assert printed.splitlines()[-1].startswith("Nothing was written")
    assert not Organization.objects.exists()


def test_an_unreadable_file_ends_with_2(tmp_path):
    with pytest.raises(CommandError, match="no column “name_vi”") as caught:
        run("import_organizations", saved(tmp_path, "a,b\n1,2\n"))
    assert caught.value.returncode == 2


@pytest.mark.parametrize("arguments", [["out.csv"], ["out.xlsx"], ["out.dat", "--format", "xlsx"]])
def test_export_and_import_are_mirrors(tmp_path, arguments):
    OrganizationFactory.create_batch(2)
    target = tmp_path / arguments[0]
    printed, code = run("export_organizations", target, *arguments[1:])
    assert (code, printed) == (0, f"2 organizations in {target}\n")
    assert target.read_bytes().startswith(b"PK" if "xlsx" in "".join(arguments) else b"\xef\xbb\xbfname_vi")
    printed, code = run("import_organizations", target)
    assert (code, printed) == (0, "created: 0, updated: 0, unchanged: 2, refused: 0\n")


def test_an_export_into_nowhere_is_said(tmp_path):
    with pytest.raises(CommandError, match="cannot be written"):
        run("export_organizations", tmp_path / "no" / "out.csv")
