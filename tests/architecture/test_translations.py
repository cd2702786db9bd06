"""Vietnamese is complete: every text of ours and of the admin's packages has an entry, and none has lost a variable."""

import re
from importlib.util import find_spec
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.conf import settings
from django.utils.translation import gettext, ngettext, override

from tests.architecture.messages import ROOT, messages

_VARIABLE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")
_OURS = ROOT / "locale" / "vi" / "LC_MESSAGES" / "django.po"
_PACKAGES = ROOT / "locale" / "packages" / "vi" / "LC_MESSAGES"
_CATALOGS = (_OURS, _PACKAGES / "django.po", _PACKAGES / "djangojs.po")


@pytest.fixture(scope="module", params=_CATALOGS, ids=lambda path: str(path.relative_to(ROOT / "locale")))
def catalog(request) -> polib.POFile:
    return polib.pofile(str(request.param))


def test_every_text_has_a_vietnamese_entry() -> None:
    there = {entry.msgid for path in _CATALOGS[:2] for entry in polib.pofile(str(path)) if entry.translated()}
    assert [f"{where}: {text}" for (text, _), where in messages().items() if text not in there] == []


@pytest.mark.parametrize("name", ["django.po", "djangojs.po"])
def test_every_text_of_wagtail_has_a_vietnamese_entry(name) -> None:
    """Wagtail's own Vietnamese is a third of it, and calls the same thing by several names; so every text is ours."""
    there = {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(_PACKAGES / name))}
    folders = [Path(app.path) for app in apps.get_app_configs() if app.name.split(".")[0] == "wagtail"]
    missing = [
        f"{folder.name}: {entry.msgid}"
        for folder in folders
        for path in folder.glob(f"locale/en/LC_MESSAGES/{name}")
        for entry in polib.pofile(str(path))
        if (entry.msgctxt, entry.msgid) not in there
    ]
    assert missing == []


def test_no_entry_for_packages_is_of_no_package() -> None:
    """After an upgrade this names what may go."""
    known = {entry.msgid for path in _sources() for entry in polib.pofile(str(path))}
    entries = [entry for path in _CATALOGS[1:] for entry in polib.pofile(str(path))]
    assert [entry.msgid for entry in entries if entry.msgid not in known] == []


def _sources() -> list[Path]:
    """Return the catalogs from which packages are translated, some of which keep none for English."""
    packages = {_folder(entry.occurrences[0][0]) for entry in polib.pofile(str(_PACKAGES / "django.po"))}
    found = [sorted(folder.glob("locale/*/LC_MESSAGES/*.po")) for folder in packages]
    return [path for paths in found for path in ([one for one in paths if "/en/" in str(one)] or paths[:1])]


def _folder(package: str) -> Path:
    spec = find_spec(package)
    assert spec is not None and spec.submodule_search_locations is not None, package
    folder = Path(spec.submodule_search_locations[0])
    return folder / "conf" if package == "django" else folder


def test_both_catalogs_say_the_same() -> None:
    """A text of ours that Wagtail has too is shown in its screens as well: "Name" is then no person's full name."""
    ours, packages = ({(e.msgctxt, e.msgid): e.msgstr for e in polib.pofile(str(path))} for path in _CATALOGS[:2])
    assert {text: (ours[text], packages[text]) for text in ours.keys() & packages if ours[text] != packages[text]} == {}


def test_no_entry_is_there_twice(catalog) -> None:
    texts = [(entry.msgctxt, entry.msgid) for entry in catalog]
    assert sorted({text[1] for text in texts if texts.count(text) > 1}) == []


def test_no_entry_is_fuzzy_or_empty(catalog) -> None:
    assert [entry.msgid for entry in catalog if not entry.translated() or "fuzzy" in entry.flags] == []


def test_no_entry_has_lost_a_variable(catalog) -> None:
    wrong = [
        entry.msgid
        for entry in catalog
        for text in ([entry.msgstr] if not entry.msgid_plural else entry.msgstr_plural.values())
        if sorted(set(_VARIABLE.findall(text))) != sorted(set(_VARIABLE.findall(entry.msgid_plural or entry.msgid)))
    ]
    assert wrong == []


def test_no_entry_has_lost_a_tag_or_an_edge(catalog) -> None:
    """Markup, addresses and what templates hang on (classes, data attributes) must be the same, and so must the edges."""
    wrong = [
        entry.msgid
        for entry in catalog
        if not entry.msgid_plural
        and (_markup(entry.msgstr) != _markup(entry.msgid) or _edges(entry.msgstr) != _edges(entry.msgid))
    ]
    assert wrong == []


def _markup(text: str) -> list[str]:
    return sorted(re.findall(r"<[^>]+>", text))


def _edges(text: str) -> tuple[bool, bool]:
    return text[:1].isspace(), text[-1:].isspace()


def test_ours_wins_over_the_packages_and_those_over_wagtail() -> None:
    assert [Path(path).name for path in settings.LOCALE_PATHS] == ["locale", "packages"]
    with override("vi"):
        assert gettext("Published") == "Đã xuất bản"
        assert gettext("Save Draft") == "Lưu nháp"
        assert ngettext("Delete 1 document", "Delete %(counter)s documents", 1) == "Xóa %(counter)s tài liệu"
