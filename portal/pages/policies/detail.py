"""What the page of a document shows besides its own columns."""

from typing import Any

from django.conf import settings
from django.db.models import Prefetch
from django.utils.translation import gettext as _

from portal.core.models import PortalDocument
from portal.pages.models import PolicyDocument
from portal.pages.policies.addresses import library_url
from portal.pages.policies.validity import Validity

_FORCE = {Validity.IN_FORCE: "InForce", Validity.NOT_YET: "NotInForce", Validity.ENDED: "NotInForce"}


def public_document(slug: str) -> PolicyDocument:
    """Return a public document with what its page shows; PolicyDocument.DoesNotExist otherwise."""
    replaces = Prefetch("replaces", PolicyDocument.objects.public().order_by("number_key"), to_attr="public_replaces")
    rows = PolicyDocument.objects.public().select_related("replaced_by", "file__collection")
    return rows.prefetch_related(replaces).get(slug=slug)


def public_file(document: PolicyDocument) -> PortalDocument | None:
    """Return the file when everybody may open it."""
    file = document.file
    return file if file and not file.collection.get_view_restrictions().exists() else None


def json_ld(document: PolicyDocument, file: PortalDocument | None, state: Validity) -> dict[str, Any]:
    """Return schema.org's Legislation of the document and the way to it."""
    url = settings.BASE_URL + document.get_absolute_url()
    legislation = {
        "@type": "Legislation",
        "@id": url,
        "url": url,
        "name": document.title_vi,
        "alternateName": document.title_en,
        "abstract": document.summary_vi,
        "inLanguage": "vi",
        "legislationIdentifier": document.number,
        "legislationType": document.get_kind_display(),
        "legislationJurisdiction": "VN",
        "legislationPassedBy": {"@type": "Organization", "name": document.issuer_vi},
        "legislationDate": _iso(document.issued_on),
        "temporalCoverage": _coverage(document),
        "legislationLegalForce": _FORCE.get(state) and f"https://schema.org/{_FORCE[state]}",
        "legislationRepeals": [_other(other) for other in document.public_replaces],  # type: ignore[attr-defined]
        "isBasedOn": document.source_url,
        "encoding": file and {"@type": "MediaObject", "contentUrl": settings.BASE_URL + file.url},
    }
    crumbs = [
        (_("Home"), library_url().removesuffix("van-ban/")),
        (_("Legal documents"), library_url()),
        (document.number, ""),
    ]
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": settings.BASE_URL + path if path else url}
        for place, (name, path) in enumerate(crumbs, start=1)
    ]
    return {
        "@context": "https://schema.org",
        "@graph": [
            {name: value for name, value in legislation.items() if value},
            {"@type": "BreadcrumbList", "itemListElement": items},
        ],
    }


def _iso(day: Any) -> str:
    return day.isoformat() if day else ""


def _coverage(document: PolicyDocument) -> str:
    """Return the validity as ISO 8601 has an interval; an open end is two points."""
    if not document.effective_from:
        return ""
    return f"{document.effective_from.isoformat()}/{_iso(document.effective_until) or '..'}"


def _other(document: PolicyDocument) -> dict[str, str]:
    return {
        "@type": "Legislation",
        "legislationIdentifier": document.number,
        "url": settings.BASE_URL + document.get_absolute_url(),
    }
