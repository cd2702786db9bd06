"""Many more sample organizations for load work: the same ones for the same number."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from portal.core.vietnamese import slug as make_slug
from portal.demo.loading import Vocabulary
from portal.demo.phrases import Words, words
from portal.search import knowledge
from portal.search.indexing import AT_ONCE, index_changed
from startups.enums import (
    CertificateKind,
    CertificateState,
    EmployeeRange,
    OrganizationKind,
    PublicationState,
    RoundKind,
    Stage,
    Visibility,
)
from startups.models import AdminUnit, Certificate, FundingRound, Organization, Product

_KINDS = {
    OrganizationKind.STARTUP: 8,
    OrganizationKind.ST_ENTERPRISE: 3,
    OrganizationKind.SME: 5,
    OrganizationKind.ENTERPRISE: 4,
    OrganizationKind.CORPORATE: 1,
}
_CERTIFIED: dict[str, float] = {OrganizationKind.ST_ENTERPRISE: 0.66, OrganizationKind.STARTUP: 0.2}


@dataclass(frozen=True)
class _Made:
    organization: Organization
    words: Words
    chance: random.Random


def load_scaled(number: int, *, seed: int = 2026) -> int:
    """Write `number` further samples in batches, each indexed in its transaction; return how many were new."""
    known = Vocabulary.read()
    there = set(Organization.objects.filter(external_code__startswith="QNX-").values_list("external_code", flat=True))
    wanted = [n for n in range(1, number + 1) if _code(n) not in there]
    units = list(AdminUnit.objects.order_by("code"))
    for start in range(0, len(wanted), AT_ONCE):
        made = [_made(n, random.Random(f"{seed}:{n}"), units) for n in wanted[start : start + AT_ONCE]]  # noqa: S311
        with transaction.atomic():
            _write(made, known)
    knowledge.learn()
    return len(wanted)


def _code(n: int) -> str:
    return f"QNX-{n:06}"


def _made(n: int, chance: random.Random, units: Sequence[AdminUnit]) -> _Made:
    unit = chance.choice(units)
    said = words(chance, unit=unit.short_name_vi)
    organization = Organization(
        external_code=_code(n),
        name_vi=said.name_vi,
        name_en=said.name_en,
        brand_name=said.brand,
        slug=f"{make_slug(said.name_vi, 90)}-{n}",
        kind=chance.choices(list(_KINDS), list(_KINDS.values()))[0],
        stage=chance.choice(Stage.values),
        employee_range=chance.choice(EmployeeRange.values[:4]),
        founded_year=said.founded_year,
        unit=unit,
        address_vi=unit.name_vi,
        tagline_vi=said.tagline_vi,
        tagline_en=said.tagline_en,
        description_vi=said.description_vi,
        tags=list(said.tags),
        publication_state=PublicationState.PUBLISHED,
        is_sample=True,
    )
    organization.prepare()
    return _Made(organization, said, chance)


def _write(made: Sequence[_Made], known: Vocabulary) -> None:
    Organization.objects.bulk_create(one.organization for one in made)
    sectors, technologies = Organization.sectors.through, Organization.technologies.through
    sectors.objects.bulk_create(
        sectors(organization_id=one.organization.pk, term_id=known.sectors[code])
        for one in made
        for code in one.words.sectors
    )
    technologies.objects.bulk_create(
        technologies(organization_id=one.organization.pk, term_id=known.technologies[code])
        for one in made
        for code in one.words.technologies
    )
    Product.objects.bulk_create(Product(organization=one.organization, name_vi=one.words.product[:200]) for one in made)
    Certificate.objects.bulk_create(_certificates(made))
    FundingRound.objects.bulk_create(_rounds(made))
    index_changed("organization", [one.organization.pk for one in made])


def _certificates(made: Sequence[_Made]) -> Iterator[Certificate]:
    """Two S&T enterprises in three are confirmed, as are some startups."""
    for one in made:
        kind = one.organization.kind
        share = _CERTIFIED.get(kind, 0.0)
        if one.chance.random() >= share:
            continue
        startup = kind == OrganizationKind.STARTUP
        yield Certificate(
            organization=one.organization,
            kind=CertificateKind.INNOVATIVE_STARTUP if startup else CertificateKind.ST_ENTERPRISE,
            state=CertificateState.CONFIRMED,
            number=f"QN-MAU-{one.organization.external_code}",
            issued_on=timezone.localdate() - timedelta(days=one.chance.randint(30, 900)),
            issuer_vi="Sở Khoa học và Công nghệ (mẫu)",
            issuer_en="Department of Science and Technology (sample)",
            confirmed_at=timezone.now(),
            is_sample=True,
        )


def _rounds(made: Sequence[_Made]) -> Iterator[FundingRound]:
    """One startup in four is raising money in public, one in four has raised some in private."""
    for one in made:
        if one.organization.kind != OrganizationKind.STARTUP or (draw := one.chance.random()) >= 0.5:
            continue
        is_open = draw < 0.25
        yield FundingRound(
            organization=one.organization,
            kind=one.chance.choice([RoundKind.ANGEL, RoundKind.PRE_SEED, RoundKind.SEED]),
            announced_on=timezone.localdate() - timedelta(days=one.chance.randint(5, 700)),
            amount=None if is_open else one.chance.randint(2, 60) * 100_000_000,
            target_amount=one.chance.randint(5, 120) * 100_000_000 if is_open else None,
            visibility=Visibility.PUBLIC if is_open else Visibility.PRIVATE,
            is_open=is_open,
        )
