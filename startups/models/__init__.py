"""Who is in the ecosystem: organizations and their parts, the territory and the vocabularies. One entity a file."""

from startups.models.certificate import Certificate
from startups.models.funding_round import FundingRound
from startups.models.link import Link
from startups.models.organization import Organization, OrganizationQuerySet, badges_of
from startups.models.person import Person
from startups.models.product import Product
from startups.models.taxonomy import Scheme, Term
from startups.models.unit import AdminUnit

__all__ = [
    "AdminUnit",
    "Certificate",
    "FundingRound",
    "Link",
    "Organization",
    "OrganizationQuerySet",
    "Person",
    "Product",
    "Scheme",
    "Term",
    "badges_of",
]
