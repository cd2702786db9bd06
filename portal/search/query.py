"""What is asked of the search and what it answers; the same for every engine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil

PUBLIC = "public"


@dataclass(frozen=True)
class Query:
    """A question: text, chosen facet values (OR within a facet, AND across), order, page, and who asks."""

    text: str = ""
    kinds: tuple[str, ...] = ("organization",)
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = "relevance"
    page: int = 1
    page_size: int = 24
    language: str = "vi"
    audience: str = PUBLIC
    facets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hit:
    """One thing found. `highlights` maps a field to escaped HTML with `<mark>` around what matched."""

    kind: str
    object_id: int
    score: float
    highlights: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FacetValue:
    """A value, how many results choosing it (with the other facets as they are) yields, and whether it is chosen."""

    value: str
    count: int
    selected: bool


@dataclass(frozen=True)
class Page:
    """One page of results. `loosened` names the step of the ladder that answered, None for what was literally asked."""

    hits: tuple[Hit, ...]
    total: int
    number: int
    page_size: int
    facets: Mapping[str, tuple[FacetValue, ...]]
    did_you_mean: str | None = None
    loosened: str | None = None
    engine: str = "database"
    degraded: bool = False

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, ceil(self.total / self.page_size))


@dataclass(frozen=True)
class Overview:
    """Results of several kinds at once: how many each has, and the hits to show, best first within their kind.

    `number` is the page of the one kind that was chosen; `did_you_mean` and `loosened` as in `Page`.
    """

    counts: Mapping[str, int]
    hits: Mapping[str, tuple[Hit, ...]]
    number: int = 1
    did_you_mean: str | None = None
    loosened: str | None = None

    @property
    def total(self) -> int:
        """How many things of all kinds match."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class Suggestion:
    """While typing: a thing by name, or (with `facet`) a value to filter by, listed at `url`. `label` is escaped HTML."""

    label: str
    kind: str = ""
    object_id: int = 0
    facet: str = ""
    value: str = ""
    url: str = ""
    note: str = ""
