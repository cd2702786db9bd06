"""Names of sectors, technologies and units for pages, read at most once a minute in a process: they hardly change."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from startups import enums
from startups.models import AdminUnit, Term

_SECONDS = 60
_FOUNDED_LABELS = {
    "before-2010": _("Before 2010"),
    "2010-2014": "2010–2014",
    "2015-2019": "2015–2019",
    "2020-2022": "2020–2022",
    "2023-": _("2023 and later"),
}
FACET_LABELS = {
    "kind": _("Kind"),
    "sector": _("Sector"),
    "stage": _("Stage"),
    "unit": _("Ward, commune or special zone"),
    "badge": _("Certification"),
    "raising": _("Investment"),
    "technology": _("Technology"),
    "founded": _("Founded"),
}
FACETS = tuple(FACET_LABELS)
PARAMETER_LABELS = FACET_LABELS | {"sort": _("Sort by"), "page": _("Page")}


@dataclass(frozen=True)
class Vocabulary:
    """Values of the facets that live in the database, in order, with their names by language.

    `labels` is filled as it is asked: the names of every facet by facet and language.
    """

    sectors: Mapping[str, Mapping[str, str]]
    technologies: Mapping[str, Mapping[str, str]]
    units: Mapping[str, Mapping[str, str]]
    labels: dict[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)


_kept: list[tuple[float, Vocabulary]] = []
_lock = threading.Lock()


def vocabulary() -> Vocabulary:
    """Return the names as they were at most a minute ago."""
    if not _kept or _kept[0][0] < time.monotonic():
        with _lock:
            _kept[:] = [(time.monotonic() + _SECONDS, _read())]
    return _kept[0][1]


def _read() -> Vocabulary:
    def names(row: AdminUnit | Term) -> dict[str, str]:
        return {"vi": row.name_vi, "en": row.name_en or row.name_vi}

    return Vocabulary(
        sectors={term.code: names(term) for term in Term.objects.sectors()},
        technologies={term.code: names(term) for term in Term.objects.technologies()},
        units={unit.code: names(unit) for unit in AdminUnit.objects.all()},
    )


def values_of(facet: str) -> Mapping[str, str]:
    """Return the values that a facet may have, with their names in the active language, in their own order."""
    language = "en" if (get_language() or "vi").startswith("en") else "vi"
    known = vocabulary()
    labels = known.labels.get((facet, language))
    if labels is None:
        labels = known.labels[facet, language] = _labels(known, facet, language)
    return labels


def _labels(known: Vocabulary, facet: str, language: str) -> Mapping[str, str]:
    from_database = {"sector": known.sectors, "technology": known.technologies, "unit": known.units}
    if facet in from_database:
        return {code: names[language] for code, names in from_database[facet].items()}
    return {value: str(label) for value, label in _FIXED[facet]().items()}


_FIXED: dict[str, Callable[[], Mapping[str, object]]] = {
    "kind": lambda: dict(enums.OrganizationKind.choices),
    "stage": lambda: dict(enums.Stage.choices),
    "badge": lambda: dict(enums.Badge.choices),
    "raising": lambda: {"yes": _("Raising now")},
    "founded": lambda: _FOUNDED_LABELS,
}

__all__ = ["FACETS", "FACET_LABELS", "PARAMETER_LABELS", "values_of", "vocabulary"]
