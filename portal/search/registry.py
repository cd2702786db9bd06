"""What can be found: each app registers its kinds of document in its `apps.py`."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Model, QuerySet

from portal.search.query import PUBLIC


@dataclass(frozen=True)
class Document:
    """A public thing as the index knows it; everything in it may be shown to anybody of its audience.

    `titles` and `bodies` map a language to text; `names` are further names, found like titles. A `language` other than "" limits the document to readers of it.
    `keywords` are words by which it is found without being shown; `codes` are registration numbers in any writing.
    `facets` maps a facet to its values; `restricted` the same for the audience that it names.
    """

    object_id: int
    titles: Mapping[str, str]
    bodies: Mapping[str, str] = field(default_factory=dict)
    names: Sequence[str] = ()
    keywords: Sequence[str] = ()
    codes: Sequence[str] = ()
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    restricted: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    language: str = ""
    sort_key: str = ""
    created_at: datetime | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True)
class Card:
    """How a thing shows itself among results of every kind, in the asked language; plain text, escaped where it is shown.

    `details` stand in the line below the summary: what it is more exactly, where; `day` stands with them. `language` is
    set when the summary is in another language than the asked one.
    """

    title: str
    url: str
    summary: str = ""
    details: tuple[str, ...] = ()
    day: date | None = None
    is_sample: bool = False
    language: str = ""


@dataclass(frozen=True)
class Term:
    """A facet value that may be suggested while typing; `url` lists what has it, `note` is the name of the facet."""

    facet: str
    value: str
    label: str
    words: str
    url: str = ""
    note: str = ""


@dataclass(frozen=True)
class DocumentKind:
    """How one kind of thing gets into the index and who may see it.

    `documents(ids)` gives the documents of those ids that exist and are public; `visible(audience)` the rows that the
    audience may see, through which every answer is read again.

    A kind with `cards` is part of the site search: `cards(ids, language)` gives a card for each of those ids that the
    public may see, in a fixed number of statements; `label` ("News article") and `plural` ("News") are lazy texts, and
    tabs stand in the order of `order`.
    """

    name: str
    model: type[Model]
    documents: Callable[[Sequence[int]], Iterable[Document]]
    visible: Callable[[str], QuerySet[Any]]
    facets: tuple[str, ...] = ()
    similar_by: Mapping[str, float] = field(default_factory=dict)
    terms: Callable[[str], Sequence[Term]] = lambda language: ()
    label: Any = ""
    plural: Any = ""
    order: int = 100
    cards: Callable[[Sequence[int], str], Mapping[int, Card]] | None = None


_kinds: dict[str, DocumentKind] = {}


def register(kind: DocumentKind) -> None:
    """Make a kind of thing findable."""
    _kinds[kind.name] = kind


def kind_of(name: str) -> DocumentKind:
    """Return a registered kind; KeyError for any other name."""
    return _kinds[name]


def all_kinds() -> tuple[DocumentKind, ...]:
    """Return every registered kind."""
    return tuple(_kinds.values())


def site_kinds() -> tuple[DocumentKind, ...]:
    """Return the kinds of the site search in the order of their tabs."""
    return tuple(sorted((kind for kind in _kinds.values() if kind.cards), key=lambda kind: kind.order))


__all__ = ["PUBLIC", "Card", "Document", "DocumentKind", "Term", "all_kinds", "kind_of", "register", "site_kinds"]
