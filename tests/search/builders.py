"""Small public organizations for tests of the search, indexed the way every change is: in the transaction, by id."""

from itertools import count
from typing import Any

from django.utils import timezone

from portal.search.indexing import index_changed
from startups.enums import CertificateState, PublicationState
from startups.models import AdminUnit, Certificate, Organization, Term

_numbers = count(1)


def organization(name: str, *, index: bool = True, **values: Any) -> Organization:
    """Make a published organization; `sectors`, `technologies` and `unit` by code, `certificate` by kind."""
    sectors, technologies = values.pop("sectors", ()), values.pop("technologies", ())
    unit, certificate = values.pop("unit", None), values.pop("certificate", None)
    fields = {"kind": "startup", "publication_state": PublicationState.PUBLISHED, "slug": f"test-{next(_numbers)}"}
    if unit:
        fields["unit"] = AdminUnit.objects.get(code=unit)
    made = Organization.objects.create(name_vi=name, **fields | values)
    made.sectors.set(Term.objects.sectors().filter(code__in=sectors))
    made.technologies.set(Term.objects.technologies().filter(code__in=technologies))
    if certificate:
        confirm(made, certificate)
    if index:
        index_changed("organization", [made.pk])
    return made


def confirm(one: Organization, kind: str, number: str = "05/2026/GCN") -> Certificate:
    """Give it a certificate that an official has confirmed."""
    now = timezone.now()
    return Certificate.objects.create(
        organization=one,
        kind=kind,
        state=CertificateState.CONFIRMED,
        number=number,
        issued_on=now.date(),
        confirmed_at=now,
    )
