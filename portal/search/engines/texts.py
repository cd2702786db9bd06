"""A document's text as words: folded for finding, spelled for ranking. The same for both databases."""

from dataclasses import dataclass

from portal.core.vietnamese import canonical, fold, folded_tokens, normalize
from portal.search.registry import Document

_MOST_WORDS = 5000
_LONGEST = 60


@dataclass(frozen=True)
class IndexedText:
    """Words of name, keywords and body (folded and spelled, in step), and bare codes."""

    folded: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    spelled: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    codes: tuple[str, ...]

    @property
    def words(self) -> str:
        """Every folded word in order, from which spelling is learned."""
        return " ".join(word for part in self.folded for word in part)


def indexed_text(document: Document) -> IndexedText:
    """Return the words of a document."""
    parts = [[*document.titles.values(), *document.names], list(document.keywords), list(document.bodies.values())]
    pairs = [_words(" \n ".join(part)) for part in parts]
    codes = dict.fromkeys(bare for code in document.codes if (bare := _bare(code)))
    folded, spelled = zip(*((tuple(f for f, _ in part), tuple(s for _, s in part)) for part in pairs), strict=True)
    return IndexedText(folded, spelled, tuple(codes))  # type: ignore[arg-type]


def _words(text: str) -> list[tuple[str, str]]:
    text = normalize(text)
    tokens = folded_tokens(text)[:_MOST_WORDS]
    # Folding may leave more than one word of a foreign letter; only its letters and digits are kept.
    return [
        (word, canonical(text[start:end])[:_LONGEST])
        for raw, start, end in tokens
        if (word := "".join(char for char in raw if char.isalnum())[:_LONGEST])
    ]


def _bare(code: str) -> str:
    return "".join(char for char in fold(code) if char.isascii() and char.isalnum())[:_LONGEST]
