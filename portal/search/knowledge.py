"""What the planner knows: the glossary and the words of the index, kept in the process for a minute."""

import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.db import transaction

from portal.search.glossary import Glossary
from portal.search.models import GlossaryEntry, SearchDocument, SearchPair, SearchWord
from portal.search.registry import DocumentKind, Term
from portal.search.speller import Vocabulary

_SECONDS = 60
_MOST_PAIRS = 40_000
_BATCH = 2000


@dataclass
class _Kept:
    glossary: Glossary
    vocabulary: Vocabulary
    until: float


_lock = threading.Lock()
_kept: list[_Kept] = []
_terms: dict[tuple[str, str], tuple[float, Sequence[Term]]] = {}


def glossary_and_vocabulary() -> tuple[Glossary, Vocabulary]:
    """Return both as they were at most a minute ago."""
    kept = _kept[0] if _kept else None
    if kept is None or kept.until < time.monotonic():
        with _lock:
            kept = _Kept(_glossary(), _vocabulary(), time.monotonic() + _SECONDS)
            _kept[:] = [kept]
    return kept.glossary, kept.vocabulary


def forget() -> None:
    """Read everything anew at the next question; for a process that has just changed it."""
    _kept.clear()
    _terms.clear()


def terms_of(kind: DocumentKind, language: str) -> Sequence[Term]:
    """Return the facet values of a kind that may be suggested, as they were at most a minute ago."""
    until, terms = _terms.get((kind.name, language), (0.0, ()))
    if until < time.monotonic():
        terms = kind.terms(language)
        _terms[kind.name, language] = (time.monotonic() + _SECONDS, terms)
    return terms


def _glossary() -> Glossary:
    return Glossary(GlossaryEntry.objects.order_by("pk").values_list("terms", flat=True))


def _vocabulary() -> Vocabulary:
    return Vocabulary(
        words=dict(SearchWord.objects.values_list("word", "documents")),
        pairs=dict(SearchPair.objects.values_list("pair", "times")),
        documents=SearchDocument.objects.count(),
    )


def learn() -> None:
    """Count words and pairs of neighbors over the whole index and keep them; run by a job after changes."""
    words: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for text in SearchDocument.objects.values_list("words", flat=True).iterator(chunk_size=500):
        said = text.split()
        words.update(set(said))
        pairs.update(f"{first} {second}" for first, second in pairwise(said))
    with transaction.atomic():
        SearchWord.objects.all().delete()
        SearchPair.objects.all().delete()
        SearchWord.objects.bulk_create([SearchWord(word=w, documents=n) for w, n in words.items()], batch_size=_BATCH)
        common = pairs.most_common(_MOST_PAIRS)
        SearchPair.objects.bulk_create([SearchPair(pair=p, times=n) for p, n in common], batch_size=_BATCH)
    forget()
