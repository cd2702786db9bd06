"""The directory as open data: the same selection, the same public facts."""

from datetime import date, datetime
from typing import Annotated, Any

from django.conf import settings
from django.http import Http404, HttpRequest
from ninja import Field, Path, Router, Schema
from ninja import Query as Parameters

from startups.directory.documents import FOUNDED
from startups.directory.filters import SORTS, parse
from startups.directory.listing import find_organizations
from startups.directory.profile import public_profile
from startups.enums import Badge, OrganizationKind, Stage
from startups.models import AdminUnit, Organization

MOST = 100
Slug = Annotated[str, Path(description="the last part of its address")]
router = Router(tags=["directory"])


class Named(Schema):
    """A value of a vocabulary."""

    code: str
    name_vi: str
    name_en: str


class Item(Schema):
    """An organization in a list."""

    id: int
    slug: str
    external_code: str | None
    url: str
    name_vi: str
    name_en: str
    brand_name: str
    kind: str
    stage: str
    badges: list[str]
    is_raising: bool
    founded_year: int | None
    unit: Named | None
    sectors: list[Named]
    tagline_vi: str
    tagline_en: str
    is_sample: bool
    updated_at: datetime


class Count(Schema):
    """How many results choosing a value yields."""

    value: str
    count: int
    selected: bool


class Ignored(Schema):
    """A parameter that was not understood."""

    parameter: str
    value: str


class ItemList(Schema):
    """One page of organizations."""

    items: list[Item]
    total: int
    page: int
    page_size: int
    facets: dict[str, list[Count]]
    did_you_mean: str | None
    ignored: list[Ignored]


class Product(Schema):
    """A product or service."""

    name_vi: str
    name_en: str
    description_vi: str
    description_en: str


class Certificate(Schema):
    """A confirmed certificate."""

    kind: str
    number: str
    issued_on: str
    issuer_vi: str


class Round(Schema):
    """A funding round that its organization has made public; amounts in minor units of the currency."""

    kind: str
    announced_on: str | None
    amount: int | None
    target_amount: int | None
    currency: str
    is_open: bool


class Detail(Item):
    """Everything public about one organization."""

    description_vi: str
    description_en: str
    technologies: list[Named]
    tags: list[str]
    products: list[Product]
    certificates: list[Certificate]
    funding_rounds: list[Round]
    website: str
    email_public: str
    phone_public: str
    tax_code: str | None
    employee_range: str
    last_verified_on: str | None
    source_url: str


class Unit(Schema):
    """A commune-level unit since 1 July 2025."""

    id: int
    slug: str
    external_code: str
    url: str
    name_vi: str
    name_en: str
    unit_type: str
    former_district: str
    former_units: list[str]
    latitude: float
    longitude: float
    area_km2: float
    source_url: str
    source_date: date | None


class UnitList(Schema):
    """All units."""

    items: list[Unit]
    total: int
    page: int
    page_size: int
    facets: dict[str, list[Count]]


def _values(known: list[str], default: Any = ()) -> Any:
    return Field(default or [], description=", ".join(known))


class Asked(Schema):
    """The parameters of a list; values of one facet are combined with or, facets with and."""

    q: str = Field("", description="text, with or without Vietnamese marks")
    kind: list[str] = _values(OrganizationKind.values)
    sector: list[str] = Field([], description="codes of sectors, as the items and the facets name them")
    stage: list[str] = _values(Stage.values)
    unit: list[str] = Field([], description="5-digit codes of units, as /api/v1/units names them")
    badge: list[str] = _values(Badge.values)
    raising: list[str] = Field([], description="yes: open for investors now")
    technology: list[str] = Field([], description="codes of technologies, as the details and the facets name them")
    founded: list[str] = _values([name for name, _ in FOUNDED])
    sort: str = _values(list(SORTS), "relevance")
    page: str = Field("1", description="from 1; beyond the end the last one is answered")
    page_size: str = Field("24", description=f"1 to {MOST}")


@router.get("organizations", response=ItemList, url_name="organization_list", summary="List organizations")
def organizations(request: HttpRequest, asked: Parameters[Asked]) -> dict[str, Any]:
    """Organizations that match, with the counts of all facets. Unknown values are left out and named as ignored."""
    selection = parse(request.GET)
    size = min(int(asked.page_size), MOST) if asked.page_size.isdecimal() and len(asked.page_size) < 6 else 24
    page = find_organizations(selection, page_size=max(size, 1))
    rows = Organization.objects.public().with_item().in_bulk([hit.object_id for hit in page.hits])
    return {
        "items": [_item(rows[hit.object_id]) for hit in page.hits if hit.object_id in rows],
        "total": page.total,
        "page": page.number,
        "page_size": page.page_size,
        "facets": {
            name: [{"value": v.value, "count": v.count, "selected": v.selected} for v in values]
            for name, values in page.facets.items()
        },
        "did_you_mean": page.did_you_mean,
        "ignored": [{"parameter": name, "value": value} for name, value in selection.ignored],
    }


@router.get("organizations/{slug}", response=Detail, url_name="organization_detail", summary="One organization")
def organization(request: HttpRequest, slug: Slug) -> dict[str, Any]:
    """Everything public about one organization, by the slug of its address."""
    try:
        found = public_profile(slug[:120].replace("\0", ""))
    except Organization.DoesNotExist as error:
        raise Http404 from error
    return _item(found) | {
        "description_vi": found.description_vi,
        "description_en": found.description_en,
        "technologies": [_named(term) for term in found.technologies.all()],
        "tags": found.tags,
        "products": list(found.products.all()),
        "certificates": [
            {"kind": c.kind, "number": c.number, "issued_on": c.issued_on.isoformat(), "issuer_vi": c.issuer_vi}
            for c in found.confirmed_certificates  # type: ignore[attr-defined]
        ],
        "funding_rounds": [
            {
                "kind": r.kind, "announced_on": r.announced_on and r.announced_on.isoformat(), "amount": r.amount,
                "target_amount": r.target_amount, "currency": r.currency, "is_open": r.is_open,
            }
            for r in found.public_rounds  # type: ignore[attr-defined]
        ],
        "website": found.website,
        "email_public": found.email_public,
        "phone_public": found.phone_public,
        "tax_code": found.tax_code,
        "employee_range": found.employee_range,
        "last_verified_on": found.last_verified_on and found.last_verified_on.isoformat(),
        "source_url": found.source_url,
    }  # fmt: skip


@router.get("units", response=UnitList, url_name="unit_list", summary="The 54 commune-level units")
def units(request: HttpRequest) -> dict[str, Any]:
    """The wards, communes and special zones with their former names; positions are means, for orientation only."""
    rows = list(AdminUnit.objects.all())
    fields = [name for name in Unit.model_fields if name not in {"external_code", "url"}]
    items = [
        {name: getattr(row, name) for name in fields}
        | {"external_code": row.code, "url": f"{settings.BASE_URL}/doanh-nghiep/?unit={row.code}"}
        for row in rows
    ]
    return {"items": items, "total": len(items), "page": 1, "page_size": len(items), "facets": {}}


def _named(row: Any) -> dict[str, str]:
    return {"code": row.code, "name_vi": row.name_vi, "name_en": row.name_en}


def _item(row: Organization) -> dict[str, Any]:
    return {
        "id": row.pk,
        "slug": row.slug,
        "external_code": row.external_code,
        "url": f"{settings.BASE_URL}/doanh-nghiep/{row.slug}/",
        "name_vi": row.name_vi,
        "name_en": row.name_en,
        "brand_name": row.brand_name,
        "kind": row.kind,
        "stage": row.stage,
        "badges": [str(badge) for badge in row.badges],
        "is_raising": row.is_raising,  # type: ignore[attr-defined]
        "founded_year": row.founded_year,
        "unit": _named(row.unit) if row.unit else None,
        "sectors": [_named(term) for term in row.sectors.all()],
        "tagline_vi": row.tagline_vi,
        "tagline_en": row.tagline_en,
        "is_sample": row.is_sample,
        "updated_at": row.updated_at,
    }
