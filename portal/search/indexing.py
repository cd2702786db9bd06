"""Keep the index right: called inside the transaction of every change of something that can be found."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone

from portal.core import jobs
from portal.core.page_cache import public_change
from portal.search.engines.database import DatabaseEngine
from portal.search.models import SearchDirty, SearchDocument
from portal.search.registry import DocumentKind, all_kinds, kind_of

AT_ONCE = 200
_LEARN_AFTER = timedelta(seconds=30)


def index_changed(kind_name: str, ids: Iterable[int]) -> None:
    """Index these things in the transaction in hand; more than 200 are marked here and indexed by a job.

    Also drops the cached pages. Call it last in the transaction, for what was changed, published, hidden or deleted.
    """
    wanted = sorted(set(ids))
    if not wanted:
        return
    with transaction.atomic():
        if len(wanted) > AT_ONCE:
            dirty = [SearchDirty(kind=kind_name, object_id=object_id) for object_id in wanted]
            SearchDirty.objects.bulk_create(dirty, batch_size=500)
            jobs.enqueue("portal.search.jobs.index_dirty", key="search:dirty")
        elif index_now(kind_of(kind_name), wanted):
            learn_soon()
        public_change()


def index_now(kind: DocumentKind, ids: Sequence[int]) -> int:
    """Index these things in the transaction in hand; return how many documents changed."""
    if connection.vendor == "postgresql":
        # Two transactions about one thing take turns, and the second one reads what the first has written.
        list(kind.model._default_manager.filter(pk__in=ids).order_by("pk").select_for_update().values_list("pk"))
    return DatabaseEngine().write(kind, ids, list(kind.documents(ids)))


def learn_soon() -> None:
    """Let the words of the index be counted again, once for many changes."""
    jobs.enqueue("portal.search.jobs.learn_words", key="search:words", run_after=timezone.now() + _LEARN_AFTER)


def index_dirty_batch() -> int:
    """Index one batch of what waits, in a transaction of its own; return how many were taken."""
    with transaction.atomic():
        dirty = list(SearchDirty.objects.order_by("pk").select_for_update(skip_locked=True)[:AT_ONCE])
        for kind in all_kinds():
            ids = sorted({row.object_id for row in dirty if row.kind == kind.name})
            if ids:
                index_now(kind, ids)
        SearchDirty.objects.filter(pk__in=[row.pk for row in dirty]).delete()
        if dirty:
            learn_soon()
            public_change()
    return len(dirty)


def rebuild(kind: DocumentKind) -> int:
    """Index everything of a kind anew, in batches; what should not be there goes. Returns the number of things."""
    ids = set(kind.model._default_manager.values_list("pk", flat=True))
    ids |= set(SearchDocument.objects.filter(kind=kind.name).values_list("object_id", flat=True))
    ordered = sorted(ids)
    for start in range(0, len(ordered), AT_ONCE):
        batch = ordered[start : start + AT_ONCE]
        with transaction.atomic():
            # Nothing is taken for unchanged: how texts are cut into words may have changed.
            SearchDocument.objects.filter(kind=kind.name, object_id__in=batch).update(digest="")
            index_now(kind, batch)
    return len(ordered)
