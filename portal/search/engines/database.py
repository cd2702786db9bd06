"""The engine that is always there: ordinary tables for documents and facets, the database's own full text for words.

One statement finds and counts a page, one more counts all facets. A document fails the filter of a facet when it has
none of the chosen values; a value is counted over the documents that fail nothing, or only the filter of its own facet:
exactly what choosing it yields.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection
from django.db.models import Count

from portal.search.engines import postgresql, sqlite
from portal.search.engines.base import Found, FoundKinds
from portal.search.engines.documents import changed_and_gone, digests, insert
from portal.search.models import SearchDirty, SearchDocument
from portal.search.planner import Plan
from portal.search.query import PUBLIC, FacetValue, Hit, Query
from portal.search.registry import Document, DocumentKind, all_kinds

_DOCUMENT = SearchDocument._meta.db_table
_FACET = "search_searchfacet"
_ORDERS = {
    "relevance": "score DESC, updated_at DESC, id",
    "name": "sort_key, id",
    "newest": "created_at DESC, id DESC",
    "updated": "updated_at DESC, id DESC",
}
_COLUMNS = ("id", "kind", "object_id", "sort_key", "created_at", "updated_at")
_Sql = tuple[str, list]


def texts() -> Any:
    """Return the module that knows this database's full text."""
    return postgresql if connection.vendor == "postgresql" else sqlite


class DatabaseEngine:
    """Search in the project's own database."""

    name = "database"

    def find(self, query: Query, plan: Plan | None) -> Found:
        """Find one page in one statement; beyond the last page nothing is found but everything counted."""
        judged, parameters = _judged(query, plan)
        order, passing = _order(query, plan), _passing(query)
        sql = f"""
            {judged}
            SELECT totals.any_count, totals.total, hit.kind, hit.object_id, hit.score, document.texts
            FROM (SELECT COUNT(*) AS any_count, COUNT(CASE WHEN {passing} THEN 1 END) AS total FROM judged) totals
            LEFT JOIN (
                SELECT id, kind, object_id, score, ROW_NUMBER() OVER (ORDER BY {order}) AS place
                FROM judged WHERE {passing} ORDER BY {order} LIMIT %s OFFSET %s
            ) hit ON 1 = 1
            LEFT JOIN {_DOCUMENT} document ON document.id = hit.id
            ORDER BY hit.place
        """  # noqa: S608 -- pieces are ours, values are parameters
        rows = _rows(sql, [*parameters, query.page_size, (query.page - 1) * query.page_size])
        any_count, total = rows[0][:2]
        found = [row for row in rows if row[2] is not None]
        hits = tuple(Hit(kind, object_id, float(score or 0)) for _, _, kind, object_id, score, _ in found)
        return Found(hits, tuple(_decoded(row[5]) for row in found), total, any_count)

    def kinds(self, query: Query, plan: Plan | None, only: str) -> FoundKinds:
        """Count every kind and find a page of each, or of `only` one, in one statement."""
        base, parameters = _matched(query, plan)
        sql = f"""
            WITH matched AS MATERIALIZED ({base}),
            counted AS (SELECT kind, COUNT(*) AS total FROM matched GROUP BY kind),
            placed AS (
                SELECT id, kind, object_id, score,
                       ROW_NUMBER() OVER (PARTITION BY kind ORDER BY {_order(query, plan)}) AS place
                FROM matched WHERE %s IN ('', kind)
            )
            SELECT counted.kind, counted.total, placed.object_id, placed.score, document.texts
            FROM counted
            LEFT JOIN placed ON placed.kind = counted.kind AND placed.place > %s AND placed.place <= %s
            LEFT JOIN {_DOCUMENT} document ON document.id = placed.id
            ORDER BY counted.kind, placed.place
        """  # noqa: S608 -- as above
        start = (query.page - 1) * query.page_size
        rows = _rows(sql, [*parameters, only, start, start + query.page_size])
        found = [row for row in rows if row[2] is not None]
        return FoundKinds(
            hits=tuple(Hit(kind, object_id, float(score or 0)) for kind, _, object_id, score, _ in found),
            texts=tuple(_decoded(row[4]) for row in found),
            counts={kind: total for kind, total, *_ in rows},
        )

    def facets(self, query: Query, plan: Plan | None) -> dict[str, tuple[FacetValue, ...]]:
        """Count every asked facet in one statement; a chosen value is there even when it counts 0."""
        if not query.facets:
            return {}
        counted, parameters = _countable(query, plan)
        sql = f"""
            {counted} AND facet.audience IN ({_marks(_audiences(query))}) AND facet.name IN ({_marks(query.facets)})
            GROUP BY facet.name, facet.value
        """
        counts: dict[str, dict[str, int]] = {name: {} for name in query.facets}
        for name, value, count in _rows(sql, [*parameters, *_audiences(query), *query.facets]):
            counts[name][value] = count
        for name, chosen in query.filters.items():
            for value in chosen:
                counts.setdefault(name, {}).setdefault(value, 0)
        return {
            name: tuple(
                FacetValue(value, count, value in query.filters.get(name, ()))
                for value, count in sorted(values.items(), key=lambda item: (-item[1], item[0]))
            )
            for name, values in counts.items()
        }

    def names(self, query: Query, plan: Plan, limit: int) -> Found:
        """Find things whose name has every word of the plan, the last one perhaps unfinished.

        Of several kinds none takes more than half of the places before the others have had theirs.
        """
        base, parameters = _matched(query, plan, names_only=True)
        sql = f"""
            SELECT named.kind, named.object_id, named.score, document.texts
            FROM (
                SELECT id, kind, object_id, score, sort_key,
                       ROW_NUMBER() OVER (PARTITION BY kind ORDER BY score DESC, sort_key) AS place
                FROM ({base}) matched
            ) named JOIN {_DOCUMENT} document ON document.id = named.id
            ORDER BY CASE WHEN named.place > %s THEN 1 ELSE 0 END, named.score DESC, named.sort_key LIMIT %s
        """  # noqa: S608 -- as above
        rows = _rows(sql, [*parameters, (limit + 1) // 2, limit])
        hits = tuple(Hit(kind, object_id, float(score)) for kind, object_id, score, _ in rows)
        return Found(hits, tuple(_decoded(row[3]) for row in rows), len(rows), len(rows))

    def similar(self, kind: DocumentKind, object_id: int, query: Query, limit: int) -> tuple[Hit, ...]:
        """Find things that share facet values with one; a rarer value tells more, each facet by its weight."""
        weights = " ".join("WHEN %s THEN %s" for _ in kind.similar_by)
        audiences = _audiences(query)
        base, parameters = _matched(query, None)
        # Step by step: right after many changes PostgreSQL has no statistics, and one big join would take minutes.
        sql = f"""
            WITH mine AS MATERIALIZED (
                SELECT document_id, name, value FROM {_FACET}
                WHERE document_id = (SELECT id FROM {_DOCUMENT} WHERE kind = %s AND object_id = %s LIMIT 1)
                  AND audience IN ({_marks(audiences)}) AND name IN ({_marks(kind.similar_by)})
            ), shared AS MATERIALIZED (
                SELECT theirs.document_id, theirs.name, theirs.value FROM mine
                JOIN {_FACET} theirs ON theirs.name = mine.name AND theirs.value = mine.value
                WHERE theirs.document_id <> mine.document_id AND theirs.audience IN ({_marks(audiences)})
            ), values_of AS MATERIALIZED (
                SELECT name, value, COUNT(*) AS documents FROM shared GROUP BY name, value
            ), scored AS MATERIALIZED (
                SELECT shared.document_id, SUM(CASE shared.name {weights} END / (2.0 + values_of.documents)) AS score
                FROM shared JOIN values_of ON values_of.name = shared.name AND values_of.value = shared.value
                GROUP BY shared.document_id
            ), matched AS MATERIALIZED ({base})
            SELECT matched.object_id, MAX(scored.score) AS best
            FROM scored JOIN matched ON matched.id = scored.document_id
            GROUP BY matched.object_id ORDER BY best DESC, matched.object_id LIMIT %s
        """  # noqa: S608 -- as above
        weighed = [value for pair in kind.similar_by.items() for value in pair]
        values = [kind.name, object_id, *audiences, *kind.similar_by, *audiences, *weighed, *parameters, limit]
        return tuple(Hit(kind.name, other, float(score)) for other, score in _rows(sql, values))

    def write(self, kind: DocumentKind, ids: Sequence[int], documents: Sequence[Document]) -> int:
        """Make the index say exactly `documents` about `ids`, in the transaction in hand; return how many changed."""
        changed, gone = changed_and_gone(kind, ids, documents)
        if gone:
            texts().remove(gone)
            SearchDocument.objects.filter(pk__in=gone).delete()
        if changed:
            texts().write(insert(kind, changed))
        return len(changed) + len(gone)

    def differences(self, kind: DocumentKind) -> Iterator[str]:
        """Yield one line for each document that is missing, stale or should not be there."""
        stored = {
            (object_id, language): digest
            for object_id, language, digest in SearchDocument.objects.filter(kind=kind.name).values_list(
                "object_id", "language", "digest"
            )
        }
        should = digests(kind)
        for key in sorted(should.keys() - stored.keys()):
            yield f"{kind.name} {key[0]} {key[1]}: missing"
        for key in sorted(stored.keys() - should.keys()):
            yield f"{kind.name} {key[0]} {key[1]}: should not be there"
        for key in sorted(key for key in should.keys() & stored.keys() if should[key] != stored[key]):
            yield f"{kind.name} {key[0]} {key[1]}: stale"
        known = f"SELECT {texts().KEY} FROM {texts().TABLE}"  # noqa: S608 -- constants
        sql = f"SELECT object_id, language FROM {_DOCUMENT} WHERE kind = %s AND id NOT IN ({known})"  # noqa: S608
        for object_id, language in _rows(sql, [kind.name]):
            yield f"{kind.name} {object_id} {language}: words missing"

    def health(self) -> dict[str, Any]:
        """Return engine, documents by kind, and how many changes wait for the job."""
        documents = dict(SearchDocument.objects.values_list("kind").annotate(n=Count("pk")).order_by("kind"))
        return {"engine": self.name, "documents": documents, "waiting": SearchDirty.objects.count()}


def _order(query: Query, plan: Plan | None) -> str:
    sort = query.sort if query.sort in _ORDERS else "relevance"
    return _ORDERS["updated" if plan is None and sort == "relevance" else sort]


def _passing(query: Query) -> str:
    """Return what a row of `judged` fulfills when it fails no facet; without facets PostgreSQL is not to guess at it."""
    return "failed = 0" if query.filters else "1 = 1"


def _countable(query: Query, plan: Plan | None) -> _Sql:
    """Return the start of a statement over the rows of `facet` that count: none fails any filter but that of its facet."""
    counting = f"SELECT facet.name, facet.value, COUNT(*) FROM {_FACET} facet"  # noqa: S608 -- as above
    if not query.filters:
        base, parameters = _matched(query, plan, scored=False, columns=("id",))
        return f"{counting} WHERE facet.document_id IN ({base})", parameters
    judged, parameters = _judged(query, plan, scored=False, columns=("id",))
    own = "".join(" OR (facet.name = %s AND judged.failed = %s)" for _ in query.filters)
    parameters += [value for bit, name in enumerate(query.filters) for value in (name, 1 << bit)]
    return (
        f"{judged} {counting} JOIN judged ON judged.id = facet.document_id WHERE (judged.failed = 0{own})",
        parameters,
    )


def _judged(query: Query, plan: Plan | None, *, scored: bool = True, columns: Sequence[str] = _COLUMNS) -> _Sql:
    """Return the common table `judged`: every match with the bits of the facet filters that it fails."""
    base, parameters = _matched(query, plan, scored=scored, columns=columns)
    bits = []
    for bit, (name, values) in enumerate(query.filters.items()):
        bits.append(
            f"(CASE WHEN EXISTS (SELECT 1 FROM {_FACET} f WHERE f.document_id = matched.id AND f.name = %s"  # noqa: S608 -- as above
            f" AND f.value IN ({_marks(values)}) AND f.audience IN ({_marks(_audiences(query))}))"
            f" THEN 0 ELSE {1 << bit} END)"
        )
        parameters += [name, *values, *_audiences(query)]
    failed = " + ".join(bits) or "0"
    kept = "MATERIALIZED" if bits else "NOT MATERIALIZED"
    return (
        f"WITH matched AS MATERIALIZED ({base}),"  # noqa: S608 -- as above
        f" judged AS {kept} (SELECT matched.*, {failed} AS failed FROM matched)",
        parameters,
    )


def _matched(
    query: Query,
    plan: Plan | None,
    *,
    names_only: bool = False,
    scored: bool = True,
    columns: Sequence[str] = _COLUMNS,
) -> _Sql:
    """Return SQL for the documents that match the plan and that the audience may see; unpublished rows never pass."""
    parameters: list = []
    score, join = ", 0 AS score" if scored else "", ""
    if plan is not None:
        text, parameters = texts().matching(plan, names_only=names_only, scored=scored)
        score = ", text.score" if scored else ""
        join = f" JOIN ({text}) text ON text.id = document.id"
    visible = []
    for kind in all_kinds():
        if kind.name in query.kinds:
            sql, values = kind.visible(query.audience).order_by().values("pk").query.sql_with_params()
            visible.append(f"(document.kind = %s AND document.object_id IN ({sql}))")
            parameters += [kind.name, *values]
    sql = (
        f"SELECT {', '.join(f'document.{column}' for column in columns)}{score}"  # noqa: S608 -- as above
        f" FROM {_DOCUMENT} document{join}"
        f" WHERE ({' OR '.join(visible) or '1 = 0'}) AND document.language IN ('', %s)"
    )
    return sql, [*parameters, query.language]


def _audiences(query: Query) -> tuple[str, ...]:
    return tuple(dict.fromkeys((PUBLIC, query.audience)))


def _marks(values: Any) -> str:
    return ", ".join("%s" for _ in values)


def _rows(sql: str, parameters: list) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()


def _decoded(texts_column: Any) -> dict[str, Any]:
    return json.loads(texts_column) if isinstance(texts_column, str) else texts_column
