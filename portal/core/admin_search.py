"""The search of the Wagtail admin, in choosers and in the page explorer: the database's own, on folded words.

Both what is indexed and what is asked for become words without marks, so that typing `dong trieu` finds Đông Triều and no
quote or dash of an editor is taken for syntax. Readers never come here: their search is `portal.search`.
"""

from functools import cache
from importlib import import_module
from typing import Any

from django.core.management import call_command
from django.db import connections
from modelsearch.backends import database
from modelsearch.index import get_indexed_models
from modelsearch.query import PlainText
from wagtail.search.models import IndexEntry

from portal.core.vietnamese import folded_tokens


def words_of(text: str) -> str:
    """Return the words of a text without marks, signs and capitals."""
    return " ".join(word for word, _start, _end in folded_tokens(text))


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 -- the name that the settings' path is completed with
    """Return the backend for the database in use, as the package chooses it, with folding around it."""
    chosen: Any = type(database.SearchBackend(params))
    # PostgreSQL would stem by the rules of English.
    return _folded(chosen)({"SEARCH_CONFIG": "simple", **params})


@cache
def _folded(backend: type) -> type:
    module = import_module(backend.__module__)
    # The index makes its indexer itself, by this name.
    module.ObjectIndexer = type("FoldedIndexer", (_FoldedIndexer, module.ObjectIndexer), {})  # type: ignore[attr-defined]
    return type("FoldedBackend", (_FoldedBackend, backend), {})


class _FoldedIndexer:
    def prepare_value(self, value: Any) -> str:
        return words_of(super().prepare_value(value))  # type: ignore[misc]


class _FoldedBackend:
    def _search(self, compiler: type, query: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(query, str):
            query = words_of(query)
        elif isinstance(query, PlainText):
            words = words_of(query.query_string)
            query = PlainText(words, query.operator, query.boost) if words else ""
        return super()._search(compiler, query, *args, **kwargs)  # type: ignore[misc]


def index_what_migrations_wrote(using: str = "default", **kwargs: Any) -> None:
    """Fill an empty index: what a migration writes sends no signal."""
    there = set(connections[using].introspection.table_names())
    needed = {model._meta.db_table for model in (IndexEntry, *get_indexed_models())}
    if needed <= there and not IndexEntry.objects.using(using).exists():
        call_command("update_index", verbosity=0)
