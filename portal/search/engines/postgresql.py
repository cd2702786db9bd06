"""Full text on PostgreSQL: a tsvector of our own words; spelled ones begin with `=`, codes with `#`.

The words are cut in Python, because PostgreSQL's parser takes `KN-2024-0001` apart as signed numbers.
"""

from collections.abc import Sequence
from itertools import combinations
from math import comb

from django.db import connection

from portal.search.engines.texts import IndexedText
from portal.search.glossary import Wording
from portal.search.planner import Group, Plan

TABLE, KEY = "search_text", "document_id"
_RANKS = "{0.1, 0.4, 0.55, 1.0}"  # D body, C code, B keywords, A name
_GAP, _LAST_PLACE, _MOST_PLACES = 16, 16000, 200
_MOST_BYTES = 500_000  # of words; with their places well below the megabyte of a tsvector
_MOST_WAYS = 80
_BY_LENGTH = 1


def matching(plan: Plan, *, names_only: bool = False, scored: bool = True) -> tuple[str, list]:
    """Return SQL that gives document id and, when it is wanted, score (more is better), and its parameters."""
    label = "A" if names_only else ""
    if plan.code:
        own = f"'#{plan.code}':*"
        either = f"{own} | '#{plan.head_code}'" if plan.head_code else own
        sql = (
            f"SELECT document_id AS id, (vector @@ %s::tsquery)::int AS score FROM {TABLE} WHERE vector @@ %s::tsquery"  # noqa: S608 -- constant
        )
        return sql, [own, either]
    parts = [_group(group, label) for group in plan.groups]
    base = _base(parts, plan.need)
    if not scored:
        return f"SELECT document_id AS id, 0 AS score FROM {TABLE} WHERE vector @@ %s::tsquery", [base]  # noqa: S608 -- constant
    # ts_rank knows no rarity: each group is ranked by itself and weighed by how much it tells.
    ranks = [f"%s * ts_rank('{_RANKS}', vector, %s::tsquery, {_BY_LENGTH})" for _ in parts]
    parameters: list = [value for group, part in zip(plan.groups, parts, strict=True) for value in (group.weight, part)]
    for lift in _lifts(plan, label):
        ranks.append(f"ts_rank('{_RANKS}', vector, %s::tsquery, {_BY_LENGTH}) * 4")
        parameters.append(lift)
    sql = f"SELECT document_id AS id, {' + '.join(ranks)} AS score FROM {TABLE} WHERE vector @@ %s::tsquery"  # noqa: S608 -- constants
    return sql, [*parameters, base]


def _base(parts: list[str], need: int | None) -> str:
    need = need or len(parts)
    if need == 1 or comb(len(parts), need) > _MOST_WAYS:
        return " | ".join(parts)
    return " | ".join(f"({' & '.join(way)})" for way in combinations(parts, need))


def write(texts: Sequence[tuple[int, IndexedText]]) -> None:
    """Put the texts of new documents in."""
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {TABLE} (document_id, vector) VALUES (%s, %s::tsvector)",  # noqa: S608 -- constant
            [(pk, _vector(text)) for pk, text in texts],
        )


def remove(document_ids: Sequence[int]) -> None:
    """Take the texts of documents out."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE} WHERE document_id = ANY(%s)", [list(document_ids)])  # noqa: S608 -- constant


def _vector(text: IndexedText) -> str:
    places: dict[str, list[str]] = {}
    at = 1
    size = 0
    for words, spelled, label in zip(text.folded, text.spelled, "ABD", strict=True):
        for word, spelling in zip(words, spelled, strict=True):
            size += 0 if word in places else len(word.encode()) + len(spelling.encode())
            if at < _LAST_PLACE and size < _MOST_BYTES:
                places.setdefault(word, []).append(f"{at}{label}")
                places.setdefault(f"={spelling}", []).append(f"{at}{label}")
            at += 1
        at += _GAP  # no phrase reaches from one part into the next
    for code in text.codes:
        places[f"#{code}"] = ["1C"]
    return " ".join(f"'{word}':{','.join(where[:_MOST_PLACES])}" for word, where in places.items())


def _lifts(plan: Plan, label: str) -> list[str]:
    if any(group.phrase for group in plan.groups):
        return []
    star = "*" if plan.groups[-1].unfinished else ""
    lifts = [_phrase(plan.said, label, star)] if len(plan.said) > 1 else []
    if plan.spelled and not label:
        spelled = [f"={word}" for word in plan.spelled]
        if plan.need == 1:
            return [*lifts, *(_word(word, label) for word in spelled)]
        lifts.append(" & ".join(_word(word, label) for word in spelled))
        if len(spelled) > 1:
            lifts.append(_phrase(spelled, label, star))
    return lifts


def _group(group: Group, label: str) -> str:
    words = [f"={word}" for word in group.exact] or group.words
    if group.phrase:
        return f"({_phrase(words, label)})"
    star = "*" if group.unfinished else ""
    every = [_word(word, label) for word in words[:-1]] + [_word(words[-1], label, star)]
    ways = [f"({' & '.join(every)})"]
    if group.code:
        ways.append(f"'#{group.words[0]}':*")
    ways += [_wording(wording, label) for wording in group.wordings]
    return f"({' | '.join(ways)})"


def _wording(wording: Wording, label: str) -> str:
    words = [f"={word}" for word in wording.spelled] or list(wording.words)
    return f"({_phrase(words, label)})"


def _phrase(words: Sequence[str], label: str, star: str = "") -> str:
    return " <-> ".join([*(_word(word, label) for word in words[:-1]), _word(words[-1], label, star)])


def _word(word: str, label: str, star: str = "") -> str:
    return f"'{word}'" + (f":{star}{label}" if star or label else "")
