"""The search index right after migrations, which write pages and documents but know no models of today."""

from collections.abc import Iterable
from typing import Any

from django.db import connections
from django.db.migrations.loader import MigrationLoader

from portal.pages.documents import PAGES
from portal.pages.policies.documents import POLICIES
from portal.search.indexing import rebuild
from portal.search.models import SearchDocument


def index_what_migrations_wrote(*, using: str, applied: Iterable[Any]) -> None:
    """Index pages and policy documents when these migrations were ours, or when nothing of the kind is indexed yet.

    Only once every table is as the models of today say: a migration may also be applied by itself, or taken back.
    """
    loader = MigrationLoader(connections[using])
    if not all(
        leaf in loader.applied_migrations for app in ("pages", "search") for leaf in loader.graph.leaf_nodes(app)
    ):
        return
    ours = any(migration.app_label == "pages" for migration in applied)
    for kind in (PAGES, POLICIES):
        if ours or not SearchDocument.objects.filter(kind=kind.name).exists():
            rebuild(kind)
