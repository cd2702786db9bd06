"""Rows into organizations: known by tax code, then by external code; written in batches of 200."""

from collections import Counter
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field

from django.db import DatabaseError, DataError, IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from portal.core.vietnamese import normalize, sort_key
from portal.search.indexing import index_changed
from startups.enums import OrganizationKind
from startups.importing.parsing import ParsedRow, Remark, parse
from startups.importing.reading import RawRow
from startups.importing.vocabularies import Vocabularies
from startups.importing.writing import Change, differing, parts_of, publish, wanted_parts, write_changes
from startups.models import Organization

BATCH = 200
_CODES = ("tax_code", "external_code")
_DEADLOCK = "40P01"  # PostgreSQL's own code for it


@dataclass
class ImportReport:
    """What became of a file: how many rows were created, updated, unchanged or refused, and a remark a cell."""

    counts: Counter[str] = field(default_factory=Counter)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def errors(self) -> list[Remark]:
        return [remark for remark in self.remarks if remark.is_error]


@dataclass
class _Run:
    """One import while it goes on; `seen` tells which row has named an organization, by its key."""

    known: Vocabularies
    report: ImportReport
    publish: bool
    sample: bool
    index: bool
    seen: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class _Outcome:
    """What became of one batch."""

    counts: Counter[str]
    refused: list[Remark]
    seen: dict[int, int]


class NothingWritten(Exception):
    """Rolls a whole file back."""


def import_rows(
    rows: Sequence[RawRow], *, publish: bool = False, sample: bool = False, strict: bool = False, dry_run: bool = False
) -> ImportReport:
    """Write rows and index them. Good rows go in, committed every 200; with `strict` none when one is refused.

    `dry_run` does everything and takes it back. A row whose content is there already changes nothing, not even a date.
    A row without any code is the organization of exactly that name which has no code either.
    """
    report = ImportReport()
    run = _Run(Vocabularies(), report, publish=publish, sample=sample, index=not dry_run)
    parsed = [parse(row, run.known) for row in rows]
    _refuse_repeated(parsed)
    good = [row for row in parsed if row.is_good]
    report.remarks = [remark for row in parsed for remark in row.remarks]
    report.counts["refused"] = len(parsed) - len(good)
    if strict and report.errors:
        return report
    try:
        with transaction.atomic() if strict or dry_run else nullcontext():
            for start in range(0, len(good), BATCH):
                _write_batch(good[start : start + BATCH], run)
            if dry_run or (strict and report.errors):
                raise NothingWritten
    except NothingWritten:
        if not dry_run:
            report.counts = Counter(refused=report.counts["refused"])
    report.remarks.sort(key=lambda remark: remark.row)
    return report


def _refuse_repeated(rows: list[ParsedRow]) -> None:
    """What identifies one organization may stand in one row only: the later row is refused."""
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        for column in _CODES if row.has_code else ("name_vi",):
            value = row.fields.get(column)
            if value and row.is_good:
                first = seen.setdefault((column, value), row.number)
                if first != row.number:
                    row.remarks.append(_error(row, column, _("The same stands in row %(row)d.") % {"row": first}))


def _error(row: ParsedRow, column: str, message: str) -> Remark:
    return Remark(row.number, column, str(row.fields.get(column, ""))[:80], message, is_error=True)


def _write_batch(batch: list[ParsedRow], run: _Run, *, again: bool = True) -> None:
    """Write and index one batch in one transaction; what the database refuses is looked for row by row.

    A single row is tried twice: whoever was in its way is done by then, and what he wrote can be seen.
    """
    try:
        with transaction.atomic():
            outcome = _write(batch, run)
    except DatabaseError as error:
        if not _concerns_rows(error):
            raise
        if len(batch) > 1:
            for row in batch:
                _write_batch([row], run)
            return
        if again:
            _write_batch(batch, run, again=False)
            return
        problem = _error(batch[0], "", _("The database refused the row; somebody may be changing it now."))
        outcome = _Outcome(Counter(), [problem], {})
    run.seen |= outcome.seen
    run.report.counts.update(outcome.counts)
    run.report.counts["refused"] += len(outcome.refused)
    run.report.remarks += outcome.refused


def _concerns_rows(error: DatabaseError) -> bool:
    """Whether rows are to blame, or somebody who writes the same ones (a deadlock), and not the database as a whole."""
    return isinstance(error, IntegrityError | DataError) or getattr(error.__cause__, "sqlstate", "") == _DEADLOCK


def _write(batch: list[ParsedRow], run: _Run) -> _Outcome:
    """Write one batch and say what became of it; it counts when it is committed."""
    existing = _existing(batch)
    refused: list[Remark] = []
    changes: list[Change] = []
    seen: dict[int, int] = {}
    unchanged = 0
    for row in batch:
        found, problem = _find(row, existing)
        if found and (first := run.seen.get(found.pk) or seen.get(found.pk)):
            problem = _error(row, "", _("Row %(row)d names the same organization.") % {"row": first})
        if problem:
            refused.append(problem)
            continue
        if found:
            seen[found.pk] = row.number
        if change := _change(row, found, run):
            changes.append(change)
        else:
            unchanged += 1
    write_changes(changes)
    if run.index:
        index_changed("organization", [change.organization.pk for change in changes])
    new = sum(change.is_new for change in changes)
    return _Outcome(Counter(created=new, updated=len(changes) - new, unchanged=unchanged), refused, seen)


def _change(row: ParsedRow, found: Organization | None, run: _Run) -> Change | None:
    """Return what the row would change, or None where everything it says is there already."""
    organization = found or Organization(kind=OrganizationKind.ENTERPRISE, is_sample=run.sample)
    now = parts_of(found, run.known)
    wanted = wanted_parts(row, now)
    columns = differing(row.fields, organization)
    for name in columns:
        setattr(organization, name, row.fields[name])
    is_published_now = run.publish and publish(organization)
    if found and not columns and not is_published_now and wanted == now:
        return None
    return Change(organization, wanted, columns, is_new=found is None)


def _existing(batch: list[ParsedRow]) -> dict[tuple[str, str], list[Organization]]:
    """Read and lock what the rows may mean: organizations by each of their codes, those without any by name."""
    # The sort key is the same for all ways to write spaces and marks, and it has an index.
    names = {sort_key(row.fields["name_vi"]) for row in batch if not row.has_code}
    wanted = Q(tax_code=None, external_code=None, sort_key__in=names)
    for column in _CODES:
        wanted |= Q(**{f"{column}__in": {row.fields[column] for row in batch if row.fields.get(column)}})
    organizations = (
        Organization.objects.filter(wanted)
        .select_for_update()
        .order_by("pk")
        .prefetch_related("sectors", "technologies", "products", "certificates")
    )
    found: dict[tuple[str, str], list[Organization]] = {}
    for organization in organizations:
        codes = [(column, getattr(organization, column)) for column in _CODES if getattr(organization, column)]
        for key in codes or [("name_vi", normalize(organization.name_vi))]:
            found.setdefault(key, []).append(organization)
    return found


def _find(
    row: ParsedRow, existing: dict[tuple[str, str], list[Organization]]
) -> tuple[Organization | None, Remark | None]:
    """Return the organization that a row means, or why it cannot be said."""
    if not row.has_code:
        found = existing.get(("name_vi", normalize(row.fields["name_vi"])), [])
        if len(found) > 1:
            return None, _error(
                row, "name_vi", _("Several organizations have this name; say by a code which one it is.")
            )
        return (found[0] if found else None), None
    found = [one for column in _CODES for one in existing.get((column, row.fields.get(column) or ""), [])]
    if len({one.pk for one in found}) > 1:
        # It would take a code from one of them.
        return None, _error(row, "external_code", _("This code belongs to another organization than the tax code."))
    return (found[0] if found else None), None
