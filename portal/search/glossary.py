"""Words that mean the same, looked up in a question. Knows no framework.

Single syllables collide without marks (chè, che, chế), so a word alone stands for its own spelling only, as it is typed
and as it is looked for. Several syllables together are safe without marks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from portal.core.vietnamese import canonical, fold, folded_tokens


@dataclass(frozen=True)
class Wording:
    """One way to say it: folded words, and the spelling with marks where only that spelling is meant."""

    words: tuple[str, ...]
    spelled: tuple[str, ...] = ()


class Glossary:
    """Groups of terms, found by the longest match at a place of the question."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        self._by_words: dict[tuple[str, ...], list[tuple[Wording, ...]]] = {}
        self._longest = 1
        for group in groups:
            wordings = tuple(dict.fromkeys(said for term in group if (said := wording(term)).words))
            for term in wordings:
                for words in _numbers(term.words):
                    self._by_words.setdefault(words, []).append(wordings)
                self._longest = max(self._longest, len(term.words))

    def at(self, words: Sequence[str], spelled: Sequence[str], place: int) -> tuple[int, tuple[Wording, ...]]:
        """Return how many words from `place` on are a term, and every other wording of it; (0, ()) when none is."""
        for length in range(min(self._longest, len(words) - place), 0, -1):
            said = tuple(words[place : place + length])
            as_typed = tuple(spelled[place : place + length])
            others: dict[Wording, None] = {}
            for group in self._by_words.get(said, ()):
                if any(_meant(term, as_typed) for term in group):
                    others |= dict.fromkeys(term for term in group if term.words != said)
            if others:
                return length, tuple(others)
        return 0, ()


def wording(term: str) -> Wording:
    """Return a term in the form in which it is looked up; a single word keeps its spelling."""
    tokens = folded_tokens(term)
    words = tuple(word for word, _, _ in tokens)
    if len(words) == 1:
        return Wording(words, (canonical(term[tokens[0][1] : tokens[0][2]]),))
    return Wording(words)


def _meant(term: Wording, as_typed: tuple[str, ...]) -> bool:
    """Whether these typed words mean this term: a single word must have been typed with its marks."""
    folded = tuple(fold(word) for word in as_typed)
    if folded not in _numbers(term.words):
        return False
    return not term.spelled or folded != term.words or term.spelled == as_typed


def _numbers(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return singular and plural of an English term; no Vietnamese syllable ends in s, so that nothing else is met."""
    last = words[-1]
    other = last[:-1] if last.endswith("s") else f"{last}s"
    return (words, (*words[:-1], other)) if last.isascii() and len(last) > 3 else (words,)
