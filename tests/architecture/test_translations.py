"""Vietnamese is complete: every text of ours has an entry, none is fuzzy, and none has lost a variable."""

import re

import polib
import pytest

from tests.architecture.messages import ROOT, messages

_VARIABLE = re.compile(r"%\(\w+\)[sd]|%[sd]")
_PO = ROOT / "locale" / "vi" / "LC_MESSAGES" / "django.po"


@pytest.fixture(scope="module")
def catalog() -> polib.POFile:
    return polib.pofile(str(_PO))


def test_every_text_has_a_vietnamese_entry(catalog) -> None:
    there = {entry.msgid for entry in catalog if entry.translated()}
    assert [f"{where}: {text}" for (text, _), where in messages().items() if text not in there] == []


def test_no_entry_is_fuzzy_or_empty(catalog) -> None:
    assert [entry.msgid for entry in catalog if not entry.translated() or "fuzzy" in entry.flags] == []


def test_no_entry_has_lost_a_variable(catalog) -> None:
    wrong = [
        entry.msgid
        for entry in catalog
        for text in ([entry.msgstr] if not entry.msgid_plural else entry.msgstr_plural.values())
        if set(_VARIABLE.findall(text)) != set(_VARIABLE.findall(entry.msgid_plural or entry.msgid))
    ]
    assert wrong == []
