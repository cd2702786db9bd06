"""Legal and policy documents as documents of the search: the only place that reads them for the index."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from functools import cache

from django.utils.timezone import make_aware
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from portal.pages.models import PolicyDocument
from portal.pages.models.policy import PolicyKind
from portal.pages.policies.validity import today, validity
from portal.search.registry import Card, Document, DocumentKind


def documents(ids: Sequence[int]) -> Iterator[Document]:
    """Yield those of the documents that are public; found by number in any writing, kind, body, title and summary."""
    for one in PolicyDocument.objects.public().filter(pk__in=ids):
        issued = make_aware(datetime.combine(one.issued_on, time())) if one.issued_on else None
        yield Document(
            object_id=one.pk,
            titles=_filled(vi=one.title_vi, en=one.title_en),
            bodies=_filled(vi=one.summary_vi, en=one.summary_en),
            names=[one.number],
            keywords=[*_labels(one.kind), *filter(None, (one.issuer_vi, one.issuer_en))],
            codes=[one.number],
            facets={"kind": [one.kind]},
            sort_key=one.number_key,
            created_at=issued or one.created_at,
            updated_at=one.updated_at,
        )


def _filled(**texts: str) -> dict[str, str]:
    return {language: text for language, text in texts.items() if text}


@cache
def _labels(kind: str) -> tuple[str, ...]:
    """Return the name of a kind in both languages."""
    labels = []
    for language in ("vi", "en"):
        with override(language):
            labels.append(str(PolicyKind(kind).label))
    return tuple(labels)


def cards(ids: Sequence[int], language: str) -> dict[int, Card]:
    """Return those of the documents that are public as results of the site search, in one statement."""
    with override(language):
        rows = PolicyDocument.objects.public().filter(pk__in=ids).select_related("replaced_by")
        return {one.pk: _card(one) for one in rows}


def _card(one: PolicyDocument) -> Card:
    return Card(
        title=f"{one.number} – {one.title}",
        url=one.get_absolute_url(),
        summary=one.summary,
        details=(one.get_kind_display(), one.issuer, str(validity(one, today()).label)),
        day=one.issued_on,
        language="vi" if get_language() == "en" and one.summary_vi and not one.summary_en else "",
    )


POLICIES = DocumentKind(
    name="policy",
    model=PolicyDocument,
    documents=documents,
    visible=lambda audience: PolicyDocument.objects.public(),
    facets=("kind",),
    label=_("Legal document"),
    plural=_("Legal documents"),
    order=30,
    cards=cards,
)
