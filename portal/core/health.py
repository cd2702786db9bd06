"""Is it alive (`/healthz`), is it ready (`/readyz`)? Reports of optional parts are shown and never fail."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.cache import caches
from django.db import Error as DatabaseFailure
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse

from portal.core.jobs.models import WorkerSign
from portal.core.permissions import ANYONE, open_to

Report = Callable[[], dict[str, Any]]

_WORKER_SILENT = timedelta(seconds=60)
_reports: dict[str, Report] = {}
_migrated = False


def register_report(name: str, report: Report) -> None:
    """Let an app add its state to `/readyz`; what it raises is shown as its state."""
    _reports[name] = report


@open_to(ANYONE)
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the process answers; asks nothing else, so that no restart is caused by a database that is away."""
    return HttpResponse("ok", content_type="text/plain")


@open_to(ANYONE)
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when database, migrations and worker are as they should be, else 503; JSON says what is not.

    A database that is away is said within the `connect_timeout` of the settings.
    """
    state: dict[str, Any] = {"database": False, "migrations": False, "worker": False}
    details: dict[str, Any] = {}
    try:
        state["database"] = _database()
        state["migrations"] = _migrations()
        age = WorkerSign.age() if state["migrations"] else None
        state["worker"] = age is not None and age < _WORKER_SILENT
        details["worker_age_seconds"] = None if age is None else round(age.total_seconds())
        details |= {name: _reported(report) for name, report in {"cache": _cache, **_reports}.items()}
    except DatabaseFailure:
        connection.close()
        state["database"] = False
    ready = all(state.values())
    return JsonResponse({"ready": ready, "checks": state} | details, status=200 if ready else 503)


def _database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True


def _migrations() -> bool:
    """Whether all migrations are applied; once true for a process, it stays true."""
    global _migrated  # noqa: PLW0603 -- reading every migration from disk is too slow for each question
    if not _migrated:
        executor = MigrationExecutor(connection)
        _migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    return _migrated


def _cache() -> dict[str, Any]:
    caches["default"].set("readyz", 1, 10)
    return {"ok": caches["default"].get("readyz") == 1}


def _reported(report: Report) -> dict[str, Any]:
    try:
        return report()
    except Exception as error:  # noqa: BLE001 -- a report never makes the site unready
        return {"ok": False, "error": type(error).__name__}
