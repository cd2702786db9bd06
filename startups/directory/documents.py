"""Organizations as documents of the search: the only place that reads them for the index. Public facts only."""

from collections.abc import Iterator, Sequence
from functools import cache

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from portal.core.vietnamese import folded_tokens
from portal.search.registry import Card, Document, DocumentKind, Term
from startups import enums
from startups.directory.addresses import directory_url
from startups.directory.vocabulary import FACET_LABELS, FACETS
from startups.models import AdminUnit, Certificate, Organization, Person
from startups.models import Term as VocabularyTerm

# Upper bounds of the ranges of founding years: a reader asks for "young" or "established", not for a year.
FOUNDED = (("before-2010", 2009), ("2010-2014", 2014), ("2015-2019", 2019), ("2020-2022", 2022), ("2023-", 9999))


def founded_range(year: int) -> str:
    """Return the range of founding years that a year lies in."""
    return next(name for name, last in FOUNDED if year <= last)


def documents(ids: Sequence[int]) -> Iterator[Document]:
    """Yield the documents of those organizations that are public."""
    rows = (
        Organization.objects.public()
        .filter(pk__in=ids)
        .select_related("unit")
        .with_standing()
        .prefetch_related(
            "sectors",
            "technologies",
            "products",
            Prefetch("people", Person.objects.public(), to_attr="public_people"),
            Prefetch("certificates", Certificate.objects.confirmed(), to_attr="confirmed_certificates"),
        )
    )
    for organization in rows:
        yield _document(organization)


def _document(organization: Organization) -> Document:
    terms = [*organization.sectors.all(), *organization.technologies.all()]
    products = list(organization.products.all())
    return Document(
        object_id=organization.pk,
        titles=_filled({"vi": organization.name_vi, "en": organization.name_en}),
        bodies=_filled(
            {
                "vi": "\n".join(
                    filter(
                        None,
                        [organization.tagline_vi, organization.description_vi, *(p.description_vi for p in products)],
                    )
                ),
                "en": "\n".join(
                    filter(
                        None,
                        [organization.tagline_en, organization.description_en, *(p.description_en for p in products)],
                    )
                ),
            }
        ),
        names=[organization.brand_name] if organization.brand_name else [],
        keywords=list(_keywords(organization, terms, products)),
        codes=[code for code in (organization.tax_code, organization.external_code, *_numbers(organization)) if code],
        facets=_facets(organization),
        sort_key=organization.sort_key,
        created_at=organization.created_at,
        updated_at=organization.updated_at,
    )


def _filled(texts: dict[str, str]) -> dict[str, str]:
    return {language: text for language, text in texts.items() if text}


def _numbers(organization: Organization) -> list[str]:
    return [certificate.number for certificate in organization.confirmed_certificates]  # type: ignore[attr-defined]


def _keywords(organization: Organization, terms: list, products: list) -> Iterator[str]:
    """Yield words by which people look for it: fields, products, people, its place under old and new names."""
    yield from organization.tags
    for term in terms:
        yield term.name_vi
        yield term.name_en
    for product in products:
        yield product.name_vi
        yield product.name_en
    yield from (person.full_name for person in organization.public_people)  # type: ignore[attr-defined]
    yield from _labels(enums.OrganizationKind, organization.kind)
    if unit := organization.unit:
        yield from (unit.name_vi, unit.name_en, unit.former_district, *unit.former_units)


@cache
def _labels(enum: type, value: str) -> tuple[str, ...]:
    """Return a label in both languages."""
    labels = []
    for language in ("vi", "en"):
        with override(language):
            labels.append(str(enum(value).label))
    return tuple(dict.fromkeys(labels))


def _facets(organization: Organization) -> dict[str, list[str]]:
    facets = {
        "kind": [organization.kind],
        "sector": [term.code for term in organization.sectors.all()],
        "technology": [term.code for term in organization.technologies.all()],
        "stage": [organization.stage] if organization.stage else [],
        "unit": [organization.unit.code] if organization.unit else [],
        "badge": [str(badge) for badge in organization.badges],
        "raising": ["yes"] if organization.is_raising else [],  # type: ignore[attr-defined]
        "founded": [founded_range(organization.founded_year)] if organization.founded_year else [],
    }
    return {name: values for name, values in facets.items() if values}


def terms(language: str) -> list[Term]:
    """Return the facet values that may be suggested while typing: sectors, technologies and units."""
    with override(language):
        found = [
            _term(facet, row, language, *row.aliases)
            for facet, rows in (
                ("sector", VocabularyTerm.objects.sectors()),
                ("technology", VocabularyTerm.objects.technologies()),
            )
            for row in rows
        ]
        return found + [_term("unit", unit, language, unit.former_district) for unit in AdminUnit.objects.all()]


def _term(facet: str, row: VocabularyTerm | AdminUnit, language: str, *aliases: str) -> Term:
    return Term(
        facet=facet,
        value=row.code,
        label=getattr(row, f"name_{language}") or row.name_vi,
        words=_folded(row.name_vi, row.name_en, *aliases),
        url=f"{directory_url()}?{facet}={row.code}",
        note=str(FACET_LABELS[facet]),
    )


def _folded(*names: str) -> str:
    return " ".join(word for word, _, _ in folded_tokens(" ".join(names)))


def cards(ids: Sequence[int], language: str) -> dict[int, Card]:
    """Return those of the organizations that are public as results of the site search."""
    with override(language):
        rows = Organization.objects.public().filter(pk__in=ids).select_related("unit")
        return {organization.pk: _card(organization, language) for organization in rows}


def _card(organization: Organization, language: str) -> Card:
    unit = organization.unit
    only_vietnamese = language == "en" and organization.tagline_vi and not organization.tagline_en
    return Card(
        title=organization.name,
        url=organization.get_absolute_url(),
        summary=organization.tagline,
        details=(organization.get_kind_display(), *([unit.name] if unit else [])),
        is_sample=organization.is_sample,
        language="vi" if only_vietnamese else "",
    )


ORGANIZATIONS = DocumentKind(
    name="organization",
    model=Organization,
    documents=documents,
    visible=lambda audience: Organization.objects.public(),
    facets=FACETS,
    similar_by={"technology": 4.0, "sector": 3.0, "unit": 1.0},
    terms=terms,
    label=_("Organization"),
    plural=_("Organizations"),
    order=10,
    cards=cards,
)
