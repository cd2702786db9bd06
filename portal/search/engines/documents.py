"""Documents as rows: what is new, what has changed, what must go."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict

from portal.search.engines.texts import IndexedText, indexed_text
from portal.search.models import SearchDocument, SearchFacet
from portal.search.query import PUBLIC
from portal.search.registry import Document, DocumentKind

_BATCH = 500


def digest(document: Document) -> str:
    """Return a digest over everything that the index knows of a document."""
    return hashlib.sha256(json.dumps(asdict(document), sort_keys=True, default=str).encode()).hexdigest()


def digests(kind: DocumentKind) -> dict[tuple[int, str], str]:
    """Return what the index should hold of a kind: digest by object and language."""
    ids = list(kind.visible(PUBLIC).order_by("pk").values_list("pk", flat=True))
    found = {}
    for start in range(0, len(ids), _BATCH):
        for document in kind.documents(ids[start : start + _BATCH]):
            found[document.object_id, document.language] = digest(document)
    return found


def changed_and_gone(
    kind: DocumentKind, ids: Sequence[int], documents: Sequence[Document]
) -> tuple[list[tuple[Document, str]], list[int]]:
    """Compare with the rows of these ids: documents to write with their digest, and keys of rows to delete first."""
    rows = {
        (object_id, language): (pk, stored)
        for pk, object_id, language, stored in SearchDocument.objects.filter(
            kind=kind.name, object_id__in=ids
        ).values_list("pk", "object_id", "language", "digest")
    }
    changed = []
    for document in documents:
        now = digest(document)
        pk, stored = rows.pop((document.object_id, document.language), (None, ""))
        if stored != now:
            changed.append((document, now))
            if pk is not None:
                rows[document.object_id, document.language] = (pk, stored)
    return changed, [pk for pk, _ in rows.values()]


def insert(kind: DocumentKind, changed: Sequence[tuple[Document, str]]) -> list[tuple[int, IndexedText]]:
    """Insert documents and their facet rows; return the key of each with its words, for the engine's text table."""
    words = [indexed_text(document) for document, _ in changed]
    rows = SearchDocument.objects.bulk_create(
        [_row(kind, document, now, text) for (document, now), text in zip(changed, words, strict=True)],
        batch_size=_BATCH,
    )
    facets = [
        SearchFacet(document=row, name=name, value=value[:100], audience=audience)
        for row, (document, _) in zip(rows, changed, strict=True)
        for audience, values_of in ((PUBLIC, document.facets), *document.restricted.items())
        for name, values in values_of.items()
        for value in dict.fromkeys(values)
    ]
    SearchFacet.objects.bulk_create(facets, batch_size=4 * _BATCH)
    return [(row.pk, text) for row, text in zip(rows, words, strict=True)]


def _row(kind: DocumentKind, document: Document, now: str, text: IndexedText) -> SearchDocument:
    languages = document.titles.keys() | document.bodies.keys()
    return SearchDocument(
        kind=kind.name,
        object_id=document.object_id,
        language=document.language,
        texts={
            language: {"title": document.titles.get(language, ""), "body": document.bodies.get(language, "")}
            for language in sorted(languages)
        },
        words=text.words,
        sort_key=document.sort_key,
        created_at=document.created_at,
        updated_at=document.updated_at,
        digest=now,
    )
