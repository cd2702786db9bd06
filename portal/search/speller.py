"""Misspelled words repaired from the words of the index itself. Knows no framework."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import log

from portal.core.vietnamese import fold
from portal.search import telex

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Vocabulary:
    """Folded words with the number of documents they stand in, and pairs of neighbors with their number."""

    words: Mapping[str, int] = field(default_factory=dict)
    pairs: Mapping[str, int] = field(default_factory=dict)
    documents: int = 0

    def knows(self, word: str) -> bool:
        return word in self.words or word.isdigit()

    def has(self, *ways: tuple[str, ...], unfinished: bool = False) -> bool:
        """Whether all words of one of these wordings stand in the index; `unfinished`: the last typed may go on."""
        if any(all(word in self.words for word in way) for way in ways):
            return True
        return unfinished and any(word.startswith(ways[0][-1]) for word in self.words)

    def weight(self, *ways: tuple[str, ...]) -> float:
        """Return how much it tells that a document has one of these wordings: its inverse document frequency."""
        found = sum(min(self.words.get(word, 0) for word in way) for way in ways)
        return log(1 + (self.documents + 1) / (found + 1))


def repair(words: list[str], vocabulary: Vocabulary) -> list[str] | None:
    """Return the words as they were probably meant, or None when nothing better is known.

    In turn: Telex keys undone, a missing space found, one typing mistake (a letter too many, too few, wrong, or two
    swapped) mended. Candidates are judged by their neighbors first, then by how common they are.
    """
    repaired: list[str] = []
    for place, word in enumerate(words):
        before = repaired[-1] if repaired else ""
        after = words[place + 1] if place + 1 < len(words) else ""
        known_but_odd = vocabulary.knows(word) and not _fits(word, before, after, vocabulary)
        if vocabulary.knows(word) and not (known_but_odd and len(words) > 1):
            repaired.append(word)
            continue
        repaired.extend(_mended(word, before, after, vocabulary) or [word])
    return repaired if repaired != words else None


def _fits(word: str, before: str, after: str, vocabulary: Vocabulary) -> bool:
    """Whether the word was ever seen beside one of its neighbors (a neighbor that is itself unknown says nothing)."""
    neighbors = [
        pair for pair, near in ((f"{before} {word}", before), (f"{word} {after}", after)) if vocabulary.knows(near)
    ]
    return not neighbors or any(pair in vocabulary.pairs for pair in neighbors)


def _mended(word: str, before: str, after: str, vocabulary: Vocabulary) -> list[str] | None:
    undone = telex.undo(word)
    if undone and (folded := fold(undone)) != word and vocabulary.knows(folded):
        return [folded]
    if not vocabulary.knows(word) and (split := _split(word, vocabulary)):
        return split

    def worth(candidate: str) -> tuple[int, int]:
        context = vocabulary.pairs.get(f"{before} {candidate}", 0) + vocabulary.pairs.get(f"{candidate} {after}", 0)
        return context, vocabulary.words[candidate]

    candidates = [near for near in _one_mistake_away(word) if near in vocabulary.words]
    if vocabulary.knows(word):  # a real word in odd company: only a candidate that the neighbors vouch for
        candidates = [near for near in candidates if worth(near)[0] > 1]
    elif len(word) <= 2:
        candidates = [near for near in candidates if worth(near)[0] > 0]
    return [max(sorted(candidates), key=worth)] if candidates else None


def _split(word: str, vocabulary: Vocabulary) -> list[str] | None:
    """Find the missing space: both halves known, the more often neighbors the better; three parts as a last try."""
    halves = [
        (word[:cut], word[cut:])
        for cut in range(2, len(word) - 1)
        if word[:cut] in vocabulary.words and word[cut:] in vocabulary.words
    ]
    if halves:
        best = max(
            halves, key=lambda half: (vocabulary.pairs.get(" ".join(half), 0), min(vocabulary.words[w] for w in half))
        )
        return list(best)
    for cut in range(2, len(word) - 3):
        if word[:cut] in vocabulary.words and (rest := _split(word[cut:], vocabulary)) and len(rest) == 2:
            return [word[:cut], *rest]
    return None


def _one_mistake_away(word: str) -> Iterator[str]:
    """Every text at a Damerau-Levenshtein distance of one."""
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        if tail:
            yield head + tail[1:]
            for letter in _LETTERS:
                yield head + letter + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
