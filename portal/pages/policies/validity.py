"""Whether a document holds on a day, said in Python for one and in SQL for all; both follow the same four steps.

A document that has been replaced holds no longer from the day on which its replacement is in force; a replacement whose
first day is unknown counts at once. Replacements that are not public are not there.
"""

from datetime import date

from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.pages.models import PolicyDocument
from portal.pages.models.policy import PolicyQuerySet


class Validity(models.TextChoices):
    """What a reader wants to know first."""

    IN_FORCE = "in-force", _("In force")
    NOT_YET = "not-yet", _("Not yet in force")
    ENDED = "ended", _("No longer in force")
    UNKNOWN = "unknown", _("Validity not known")


def today() -> date:
    """Return the day in Quảng Ninh."""
    return timezone.localdate()


def replacement(document: PolicyDocument) -> PolicyDocument | None:
    """Return the public document that replaces this one."""
    other = document.replaced_by
    return other if other and other.is_public else None


def validity(document: PolicyDocument, day: date) -> Validity:
    """Say whether a document holds on a day."""
    other = replacement(document)
    if document.effective_until and document.effective_until < day:
        return Validity.ENDED
    if other and (other.effective_from is None or other.effective_from <= day):
        return Validity.ENDED
    if document.effective_from is None:
        return Validity.UNKNOWN
    return Validity.NOT_YET if document.effective_from > day else Validity.IN_FORCE


def with_validity(rows: PolicyQuerySet, day: date) -> PolicyQuerySet:
    """Annotate the same as `validity`."""
    replaced = Q(replaced_by__is_public=True) & (
        Q(replaced_by__effective_from=None) | Q(replaced_by__effective_from__lte=day)
    )
    return rows.annotate(
        validity=Case(
            When(Q(effective_until__lt=day) | replaced, then=Value(Validity.ENDED.value)),
            When(effective_from=None, then=Value(Validity.UNKNOWN.value)),
            When(effective_from__gt=day, then=Value(Validity.NOT_YET.value)),
            default=Value(Validity.IN_FORCE.value),
        )
    )
