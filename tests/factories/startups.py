"""Organizations and their parts, each the least that is valid; published unless said otherwise."""

import factory
from django.utils import timezone

from portal.search.indexing import index_changed
from startups import enums
from startups.models import AdminUnit, Certificate, FundingRound, Link, Organization, Person, Product, Term


class OrganizationFactory(factory.django.DjangoModelFactory[Organization]):
    """A published startup; `sectors` and `technologies` take codes, `unit` a unit's code."""

    class Meta:
        model = Organization
        skip_postgeneration_save = True

    class Params:
        draft = factory.Trait(publication_state=enums.PublicationState.DRAFT)
        private = factory.Trait(visibility=enums.Visibility.PRIVATE)

    name_vi = factory.Sequence(lambda n: f"Tổ chức {n}")
    slug = factory.Sequence(lambda n: f"to-chuc-{n}")
    kind = enums.OrganizationKind.STARTUP
    publication_state = enums.PublicationState.PUBLISHED

    @factory.post_generation
    def sectors(self, create, extracted, **kwargs):
        if extracted:
            self.sectors.set(Term.objects.sectors().filter(code__in=extracted))

    @factory.post_generation
    def technologies(self, create, extracted, **kwargs):
        if extracted:
            self.technologies.set(Term.objects.technologies().filter(code__in=extracted))

    @factory.post_generation
    def unit_code(self, create, extracted, **kwargs):
        if extracted:
            self.unit = AdminUnit.objects.get(code=extracted)
            self.save()


class CertificateFactory(factory.django.DjangoModelFactory[Certificate]):
    """A confirmed certificate of an S&T enterprise."""

    class Meta:
        model = Certificate

    organization = factory.SubFactory(OrganizationFactory)
    state = enums.CertificateState.CONFIRMED
    number = factory.Sequence(lambda n: f"QN-{n:03}")
    issued_on = factory.LazyFunction(timezone.localdate)
    issuer_vi = "Sở Khoa học và Công nghệ"
    confirmed_at = factory.LazyFunction(timezone.now)


class PersonFactory(factory.django.DjangoModelFactory[Person]):
    """Somebody who has not agreed to be named."""

    class Meta:
        model = Person

    class Params:
        agreed = factory.Trait(consent_public=True, consent_at=factory.LazyFunction(timezone.now))

    organization = factory.SubFactory(OrganizationFactory)
    full_name = factory.Sequence(lambda n: f"Nguyễn Văn {n}")


class ProductFactory(factory.django.DjangoModelFactory[Product]):
    """A product with a Vietnamese name."""

    class Meta:
        model = Product

    organization = factory.SubFactory(OrganizationFactory)
    name_vi = factory.Sequence(lambda n: f"Sản phẩm {n}")


class FundingRoundFactory(factory.django.DjangoModelFactory[FundingRound]):
    """A private seed round."""

    class Meta:
        model = FundingRound

    class Params:
        public = factory.Trait(visibility=enums.Visibility.PUBLIC)

    organization = factory.SubFactory(OrganizationFactory)
    kind = enums.RoundKind.SEED


class LinkFactory(factory.django.DjangoModelFactory[Link]):
    """A page of the organization elsewhere."""

    class Meta:
        model = Link

    organization = factory.SubFactory(OrganizationFactory)
    kind = enums.LinkKind.FACEBOOK
    url = factory.Sequence(lambda n: f"https://facebook.example/to-chuc-{n}")


def indexed(*organizations: Organization) -> None:
    """Index organizations once all their parts are there, the way every change does it."""
    index_changed("organization", [organization.pk for organization in organizations])


def published(**values) -> Organization:
    """Make an organization and index it."""
    organization = OrganizationFactory(**values)
    indexed(organization)
    return organization
