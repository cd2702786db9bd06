"""What every engine offers. An engine finds and counts.

The visitor's answer is put together in `portal/search/searching.py`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from portal.search.planner import Plan
from portal.search.query import FacetValue, Hit, Query
from portal.search.registry import Document, DocumentKind


@dataclass(frozen=True)
class Found:
    """What one plan found: `any_count` before the facet filters, `total` after them, the texts of the hits."""

    hits: tuple[Hit, ...]
    texts: tuple[dict[str, Any], ...]
    total: int
    any_count: int


@dataclass(frozen=True)
class FoundKinds:
    """What one plan found in each kind: how many, and the hits to show with their texts."""

    hits: tuple[Hit, ...]
    texts: tuple[dict[str, Any], ...]
    counts: Mapping[str, int]

    @property
    def any_count(self) -> int:
        return sum(self.counts.values())


class Engine(Protocol):
    """An index that answers plans. Everything is limited to what the audience of the query may see."""

    name: str

    def find(self, query: Query, plan: Plan | None) -> Found: ...

    def kinds(self, query: Query, plan: Plan | None, only: str) -> FoundKinds: ...

    def facets(self, query: Query, plan: Plan | None) -> dict[str, tuple[FacetValue, ...]]: ...

    def names(self, query: Query, plan: Plan, limit: int) -> Found: ...

    def similar(self, kind: DocumentKind, object_id: int, query: Query, limit: int) -> tuple[Hit, ...]: ...

    def write(self, kind: DocumentKind, ids: Sequence[int], documents: Sequence[Document]) -> int: ...

    def differences(self, kind: DocumentKind) -> Iterator[str]: ...

    def health(self) -> dict[str, Any]: ...
