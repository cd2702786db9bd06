"""Mark in a text what a plan matched, in the spelling of the text. Knows no framework."""

from collections.abc import Iterator, Sequence
from html import escape

from portal.core.vietnamese import canonical, folded_tokens
from portal.search.planner import Plan

_SNIPPET = 180


def marked(text: str, plan: Plan, *, snippet: bool = False) -> str | None:
    """Return the text as escaped HTML with `<mark>` around matches, None without any; `snippet` cuts around them."""
    tokens = folded_tokens(text)
    spans = _merged(sorted(_spans(_Words(text, tokens), plan)))
    if not spans:
        return None
    places = [(tokens[first][1], tokens[last][2]) for first, last in spans]
    start, end = _window(text, places) if snippet else (0, len(text))
    out, at = ["… "] if start else [], start
    for begin, finish in places:
        if begin < start or finish > end:
            continue
        out += [escape(text[at:begin]), "<mark>", escape(text[begin:finish]), "</mark>"]
        at = finish
    out.append(escape(text[at:end]) + (" …" if end < len(text) else ""))
    return "".join(out)


class _Words:
    """The words of a text, folded; how one is spelled is worked out only where it matters, because it costs more."""

    def __init__(self, text: str, tokens: list[tuple[str, int, int]]) -> None:
        self.text, self.tokens = text, tokens
        self.places: dict[str, list[int]] = {}
        for place, (word, _, _) in enumerate(tokens):
            self.places.setdefault(word, []).append(place)

    def runs(self, way: Sequence[str], spelled: Sequence[str] = ()) -> Iterator[tuple[int, int]]:
        """Yield (first, last) places where the words of `way` stand side by side, in this spelling if one is given."""
        for first in self.places.get(way[0], ()):
            here = self.tokens[first : first + len(way)]
            if tuple(word for word, _, _ in here) != tuple(way):
                continue
            if not spelled or all(self.spelled(token) == said for token, said in zip(here, spelled, strict=True)):
                yield first, first + len(way) - 1

    def beginnings(self, word: str, spelled: str = "") -> Iterator[tuple[int, int]]:
        """Yield the places of words that go on from this one."""
        for longer, places in self.places.items():
            if longer.startswith(word):
                for place in places:
                    if not spelled or self.spelled(self.tokens[place]).startswith(spelled):
                        yield place, place

    def spelled(self, token: tuple[str, int, int]) -> str:
        return canonical(self.text[token[1] : token[2]])


def _spans(words: _Words, plan: Plan) -> Iterator[tuple[int, int]]:
    """Yield (first, last) places of words that belong to a group of the plan."""
    for group in plan.groups:
        for wording in group.wordings:
            yield from words.runs(wording.words, wording.spelled)
        if group.phrase:
            yield from words.runs(group.words, group.exact)
            continue
        for place, word in enumerate(group.words):
            exact = group.exact[place : place + 1]
            yield from words.runs((word,), exact)
            if group.unfinished and place == len(group.words) - 1:
                yield from words.beginnings(word, *exact)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for first, last in spans:
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _window(text: str, places: list[tuple[int, int]]) -> tuple[int, int]:
    """Choose the stretch with the most marks, cut at spaces."""
    if len(text) <= _SNIPPET:
        return 0, len(text)
    best = max(places, key=lambda place: sum(place[0] <= other[0] < place[0] + _SNIPPET for other in places))
    start = max(0, min(best[0] - 40, len(text) - _SNIPPET))
    start = text.find(" ", start) + 1 if start else 0
    start = min(start, best[0])
    end = text.rfind(" ", start, start + _SNIPPET) if start + _SNIPPET < len(text) else len(text)
    return start, max(end, best[1])
