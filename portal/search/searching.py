"""The way of a question: plan, find, loosen when nothing is found, count facets, mark what matched."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape
from math import ceil
from typing import Any, TypeVar

from portal.core.vietnamese import fold, normalize
from portal.search.engines.base import Engine, Found, FoundKinds
from portal.search.engines.database import DatabaseEngine
from portal.search.highlights import marked
from portal.search.knowledge import glossary_and_vocabulary, terms_of
from portal.search.planner import Plan, plans
from portal.search.query import PUBLIC, Hit, Overview, Page, Query, Suggestion
from portal.search.registry import Term, kind_of

_Found = TypeVar("_Found", Found, FoundKinds)


def engine() -> Engine:
    """Return the engine that answers."""
    return DatabaseEngine()


def search(query: Query) -> Page:
    """Answer a question; a page beyond the end is answered with the last one.

    The ladder is climbed down while nothing matches the text; facet filters that leave nothing do not loosen the text.
    """
    query = replace(query, page=max(1, query.page), filters={name: v for name, v in query.filters.items() if v})
    plan, found = _first_that_finds(query.text, lambda step: engine().find(query, step))
    if not found.hits:
        query = replace(query, page=ceil(found.total / query.page_size) or 1)
        found = engine().find(query, plan) if found.total else found
    corrected = plan.text if plan else None
    return Page(
        hits=tuple(
            _with_marks(hit, texts, plan, query.language) for hit, texts in zip(found.hits, found.texts, strict=True)
        ),
        total=found.total,
        number=query.page,
        page_size=query.page_size,
        facets=engine().facets(query, plan),
        did_you_mean=corrected if found.total else None,
        loosened=plan.step if plan and found.total else None,
        engine=engine().name,
    )


def search_kinds(query: Query, *, only: str = "") -> Overview:
    """Answer a question over several kinds: each is counted, and a page of each is found, or of `only` one.

    The question is planned once: choosing a kind neither loosens the text nor changes a count, like a facet filter.
    """
    query = replace(query, page=max(1, query.page) if only else 1)
    plan, found = _first_that_finds(query.text, lambda step: engine().kinds(query, step, only))
    if not found.hits and found.counts.get(only):
        query = replace(query, page=ceil(found.counts[only] / query.page_size))
        found = engine().kinds(query, plan, only)
    hits: dict[str, tuple[Hit, ...]] = {}
    for hit, texts in zip(found.hits, found.texts, strict=True):
        hits[hit.kind] = (*hits.get(hit.kind, ()), _with_marks(hit, texts, plan, query.language))
    return Overview(
        counts=found.counts,
        hits=hits,
        number=query.page if found.counts.get(only) else 1,
        did_you_mean=plan.text if plan and found.any_count else None,
        loosened=plan.step if plan and found.any_count else None,
    )


def _first_that_finds(text: str, find: Callable[[Plan | None], _Found]) -> tuple[Plan | None, _Found]:
    plan, found, first = None, None, None
    for step in _ladder(text):
        found = find(step)
        if found.any_count:
            return step, found
        first = first or step
        plan = None if step.code else step
    if found is None:
        if normalize(text):  # signs only: nothing can match, which is not the same as asking for everything
            nothing = Plan(groups=(), code="0" * 40)
            return nothing, find(nothing)
        return None, find(None)
    return plan or first, found


def _ladder(text: str) -> Iterator[Plan]:
    return plans(text, *glossary_and_vocabulary()) if normalize(text[:1000]) else iter(())


def _with_marks(hit: Hit, texts: dict[str, Any], plan: Plan | None, language: str) -> Hit:
    if plan is None or plan.code:
        return hit
    order = [language, *(other for other in texts if other != language)]
    highlights = {}
    for field in ("title", "body"):
        for spoken in order:
            text = texts.get(spoken, {}).get(field, "")
            if text and (html := marked(text, plan, snippet=field == "body")):
                if field == "body" or spoken == order[0]:
                    highlights[field] = html
                break
    return replace(hit, highlights=highlights)


def suggest(
    text: str,
    *,
    kinds: tuple[str, ...] = ("organization",),
    language: str = "vi",
    audience: str = PUBLIC,
    limit: int = 8,
) -> tuple[Suggestion, ...]:
    """Complete what is being typed: things by name, then facet values that have results."""
    plan = next((step for step in _ladder(text) if not step.code and not step.step), None)
    if plan is None or len(fold(normalize(text[:100]))) < 2:
        return ()
    typed = tuple(replace(group, wordings=(), code=False, exact=()) for group in plan.groups)
    plan = replace(plan, groups=(*typed[:-1], replace(typed[-1], unfinished=not typed[-1].phrase)), spelled=())
    query = Query(text=text, kinds=kinds, language=language, audience=audience)
    terms = _matching_terms(plan, query)
    found = engine().names(query, plan, limit - min(len(terms), 3))
    names = [
        Suggestion(label=_label(texts, plan, language), kind=hit.kind, object_id=hit.object_id)
        for hit, texts in zip(found.hits, found.texts, strict=True)
    ]
    values = [
        Suggestion(_marked_or_plain(t.label, plan), kind, facet=t.facet, value=t.value, url=t.url, note=t.note)
        for kind, t in terms
    ]
    return (*names, *values[: limit - len(names)])


def _matching_terms(plan: Plan, query: Query) -> list[tuple[str, Term]]:
    """Return the facet values that the words begin, with their kind, of which the kind has results."""
    words = [word for group in plan.groups for word in group.words]
    found: list[tuple[str, Term]] = []
    for kind in query.kinds:
        terms = [term for term in terms_of(kind_of(kind), query.language) if _begins(words, term)]
        if terms:
            asked = tuple(dict.fromkeys(term.facet for term in terms))
            counted = engine().facets(replace(query, text="", kinds=(kind,), facets=asked), None)
            there = {(name, value.value) for name, values in counted.items() for value in values if value.count}
            found += [(kind, term) for term in terms if (term.facet, term.value) in there]
    return found


def _begins(words: list[str], term: Term) -> bool:
    said = term.words.split()
    return all(any(other.startswith(word) for other in said) for word in words)


def _label(texts: dict[str, Any], plan: Plan, language: str) -> str:
    title = (texts.get(language) or {}).get("title") or next(iter(texts.values()))["title"]
    return _marked_or_plain(title, plan)


def _marked_or_plain(text: str, plan: Plan) -> str:
    return marked(text, plan) or escape(text)


def similar(
    kind: str, object_id: int, *, language: str = "vi", audience: str = PUBLIC, limit: int = 3
) -> tuple[Hit, ...]:
    """Return the things most like one, best first."""
    query = Query(kinds=(kind,), language=language, audience=audience)
    return engine().similar(kind_of(kind), object_id, query, limit)


def health() -> dict[str, Any]:
    """Return which engine answers and what it holds, for `/readyz`."""
    return engine().health()
