"""Mark in a text what a plan matched, in the spelling of the text. Knows no framework."""

from collections.abc import Iterator, Sequence
from html import escape

from portal.core.vietnamese import canonical, folded_tokens
from portal.search.planner import Plan

_SNIPPET = 180


def marked(text: str, plan: Plan, *, snippet: bool = False) -> str | None:
    """Return the text as escaped HTML with `<mark>` around matches, None without any; `snippet` cuts around them."""
    tokens = folded_tokens(text)
    words = [word for word, _, _ in tokens]
    spelled = [canonical(text[start:end]) for _, start, end in tokens]
    spans = _merged(sorted(_spans(words, spelled, plan)))
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


def _spans(words: list[str], spelled: list[str], plan: Plan) -> Iterator[tuple[int, int]]:
    """Yield (first, last) places of words that belong to a group of the plan."""
    for group in plan.groups:
        for wording in group.wordings:
            yield from _runs(spelled, wording.spelled) if wording.spelled else _runs(words, wording.words)
        said, here = (group.exact, spelled) if group.exact else (group.words, words)
        if group.phrase:
            yield from _runs(here, said)
        else:
            for word in said:
                yield from _runs(here, (word,), unfinished=group.unfinished and word == said[-1])


def _runs(words: list[str], way: Sequence[str], *, unfinished: bool = False) -> Iterator[tuple[int, int]]:
    length = len(way)
    for place in range(len(words) - length + 1):
        here = words[place : place + length]
        if tuple(here) == tuple(way) or (unfinished and length == 1 and here[0].startswith(way[0])):
            yield place, place + length - 1


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
