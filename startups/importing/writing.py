"""Changes of organizations as an import makes them: compared first, then written many at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from portal.core.vietnamese import slug as make_slug
from startups.enums import CertificateState, PublicationState
from startups.importing.lines import clean
from startups.importing.parsing import MOST_TAGS, ParsedRow, sort_out
from startups.importing.vocabularies import Vocabularies
from startups.models import Certificate, Organization, Product

_ALWAYS_WRITTEN = ("tags", "publication_state", "sort_key", "updated_at")
_LONGEST_SLUG = 100


@dataclass(frozen=True)
class Parts:
    """What an organization has several of."""

    sectors: frozenset[int] = frozenset()
    technologies: frozenset[int] = frozenset()
    tags: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Change:
    """An organization with its new columns, the parts it shall have, and whether it is new."""

    organization: Organization
    parts: Parts
    columns: frozenset[str]
    is_new: bool


def parts_of(organization: Organization | None, known: Vocabularies) -> Parts:
    """Return what there is; a tag that names a technology counts as one, as in a file."""
    if organization is None:
        return Parts()
    technologies, tags = sort_out([clean(tag) for tag in organization.tags], known)
    return Parts(
        sectors=frozenset(term.pk for term in organization.sectors.all()),
        technologies=frozenset([*technologies, *(term.pk for term in organization.technologies.all())]),
        tags=tuple(tags),
        products=tuple(clean(product.name_vi) for product in organization.products.all()),
        certificates=tuple(clean(certificate.statement) for certificate in stated(organization)),
    )


def stated(organization: Organization) -> list[Certificate]:
    """Return the certificates that the firm has stated in words; confirmed ones are no business of a spreadsheet."""
    return [one for one in organization.certificates.all() if one.state == CertificateState.STATED and one.statement]


def wanted_parts(row: ParsedRow, now: Parts) -> Parts:
    """Return what there should be: a cell replaces; a keyword out of another column is added."""
    replaces = "tags" in row.given
    return Parts(
        sectors=frozenset(row.sectors) if "sectors" in row.given else now.sectors,
        technologies=frozenset(row.technologies) | (frozenset() if replaces else now.technologies),
        tags=tuple(row.words) if replaces else tuple(dict.fromkeys([*now.tags, *row.words]))[:MOST_TAGS],
        products=tuple(row.products) if "products" in row.given else now.products,
        certificates=tuple(row.certificates) if "certificate" in row.given else now.certificates,
    )


def differing(fields: Mapping[str, Any], organization: Organization) -> frozenset[str]:
    """Return the columns whose value is another one; spaces and normal forms make no difference."""
    return frozenset(name for name, value in fields.items() if _plain(getattr(organization, name)) != value)


def _plain(value: Any) -> Any:
    return clean(value) if isinstance(value, str) else value


def write_changes(changes: Sequence[Change]) -> None:
    """Write organizations and their parts, in a number of queries that does not depend on how many there are."""
    now = timezone.now()
    for change in changes:
        change.organization.tags = list(change.parts.tags)
        change.organization.updated_at = now
        change.organization.prepare()
    new = [change.organization for change in changes if change.is_new]
    _give_addresses(new)
    Organization.objects.bulk_create(new)
    old = [change for change in changes if not change.is_new]
    if old:
        columns = frozenset(_ALWAYS_WRITTEN).union(*(change.columns for change in old))
        Organization.objects.bulk_update([change.organization for change in old], sorted(columns))
    _write_terms(changes, "sectors")
    _write_terms(changes, "technologies")
    _write_products(changes)
    _write_certificates(changes)


def publish(organization: Organization) -> bool:
    """Publish it; say whether it was not published before."""
    was_hidden = organization.publication_state != PublicationState.PUBLISHED
    organization.publication_state = PublicationState.PUBLISHED
    return was_hidden


def _give_addresses(organizations: Sequence[Organization]) -> None:
    """Give new organizations addresses that nobody has: the name, and a number where it is taken."""
    wanted = [make_slug(organization.name_vi, _LONGEST_SLUG) or "to-chuc" for organization in organizations]
    taken = set(Organization.objects.filter(slug__in=wanted).values_list("slug", flat=True))
    for base in {base for base in wanted if base in taken or wanted.count(base) > 1}:
        taken |= set(Organization.objects.filter(slug__startswith=f"{base}-").values_list("slug", flat=True))
    for organization, base in zip(organizations, wanted, strict=True):
        slug, number = base, 1
        while slug in taken:
            number += 1
            slug = f"{base}-{number}"
        taken.add(slug)
        organization.slug = slug


def _write_terms(changes: Sequence[Change], relation: str) -> None:
    through = getattr(Organization, relation).through
    cleared: list[int] = []
    rows = []
    for change in changes:
        terms = getattr(change.parts, relation)
        there = set() if change.is_new else {term.pk for term in getattr(change.organization, relation).all()}
        if there != terms:
            cleared.append(change.organization.pk)
            rows += [through(organization_id=change.organization.pk, term_id=term) for term in sorted(terms)]
    through.objects.filter(organization__in=cleared).delete()
    through.objects.bulk_create(rows)


def _write_products(changes: Sequence[Change]) -> None:
    """Write products by name, so that one which stays keeps its English name and its description."""
    gone: list[int] = []
    new: list[Product] = []
    moved: list[Product] = []
    for change in changes:
        there = {} if change.is_new else {clean(one.name_vi): one for one in change.organization.products.all()}
        if tuple(there) == change.parts.products:
            continue
        for place, name in enumerate(change.parts.products):
            product = there.pop(name, None)
            if product is None:
                new.append(Product(organization=change.organization, name_vi=name, position=place))
            elif product.position != place:
                product.position = place
                moved.append(product)
        gone += [product.pk for product in there.values()]
    Product.objects.filter(pk__in=gone).delete()
    Product.objects.bulk_update(moved, ["position"])
    Product.objects.bulk_create(new)


def _write_certificates(changes: Sequence[Change]) -> None:
    gone: list[int] = []
    new: list[Certificate] = []
    for change in changes:
        there = [] if change.is_new else stated(change.organization)
        if tuple(clean(one.statement) for one in there) != change.parts.certificates:
            gone += [one.pk for one in there]
            new += [
                Certificate(organization=change.organization, statement=text, is_sample=change.organization.is_sample)
                for text in change.parts.certificates
            ]
    Certificate.objects.filter(pk__in=gone).delete()
    Certificate.objects.bulk_create(new)
