"""What a profile page shows besides the organization's own columns."""

from django.db.models import Prefetch
from django.utils.translation import get_language

from portal.search.searching import similar
from startups.directory.cards import OrganizationCard, cards_by_id
from startups.enums import CertificateState, Stage
from startups.models import Certificate, FundingRound, Organization, Person


def public_profile(slug: str) -> Organization:
    """Return a public organization with everything that its page may show; Organization.DoesNotExist otherwise."""
    return (
        Organization.objects.public()
        .select_related("unit", "logo")
        .with_standing()
        .prefetch_related(
            "sectors",
            "technologies",
            "products",
            "links",
            "logo__renditions",
            Prefetch("people", Person.objects.public(), to_attr="public_people"),
            Prefetch("funding_rounds", FundingRound.objects.public(), to_attr="public_rounds"),
            Prefetch("certificates", Certificate.objects.confirmed(), to_attr="confirmed_certificates"),
            Prefetch(
                "certificates", Certificate.objects.filter(state=CertificateState.STATED), to_attr="stated_certificates"
            ),
            Prefetch(
                "certificates", Certificate.objects.filter(state=CertificateState.ENDED), to_attr="ended_certificates"
            ),
        )
        .get(slug=slug)
    )


def similar_organizations(organization: Organization, limit: int = 3) -> list[OrganizationCard]:
    """Return the organizations most like this one, best first."""
    hits = similar("organization", organization.pk, language=(get_language() or "vi")[:2], limit=limit)
    cards = cards_by_id([hit.object_id for hit in hits])
    return [cards[hit.object_id] for hit in hits if hit.object_id in cards]


def json_ld(organization: Organization, url: str) -> dict:
    """Return schema.org's Organization of the public facts."""
    data = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": organization.name_vi,
        "alternateName": [name for name in (organization.name_en, organization.brand_name) if name],
        "description": organization.tagline_vi,
        "url": organization.website or url,
        "identifier": organization.external_code,
        "taxID": organization.tax_code,
        "foundingDate": str(organization.founded_year) if organization.founded_year else None,
        "email": organization.email_public,
        "telephone": organization.phone_public,
        "address": organization.unit
        and {
            "@type": "PostalAddress",
            "addressLocality": organization.unit.name_vi,
            "addressRegion": "Quảng Ninh",
            "addressCountry": "VN",
        },
        "sameAs": [link.url for link in organization.links.all()],
        "mainEntityOfPage": url,
    }
    return {name: value for name, value in data.items() if value}


def is_closed(organization: Organization) -> bool:
    """Whether it has stopped: its profile stays, with a word about it."""
    return organization.stage == Stage.CLOSED
