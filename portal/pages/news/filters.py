"""The parameters of the news list, parsed by a FilterSet: what is not known is dropped and said, never an error."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

import django_filters
from django.core.validators import RegexValidator
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from portal.core.vietnamese import normalize
from portal.pages.models import NewsPage
from portal.pages.news.topics import unit_names
from startups.directory.filters import PageFilter

PARAMS = ("topic", "unit", "month", "page")
PARAMETER_LABELS = {"topic": _("Topic"), "unit": _("Place"), "month": _("Month"), "page": _("Page")}
_FILTERS = PARAMS[:3]


class NewsFilter(django_filters.FilterSet):
    """One value each; matching and counting is the search's work, so no queryset is filtered here."""

    topic = django_filters.CharFilter(max_length=60)
    unit = django_filters.ChoiceFilter(choices=lambda: list(unit_names().items()))
    month = django_filters.CharFilter(max_length=7, validators=[RegexValidator(r"^2\d{3}-(0[1-9]|1[0-2])$")])
    page = PageFilter(min_value=1, max_value=100_000)

    class Meta:
        model = NewsPage
        fields: list[str] = []


@dataclass(frozen=True)
class Selection:
    """What a reader asked of the news; `ignored` is what could not be understood, as (parameter, value)."""

    filters: Mapping[str, str] = field(default_factory=dict)
    page: int = 1
    ignored: tuple[tuple[str, str], ...] = ()

    def with_value(self, name: str, value: str) -> "Selection":
        """Return the selection with another value for one filter, or without it; from its first page."""
        changed = {other: given for other, given in self.filters.items() if other != name}
        return replace(self, filters=changed | ({name: value} if value else {}), page=1)

    def address(self, base: str, *, page: int = 1) -> str:
        """Return the address that asks for the same, parameters in their fixed order."""
        pairs = [(name, self.filters[name]) for name in _FILTERS if name in self.filters]
        if page > 1:
            pairs.append(("page", str(page)))
        return f"{base}?{urlencode(pairs)}" if pairs else base


def parse(data: QueryDict, topics: Mapping[str, str]) -> Selection:
    """Read the parameters of an address; anything unknown lands in `ignored`."""
    given = QueryDict(mutable=True)
    for name in PARAMS:
        if value := normalize(data.get(name, "")[:200]):
            given[name] = value
    form = NewsFilter(given, queryset=NewsPage.objects.none()).form
    form.is_valid()
    clean = form.cleaned_data
    ignored = [(name, str(given[name])[:40]) for name in PARAMS if name in form.errors]
    if (topic := clean.get("topic")) and topic not in topics:
        ignored.append(("topic", topic[:40]))
        clean["topic"] = ""
    return Selection(
        filters={name: clean[name] for name in _FILTERS if clean.get(name)},
        page=int(clean.get("page") or 1),
        ignored=tuple(ignored),
    )
