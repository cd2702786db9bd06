"""Rows into organizations: known by tax code, then by external code; written in batches of 200."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.vietnamese import slug as make_slug
from portal.search.indexing import index_changed
from startups.enums import CertificateState, OrganizationKind, PublicationState
from startups.importing.parsing import ParsedRow, Remark, Vocabularies, parse
from startups.importing.reading import RawRow
from startups.models import Certificate, Organization, Product

BATCH = 200


@dataclass
class ImportReport:
    """What became of a file: how many rows were created, updated, unchanged or refused, and a remark a cell."""

    counts: Counter[str] = field(default_factory=Counter)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def errors(self) -> list[Remark]:
        return [remark for remark in self.remarks if remark.is_error]


class NothingWritten(Exception):
    """Rolls a batch or a whole file back."""


def import_rows(
    rows: Sequence[RawRow], *, publish: bool = False, sample: bool = False, strict: bool = False, dry_run: bool = False
) -> ImportReport:
    """Write rows and index them. Good rows go in, committed every 200; with `strict` none when one is refused.

    `dry_run` does everything and takes it back. A row whose content is already there changes nothing, not even its date.
    """
    report = ImportReport()
    known = Vocabularies()
    parsed = [parse(row, known) for row in rows]
    _refuse_repeated(parsed)
    good = [row for row in parsed if row.is_good]
    report.remarks = [remark for row in parsed for remark in row.remarks]
    report.counts["refused"] = len(parsed) - len(good)
    if strict and report.errors:
        return report
    if strict or dry_run:  # all or nothing, or nothing at all
        _whole(good, report, publish=publish, sample=sample, dry_run=dry_run)
        return report
    for batch in _batches(good):
        with transaction.atomic():
            index_changed("organization", _write(batch, report, publish=publish, sample=sample))
    return report


def _whole(good: list[ParsedRow], report: ImportReport, *, publish: bool, sample: bool, dry_run: bool) -> None:
    try:
        with transaction.atomic():
            changed: list[int] = []
            for batch in _batches(good):
                changed += _write(batch, report, publish=publish, sample=sample)
            if dry_run:
                raise NothingWritten
            index_changed("organization", changed)
    except NothingWritten:
        pass


def _batches(rows: list[ParsedRow]) -> Iterator[list[ParsedRow]]:
    return (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))


def _refuse_repeated(rows: list[ParsedRow]) -> None:
    """A code that stands in two rows of one file names two things: the later row is refused."""
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        for column in ("tax_code", "external_code"):
            value = row.fields.get(column)
            if value and row.is_good:
                first = seen.setdefault((column, value), row.number)
                if first != row.number:
                    message = _("The same code stands in row %(row)d.") % {"row": first}
                    row.remarks.append(Remark(row.number, column, value, message, is_error=True))


def _write(batch: list[ParsedRow], report: ImportReport, *, publish: bool, sample: bool) -> list[int]:
    """Write one batch; return the keys of what changed."""
    existing = _existing(batch)
    created, updated, unchanged = [], [], 0
    pairs: list[tuple[ParsedRow, Organization]] = []
    for row in batch:
        found = existing.get(("tax_code", row.fields.get("tax_code") or "")) or existing.get(
            ("external_code", row.fields.get("external_code") or "")
        )
        if clash := _clash(row, found, existing):
            report.counts["refused"] += 1
            report.remarks.append(clash)
            continue
        if found is None:
            organization = Organization(kind=OrganizationKind.ENTERPRISE, is_sample=sample)
            _apply(row, organization, publish=publish)
            created.append(organization)
        elif _differs(row, found, publish=publish):
            _apply(row, found, publish=publish)
            updated.append(organization := found)
        else:
            unchanged += 1
            continue
        pairs.append((row, organization))
    _give_addresses(created)
    Organization.objects.bulk_create(created)
    if updated:
        names = sorted({name for row, _one in pairs for name in row.fields} | {"publication_state", "sort_key", "updated_at"})
        Organization.objects.bulk_update(updated, names)
    _write_parts(pairs)
    report.counts.update(created=len(created), updated=len(updated), unchanged=unchanged)
    return [organization.pk for organization in (*created, *updated)]


def _existing(batch: list[ParsedRow]) -> dict[tuple[str, str], Organization]:
    found: dict[tuple[str, str], Organization] = {}
    for column in ("tax_code", "external_code"):
        values = [row.fields[column] for row in batch if row.fields.get(column)]
        for organization in Organization.objects.filter(**{f"{column}__in": values}).prefetch_related(
            "sectors", "technologies", "products", "certificates"
        ):
            found[column, getattr(organization, column)] = organization
    # One organization may be found by either of its codes: it is the same object then.
    same = {organization.pk: organization for organization in found.values()}
    return {key: same[organization.pk] for key, organization in found.items()}


def _clash(row: ParsedRow, found: Organization | None, existing: dict) -> Remark | None:
    """A row whose two codes belong to two organizations must not take a code from either."""
    other = existing.get(("external_code", row.fields.get("external_code") or ""))
    if found is not None and other is not None and other.pk != found.pk:
        value = row.fields["external_code"]
        return Remark(row.number, "external_code", value, _("This code belongs to another organization."), is_error=True)
    return None


def _apply(row: ParsedRow, organization: Organization, *, publish: bool) -> None:
    for name, value in row.fields.items():
        setattr(organization, name, value)
    if publish:
        organization.publication_state = PublicationState.PUBLISHED
    organization.updated_at = timezone.now()
    organization.prepare()


def _differs(row: ParsedRow, organization: Organization, *, publish: bool) -> bool:
    """Whether a row says anything that the organization does not say already."""
    if any(getattr(organization, name) != value for name, value in row.fields.items()):
        return True
    if publish and organization.publication_state != PublicationState.PUBLISHED:
        return True
    parts = {
        "sectors": {term.pk for term in organization.sectors.all()} != set(row.sectors),
        "tags": {term.pk for term in organization.technologies.all()} != set(row.technologies),
        "products": [product.name_vi for product in organization.products.all()] != row.products,
        "certificate": _stated(organization) != row.certificates,
    }
    return any(different for column, different in parts.items() if column in row.given)


def _stated(organization: Organization) -> list[str]:
    return [c.statement for c in organization.certificates.all() if c.state == CertificateState.STATED]


def _give_addresses(organizations: list[Organization]) -> None:
    """Give new organizations addresses that nobody has: the name, and a number where it is taken."""
    wanted = [make_slug(organization.name_vi, 100) or "to-chuc" for organization in organizations]
    taken = set()
    for base in set(wanted):
        taken |= set(Organization.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    for organization, base in zip(organizations, wanted, strict=True):
        slug, number = base, 1
        while slug in taken:
            number += 1
            slug = f"{base}-{number}"
        taken.add(slug)
        organization.slug = slug


def _write_parts(pairs: list[tuple[ParsedRow, Organization]]) -> None:
    """Replace the parts that the file has a column for; confirmed certificates are never touched."""
    for relation, column in (("sectors", "sectors"), ("technologies", "tags")):
        through = Organization._meta.get_field(relation).remote_field.through  # type: ignore[union-attr]
        written = [(row, one) for row, one in pairs if column in row.given]
        through.objects.filter(organization_id__in=[one.pk for _row, one in written]).delete()
        through.objects.bulk_create(
            through(organization_id=one.pk, term_id=term) for row, one in written for term in getattr(row, relation)
        )
    with_products = [(row, one) for row, one in pairs if "products" in row.given and _products(one) != row.products]
    Product.objects.filter(organization__in=[one.pk for _row, one in with_products]).delete()
    Product.objects.bulk_create(
        Product(organization=one, name_vi=name, position=place)
        for row, one in with_products
        for place, name in enumerate(row.products)
    )
    stating = [(row, one) for row, one in pairs if "certificate" in row.given]
    stated = Certificate.objects.filter(organization__in=[one.pk for _row, one in stating], state=CertificateState.STATED)
    stated.delete()
    Certificate.objects.bulk_create(
        Certificate(organization=one, statement=text) for row, one in stating for text in row.certificates
    )


def _products(organization: Organization) -> list[str]:
    cached = getattr(organization, "_prefetched_objects_cache", {})
    return [product.name_vi for product in cached.get("products", ())]
