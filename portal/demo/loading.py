"""Sample organizations into the database and out again; every row is marked, nothing real is touched."""

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.files.images import ImageFile
from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.utils import timezone
from wagtail.images import get_image_model

from portal.core.vietnamese import slug as make_slug
from portal.demo.logos import logo
from portal.demo.models import SampleLoad
from portal.search import knowledge
from portal.search.indexing import AT_ONCE, index_changed
from startups.enums import CertificateState, PublicationState
from startups.models import AdminUnit, Certificate, FundingRound, Organization, Person, Product, Term

_FILE = Path(__file__).resolve().parent / "data" / "organizations.json"
_COLUMNS = (
    "external_code", "kind", "name_vi", "name_en", "brand_name", "tagline_vi", "tagline_en",
    "description_vi", "description_en", "tags", "stage", "founded_year", "employee_range",
    "website", "email_public", "phone_public", "address_vi",
)  # fmt: skip


@dataclass(frozen=True)
class Vocabulary:
    """Keys of the terms and units that sample rows name by code."""

    sectors: Mapping[str, int]
    technologies: Mapping[str, int]
    units: Mapping[str, int]

    @classmethod
    def read(cls) -> "Vocabulary":
        return cls(
            dict(Term.objects.sectors().values_list("code", "pk")),
            dict(Term.objects.technologies().values_list("code", "pk")),
            dict(AdminUnit.objects.values_list("code", "pk")),
        )


def sample_organizations() -> list[dict[str, Any]]:
    """Return the written samples."""
    return json.loads(_FILE.read_text())


def load() -> int:
    """Write the samples that are not there yet, in one transaction; return how many."""
    known = Vocabulary.read()
    rows = sample_organizations()
    codes = [row["external_code"] for row in rows]
    there = set(Organization.objects.filter(external_code__in=codes).values_list("external_code", flat=True))
    new = [row for row in rows if row["external_code"] not in there]
    # Drawn before the transaction: on SQLite nobody else can write while one is open.
    logos = [logo(row["logo"]["motif"], row["logo"]["hue"]) for row in new]
    with _no_files_left_behind() as files, transaction.atomic():
        keys = [_write(row, _image(row, data, files), known) for row, data in zip(new, logos, strict=True)]
        _spread_dates(keys)
        SampleLoad.objects.get_or_create(purged_at=None)
        index_changed("organization", keys)
    knowledge.learn()
    return len(keys)


@contextmanager
def _no_files_left_behind() -> Iterator[list[FieldFile]]:
    """Collect files as they are written and delete them when the block fails: a transaction takes back rows only."""
    files: list[FieldFile] = []
    try:
        yield files
    except BaseException:
        for file in files:
            file.storage.delete(str(file.name))
        raise


def _image(row: dict[str, Any], data: bytes, files: list[FieldFile]) -> Any:
    Image = get_image_model()  # noqa: N806 -- a class
    name = f"mau-{row['external_code'].lower()}.png"
    image = Image(title=row["name_vi"], is_sample=True, file=ImageFile(io.BytesIO(data), name=name))
    image.save()
    files.append(image.file)
    return image


def _write(row: dict[str, Any], image: Any, known: Vocabulary) -> int:
    now = timezone.now()
    organization = Organization.objects.create(
        **{name: row[name] for name in _COLUMNS if name in row},
        slug=_slug(row),
        unit_id=known.units[row["unit"]],
        logo=image,
        publication_state=PublicationState.PUBLISHED,
        is_sample=True,
        last_verified_on=_day(row.get("last_verified_days_ago")),
    )
    organization.sectors.set(known.sectors[code] for code in row["sectors"])
    organization.technologies.set(known.technologies[code] for code in row["technologies"])
    Product.objects.bulk_create(
        Product(organization=organization, position=n, **p) for n, p in enumerate(row["products"])
    )
    Person.objects.bulk_create(
        Person(organization=organization, position=n, consent_at=now if person["consent_public"] else None, **person)
        for n, person in enumerate(row["people"])
    )
    FundingRound.objects.bulk_create(_rounds(row, organization))
    Certificate.objects.bulk_create(_certificates(row, organization))
    return organization.pk


def _spread_dates(keys: Sequence[int]) -> None:
    """Let the samples look written and changed over months, those that stand first in the file latest."""
    now = timezone.now()
    for place, key in enumerate(keys):
        Organization.objects.filter(pk=key).update(
            updated_at=now - timedelta(days=2 * place, hours=5 * place % 9),
            created_at=now - timedelta(days=30 + 9 * place),
        )


def _slug(row: dict[str, Any]) -> str:
    plain = make_slug(row["name_vi"])
    taken = Organization.objects.filter(slug=plain).exists()
    return f"{plain}-{row['external_code'].lower()}" if taken else plain


def _day(days_ago: int | None) -> Any:
    return None if days_ago is None else timezone.localdate() - timedelta(days=days_ago)


def _rounds(row: dict[str, Any], organization: Organization) -> Iterator[FundingRound]:
    for funding in row.get("funding_rounds", ()):
        yield FundingRound(
            organization=organization,
            kind=funding["kind"],
            announced_on=_day(funding.get("days_ago")),
            amount=funding.get("amount"),
            target_amount=funding.get("target_amount"),
            visibility=funding["visibility"],
            is_open=funding.get("is_open", False),
        )


def _certificates(row: dict[str, Any], organization: Organization) -> Iterator[Certificate]:
    for certificate in row.get("certificates", ()):
        state = CertificateState(certificate["state"])
        issued_on = _day(certificate["days_ago"])
        number = certificate["number"].format(year=issued_on.year)
        yield Certificate(
            organization=organization,
            kind=certificate["kind"],
            state=state,
            number=number if state != CertificateState.STATED else "",
            statement=f"{number} (mẫu)" if state == CertificateState.STATED else "",
            issued_on=issued_on,
            issuer_vi="Sở Khoa học và Công nghệ (mẫu)",
            issuer_en="Department of Science and Technology (sample)",
            ended_on=_day(certificate.get("ended_days_ago")),
            confirmed_at=timezone.now() if state == CertificateState.CONFIRMED else None,
            is_sample=True,
        )


def purge() -> int:
    """Delete every sample row and its picture; pages, settings and real data stay. Returns how many organizations."""
    keys = list(Organization.objects.filter(is_sample=True).order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        part = keys[start : start + AT_ONCE]
        with transaction.atomic():
            Organization.objects.filter(pk__in=part).delete()
            index_changed("organization", part)
    _delete_pictures()
    SampleLoad.objects.filter(purged_at=None).update(purged_at=timezone.now())
    knowledge.learn()
    return len(keys)


def _delete_pictures() -> None:
    """Delete the sample pictures and their files at once: Wagtail leaves the files to a job, and no worker may run here."""
    for image in get_image_model().objects.filter(is_sample=True).prefetch_related("renditions"):
        files = [image.file, *(rendition.file for rendition in image.renditions.all())]
        image.delete()
        for file in files:
            file.storage.delete(file.name)
