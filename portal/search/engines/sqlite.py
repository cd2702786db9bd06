"""Full text on SQLite: one FTS5 table with our folded words and, beside them, the spelled ones."""

from collections.abc import Sequence
from itertools import combinations
from math import comb

from django.db import connection

from portal.search.engines.texts import IndexedText
from portal.search.glossary import Wording
from portal.search.planner import Group, Plan

TABLE, KEY = "search_text", "rowid"
_FOLDED, _SPELLED = "{name keywords body}", "{spelled_name spelled_keywords spelled_body}"
# name, keywords, body, code and the spelled columns: a hit in the name tells most.
_WEIGHTS = "8.0, 5.0, 1.0, 10.0, 6.0, 4.0, 1.0"
_MOST_WAYS = 80


def matching(plan: Plan, *, names_only: bool = False, scored: bool = True) -> tuple[str, list]:
    """Return SQL that gives document id and, when it is wanted, score (more is better), and its parameters."""
    # Materialized, or SQLite walks all documents and runs the full text search once for each of them.
    score = f"-bm25({TABLE}, {_WEIGHTS})" if scored else "0"
    sql = f"""
        WITH found AS MATERIALIZED (
            SELECT rowid AS id, {score} AS score FROM {TABLE} WHERE {TABLE} MATCH %s
        )
        SELECT id, score FROM found
    """  # noqa: S608 -- constants
    return sql, [_expression(plan, "{name}" if names_only else _FOLDED)]


def write(texts: Sequence[tuple[int, IndexedText]]) -> None:
    """Put the texts of new documents in."""
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {TABLE} (rowid, name, keywords, body, code, spelled_name, spelled_keywords, spelled_body)"  # noqa: S608 -- constants
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s)",
            [(pk, *(" ".join(part) for part in (*text.folded, text.codes, *text.spelled))) for pk, text in texts],
        )


def remove(document_ids: Sequence[int]) -> None:
    """Take the texts of documents out."""
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM {TABLE} WHERE rowid = %s", [(pk,) for pk in document_ids])  # noqa: S608 -- constant


def _expression(plan: Plan, columns: str) -> str:
    if plan.code:
        # What stands in the expression twice counts twice: the code itself before the firm to which a branch belongs.
        own = f'{{code}} : "{plan.code}"*'
        return f'({own}) OR ({own}) OR ({{code}} : "{plan.head_code}")' if plan.head_code else own
    parts = [_group(group, columns) for group in plan.groups]
    need = plan.need or len(parts)
    if need == 1 or comb(len(parts), need) > _MOST_WAYS:
        base = " OR ".join(parts)
    else:
        base = " OR ".join(f"({' AND '.join(way)})" for way in combinations(parts, need))
    lifts = [] if any(group.phrase for group in plan.groups) else _lifts(plan, columns)
    return " OR ".join([f"({base})", *lifts])


def _lifts(plan: Plan, columns: str) -> list[str]:
    """What only adds to the score of documents that match anyway: the words side by side, the spelling as typed."""
    star = "*" if plan.groups[-1].unfinished else ""
    lifts = [f"({columns} : {_phrase(plan.said)}{star})"] if len(plan.said) > 1 else []
    if plan.spelled and columns == _FOLDED:
        spelled = [f'"{word}"' for word in plan.spelled]
        spelled[-1] += star
        if plan.need == 1:
            return [*lifts, *(f"({_SPELLED} : {word})" for word in spelled)]
        lifts.append(f"({_SPELLED} : ({' AND '.join(spelled)}))")
        if len(spelled) > 1:
            lifts.append(f"({_SPELLED} : {_phrase(plan.spelled)}{star})")
    return lifts


def _group(group: Group, columns: str) -> str:
    star = "*" if group.unfinished else ""
    columns, words = (_SPELLED, group.exact) if group.exact else (columns, group.words)
    if group.phrase:
        return f"({columns} : {_phrase(words)})"
    ways = [f"{columns} : {_phrase(words)}{star}"]
    if len(words) > 1:
        every = [f'"{word}"' for word in words]
        every[-1] += star
        ways.append(f"{columns} : ({' AND '.join(every)})")
    if group.code:
        ways.append(f'{{code}} : "{group.words[0]}"*')
    ways += [_wording(wording, columns) for wording in group.wordings]
    return f"({' OR '.join(f'({way})' for way in ways)})"


def _wording(wording: Wording, columns: str) -> str:
    if wording.spelled:
        return f"{_SPELLED} : {_phrase(wording.spelled)}"
    return f"{columns} : {_phrase(wording.words)}"


def _phrase(words: Sequence[str]) -> str:
    # Words hold letters and digits only (planner), so that no sign of FTS5's own language can be in them.
    return f'"{" ".join(words)}"'
