"""One row understood: what goes into the database, what is wrong, what was kept as a keyword."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils import timezone
from django.utils.translation import gettext as _
from stdnum.exceptions import ValidationError as NumberError
from stdnum.vn import mst

from startups.importing.columns import plain, several
from startups.importing.lines import MOST_CELL
from startups.importing.reading import RawRow
from startups.importing.vocabularies import Vocabularies

MOST_TAGS = 30
_LONGEST_TAG = 100
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b", re.ASCII)
_LOST = re.compile(r"\ufffd|[^\W\d_]\?[^\W\d_]")
_LENGTHS = {
    "name_vi": 200, "name_en": 200, "brand_name": 120, "external_code": 60, "website": 300, "email": 254, "phone": 40,
    "tagline_vi": 200, "tagline_en": 200,
}  # fmt: skip
# Too long a text of these is cut; of the others a part would be wrong, so that the value is left out.
_TEXTS = ("name_en", "brand_name", "tagline_vi", "tagline_en", "description_vi", "description_en")
_check_web_address = URLValidator(schemes=["http", "https"])
_CONTACTS = {"website": "website", "email": "email_public", "phone": "phone_public"}


@dataclass(frozen=True)
class Remark:
    """Something about one cell: an error keeps the row out, a warning does not."""

    row: int
    column: str
    value: str
    message: str
    is_error: bool = False


@dataclass
class ParsedRow:
    """A row ready to be written.

    `fields` are columns of the organization, and what is not in them stays as it is. `words` are keywords: the cell
    "tags", and values that no vocabulary knows. `given` are the columns whose cell replaces what is there.
    """

    number: int
    fields: dict[str, Any] = field(default_factory=dict)
    sectors: list[int] = field(default_factory=list)
    technologies: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    products: list[str] = field(default_factory=list)
    certificates: list[str] = field(default_factory=list)
    given: frozenset[str] = frozenset()
    remarks: list[Remark] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        return not any(remark.is_error for remark in self.remarks)

    @property
    def has_code(self) -> bool:
        return bool(self.fields.get("tax_code") or self.fields.get("external_code"))


def parse(row: RawRow, known: Vocabularies) -> ParsedRow:
    """Understand a row; never raises, whatever its cells hold."""
    parsed = ParsedRow(row.number)
    if row.problem:
        _remark(parsed, "", "", row.problem, error=True)
        return parsed
    for column in row.untaken:
        _remark(parsed, column, "", _("The cell holds a formula or an error; its value is not taken."))
    cells = _without_long(row, parsed)
    parsed.given = frozenset(cells)
    _name(cells, parsed)
    _codes(cells, parsed)
    parsed.fields |= {column: cells[column] for column in _TEXTS if column in cells}
    words = [*_choices(cells, parsed, known), *_sectors(cells, parsed, known), *several(cells.get("tags", ""))]
    _keywords(words, parsed, known)
    _contacts(cells, parsed)
    parsed.products = _short(cells, "products", 200, parsed)
    parsed.certificates = _short(cells, "certificate", 300, parsed)
    return parsed


def _without_long(row: RawRow, parsed: ParsedRow) -> dict[str, str]:
    cells = {column: text for column, text in row.cells.items() if column not in row.untaken}
    for column, text in list(cells.items()):
        limit = _LENGTHS.get(column, MOST_CELL)
        if len(text) > limit:
            message = _("The text is longer than %(limit)d characters.") % {"limit": limit}
            _remark(parsed, column, text, message, error=column in {"name_vi", "external_code"})
            if column in _TEXTS:
                cells[column] = text[:limit].strip()
            else:
                del cells[column]
    return cells


def _name(cells: Mapping[str, str], parsed: ParsedRow) -> None:
    name = cells.get("name_vi", "")
    if not name and parsed.is_good:
        _remark(parsed, "name_vi", "", _("The name is missing."), error=True)
    elif lost := next((column for column, text in cells.items() if "\ufffd" in text), ""):
        _remark(parsed, lost, cells[lost], _letters_lost(), error=True)
    elif _LOST.search(name):
        _remark(parsed, "name_vi", name, _letters_lost(), error=True)
    parsed.fields["name_vi"] = name


def _letters_lost() -> str:
    return _("Letters were lost when the file was saved; save it as “CSV UTF-8” or as XLSX.")


def _codes(cells: Mapping[str, str], parsed: ParsedRow) -> None:
    """Read the codes; an empty cell takes no code away, because a row is known again by them."""
    if code := cells.get("external_code", ""):
        parsed.fields["external_code"] = code
    if written := cells.get("tax_code", ""):
        try:
            parsed.fields["tax_code"] = mst.format(mst.validate(written))
        except NumberError:
            _remark(parsed, "tax_code", written, _("This is no valid tax code."), error=True)


def _choices(cells: Mapping[str, str], parsed: ParsedRow, known: Vocabularies) -> list[str]:
    """Read kind, stage, unit and year; return unknown kinds, stages and units, which become keywords."""
    words = []
    for column, values in (("kind", known.kinds), ("stage", known.stages)):
        written = cells.get(column, "")
        if value := values.get(plain(written)):
            parsed.fields[column] = value
        elif written:
            words.append(written)
            _remark(parsed, column, written, _("This value is not known; it is kept as a keyword."))
        elif column == "stage" and column in cells:
            parsed.fields["stage"] = ""
    if written := cells.get("unit", ""):
        units = known.units(written)
        if len(units) == 1:
            parsed.fields["unit_id"] = units[0].pk
        else:
            words.append(written)
            _remark(parsed, "unit", written, _unit_message([unit.name_vi for unit in units]))
    elif "unit" in cells:
        parsed.fields["unit_id"] = None
    _year(cells, parsed)
    return words


def _unit_message(names: list[str]) -> str:
    if not names:
        return _("No ward, commune or special zone has this name; it is kept as a keyword.")
    return _("It was divided among %(units)s; it is kept as a keyword.") % {"units": ", ".join(names)}


def _year(cells: Mapping[str, str], parsed: ParsedRow) -> None:
    written = cells.get("founded", "")
    year = _YEAR.search(written)
    if year and int(year[1]) <= timezone.localdate().year:
        parsed.fields["founded_year"] = int(year[1])
    elif written:
        _remark(parsed, "founded", written, _("There is no past year in this cell; it is left out."))
    elif "founded" in cells:
        parsed.fields["founded_year"] = None


def _sectors(cells: Mapping[str, str], parsed: ParsedRow, known: Vocabularies) -> list[str]:
    """Read the sectors; return those that are not known, which become keywords."""
    words = []
    for written in several(cells.get("sectors", "")):
        if term := known.sectors.get(plain(written)):
            parsed.sectors.append(term)
        else:
            words.append(written)
            _remark(parsed, "sectors", written, _("This sector is not known; it is kept as a keyword."))
    return words


def _keywords(words: list[str], parsed: ParsedRow, known: Vocabularies) -> None:
    parsed.technologies, others = sort_out(words, known)
    too_long = _("A keyword is longer than %(limit)d characters; it is left out.") % {"limit": _LONGEST_TAG}
    for word in others:
        if len(word) > _LONGEST_TAG:
            _remark(parsed, "tags", word, too_long)
    kept = [word for word in others if len(word) <= _LONGEST_TAG]
    if len(kept) > MOST_TAGS:
        _remark(parsed, "tags", kept[MOST_TAGS], _("There are more than %(limit)d keywords.") % {"limit": MOST_TAGS})
    parsed.words = kept[:MOST_TAGS]


def sort_out(words: list[str], known: Vocabularies) -> tuple[list[int], list[str]]:
    """Part keywords into technologies, by key, and words that name none."""
    terms = {word: known.technologies.get(plain(word)) for word in words}
    technologies = list(dict.fromkeys(term for term in terms.values() if term))
    return technologies, [word for word, term in terms.items() if not term]


def _contacts(cells: Mapping[str, str], parsed: ParsedRow) -> None:
    for column, target in _CONTACTS.items():
        value = cells.get(column, "")
        if column == "website" and value and "://" not in value:
            value = f"https://{value}"
        if problem := _contact_problem(column, value):
            _remark(parsed, column, value, problem)
        elif column in cells:
            parsed.fields[target] = value


def _contact_problem(column: str, value: str) -> str:
    """Say what is wrong with the way to reach somebody, or nothing."""
    try:
        if value and column == "website":
            _check_web_address(value)
        elif value and column == "email":
            validate_email(value)
    except ValidationError:
        is_website = column == "website"
        return (
            _("This is no web address; it is left out.")
            if is_website
            else _("This is no e-mail address; it is left out.")
        )
    # With https:// before it an address may have become too long.
    limit = _LENGTHS[column]
    return _("The text is longer than %(limit)d characters.") % {"limit": limit} if len(value) > limit else ""


def _short(cells: Mapping[str, str], column: str, limit: int, parsed: ParsedRow) -> list[str]:
    values = several(cells.get(column, ""))
    too_long = _("The text is longer than %(limit)d characters; it is cut.") % {"limit": limit}
    for value in values:
        if len(value) > limit:
            _remark(parsed, column, value, too_long)
    return list(dict.fromkeys(value[:limit].strip() for value in values))


def _remark(parsed: ParsedRow, column: str, value: str, message: str, *, error: bool = False) -> None:
    parsed.remarks.append(Remark(parsed.number, column, value[:80], message, error))
