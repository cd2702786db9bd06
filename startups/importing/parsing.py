"""One row understood: what goes into the database, what is wrong, what was kept as a word."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _
from django.utils.translation import override
from stdnum.exceptions import ValidationError as NumberError
from stdnum.vn import mst

from portal.core.vietnamese import fold
from startups import enums
from startups.importing.columns import SEPARATOR
from startups.importing.reading import MOST_CELL, RawRow
from startups.models import AdminUnit, Term

_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_MOST_TAGS = 30
_LENGTHS = {
    "name_vi": 200, "name_en": 200, "brand_name": 120, "external_code": 60, "website": 300, "email": 254, "phone": 40,
    "tagline_vi": 200, "tagline_en": 200,
}  # fmt: skip
_TEXTS = ("name_vi", "name_en", "brand_name", "tagline_vi", "tagline_en", "description_vi", "description_en")


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
    """A row ready to be written: columns of the organization, and what lies in other tables."""

    number: int
    fields: dict[str, Any] = field(default_factory=dict)
    sectors: list[int] = field(default_factory=list)
    technologies: list[int] = field(default_factory=list)
    products: list[str] = field(default_factory=list)
    certificates: list[str] = field(default_factory=list)
    given: frozenset[str] = frozenset()
    remarks: list[Remark] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        return not any(remark.is_error for remark in self.remarks)


def plain(text: str) -> str:
    """Return a word as it is compared: marks, case, signs and spaces ignored."""
    return " ".join(re.sub(r"[^a-z0-9&]+", " ", fold(text)).split())


class Vocabularies:
    """Every name under which a value may be written, read once for a file."""

    @cached_property
    def sectors(self) -> dict[str, Term]:
        return _names((term, (term.code, term.name_vi, term.name_en, *term.aliases)) for term in Term.objects.sectors())

    @cached_property
    def technologies(self) -> dict[str, Term]:
        return _names((term, (term.code, term.name_vi, term.name_en, *term.aliases)) for term in Term.objects.technologies())

    @cached_property
    def units(self) -> dict[str, AdminUnit]:
        units = list(AdminUnit.objects.all())
        known = _names((unit, (unit.code, unit.name_vi, unit.name_en, unit.short_name_vi, unit.slug)) for unit in units)
        # A former ward or commune went into one or several units; only the first kind says where something is.
        former: dict[str, set[int]] = {}
        for unit in units:
            for name in unit.former_units:
                former.setdefault(plain(name), set()).add(unit.pk)
        by_pk = {unit.pk: unit for unit in units}
        return {name: by_pk[next(iter(pks))] for name, pks in former.items() if len(pks) == 1} | known

    @cached_property
    def kinds(self) -> dict[str, str]:
        return _choices(enums.OrganizationKind)

    @cached_property
    def stages(self) -> dict[str, str]:
        return _choices(enums.Stage)


def _names(rows: Iterable[tuple[Any, Iterable[str]]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row, names in rows:
        for name in names:
            found.setdefault(plain(name), row)
    return found


def _choices(enum: Any) -> dict[str, str]:
    found = {}
    for language in ("vi", "en"):
        with override(language):
            found |= {plain(str(member.label)): member.value for member in enum}
    return found | {plain(member.value): member.value for member in enum}


def parse(row: RawRow, known: Vocabularies) -> ParsedRow:
    """Understand a row; never raises, whatever its cells hold."""
    parsed = ParsedRow(row.number, given=frozenset(row.cells))
    cells = _without_long(row, parsed)
    for column in row.formulas:
        _remark(parsed, column, "", _("The cell holds a formula; its value is not taken."))
    for column in _TEXTS:
        if column in cells:
            parsed.fields[column] = cells[column]
    if not cells.get("name_vi"):
        _remark(parsed, "name_vi", "", _("The name is missing."), error=True)
    _codes(cells, parsed)
    tags = _fields_of_choice(cells, parsed, known)
    _terms(cells, parsed, known, tags)
    _contacts(cells, parsed)
    parsed.products = _several(cells.get("products", ""), 200)
    parsed.certificates = _several(cells.get("certificate", ""), 300)
    return parsed


def _without_long(row: RawRow, parsed: ParsedRow) -> dict[str, str]:
    cells = dict(row.cells)
    for column, text in row.cells.items():
        limit = _LENGTHS.get(column, MOST_CELL)
        if len(text) > limit:
            is_error = column == "name_vi"
            _remark(parsed, column, text, _("The text is longer than %(limit)d characters.") % {"limit": limit}, error=is_error)
            cells[column] = "" if column in {"website", "email", "external_code", "phone"} else text[:limit]
    return cells


def _codes(cells: Mapping[str, str], parsed: ParsedRow) -> None:
    if "external_code" in cells:
        parsed.fields["external_code"] = cells["external_code"] or None
    if written := cells.get("tax_code", ""):
        try:
            parsed.fields["tax_code"] = mst.format(mst.validate(written))
        except NumberError:
            _remark(parsed, "tax_code", written, _("This is no valid tax code."), error=True)
    elif "tax_code" in cells:
        parsed.fields["tax_code"] = None


def _fields_of_choice(cells: Mapping[str, str], parsed: ParsedRow, known: Vocabularies) -> list[str]:
    """Read kind, stage, unit and year; an unknown kind or stage becomes a tag."""
    tags = []
    for column, values in (("kind", known.kinds), ("stage", known.stages)):
        written = cells.get(column, "")
        value = values.get(plain(written))
        if value:
            parsed.fields[column] = value
        elif written:
            tags.append(written)
            _remark(parsed, column, written, _("This value is not known; it is kept as a keyword."))
        elif column == "stage" and column in cells:
            parsed.fields["stage"] = ""
    if written := cells.get("unit", ""):
        unit = known.units.get(plain(written))
        if unit:
            parsed.fields["unit_id"] = unit.pk
        else:
            tags.append(written)
            _remark(parsed, "unit", written, _("No ward, commune or special zone has this name; it is kept as a keyword."))
    elif "unit" in cells:
        parsed.fields["unit_id"] = None
    if "founded" in cells:
        year = _YEAR.search(cells["founded"])
        parsed.fields["founded_year"] = int(year[1]) if year else None
        if cells["founded"] and not year:
            _remark(parsed, "founded", cells["founded"], _("There is no year in this cell."))
    return tags


def _terms(cells: Mapping[str, str], parsed: ParsedRow, known: Vocabularies, tags: list[str]) -> None:
    """Read sectors and tags; a tag that names a technology is stored as one, an unknown sector becomes a tag."""
    for written in _several(cells.get("sectors", ""), 100):
        if term := known.sectors.get(plain(written)):
            parsed.sectors.append(term.pk)
        else:
            tags.append(written)
            _remark(parsed, "sectors", written, _("This sector is not known; it is kept as a keyword."))
    for written in _several(cells.get("tags", ""), 100):
        if term := known.technologies.get(plain(written)):
            parsed.technologies.append(term.pk)
        else:
            tags.append(written)
    parsed.sectors = list(dict.fromkeys(parsed.sectors))
    parsed.technologies = list(dict.fromkeys(parsed.technologies))
    if {"tags", "sectors", "kind", "stage", "unit"} & set(cells):
        parsed.fields["tags"] = list(dict.fromkeys(tags))[:_MOST_TAGS]


def _contacts(cells: Mapping[str, str], parsed: ParsedRow) -> None:
    if website := cells.get("website", ""):
        website = website if "://" in website else f"https://{website}"
        try:
            URLValidator(schemes=["http", "https"])(website)
        except ValidationError:
            _remark(parsed, "website", website, _("This is no web address; it is left out."))
            website = ""
    if email := cells.get("email", ""):
        try:
            validate_email(email)
        except ValidationError:
            _remark(parsed, "email", email, _("This is no e-mail address; it is left out."))
            email = ""
    values = {"website": website, "email": email, "phone": cells.get("phone", "")}
    targets = {"website": "website", "email": "email_public", "phone": "phone_public"}
    parsed.fields |= {targets[column]: value for column, value in values.items() if column in cells}


def _several(text: str, limit: int) -> list[str]:
    parts = (part.strip()[:limit] for part in text.replace("\n", SEPARATOR).split(SEPARATOR))
    return list(dict.fromkeys(part for part in parts if part))


def _remark(parsed: ParsedRow, column: str, value: str, message: str, *, error: bool = False) -> None:
    parsed.remarks.append(Remark(parsed.number, column, value[:80], message, error))


