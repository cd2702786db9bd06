"""What a watcher is told."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection

from portal.core import health
from portal.core.jobs.models import WorkerSign

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)


def failing_report() -> dict:
    raise ConnectionError("away")


def test_alive_asks_neither_database_nor_session(client) -> None:
    response = client.get("/healthz")  # without the mark that allows it, a query would be an error
    assert (response.status_code, response.content) == (200, b"ok")
    assert not response.cookies
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.django_db
def test_ready_with_a_worker_that_gave_a_sign(client) -> None:
    with time_machine.travel(NOW, tick=False):
        WorkerSign.give("one")
        response = client.get("/readyz")
    answer = response.json()
    assert response.status_code == 200
    assert answer["checks"] == {"database": True, "migrations": True, "worker": True}
    assert answer["worker_age_seconds"] == 0
    assert answer["cache"] == {"ok": True}
    assert answer["mail"] == {"queued": 0, "oldest_seconds": 0, "failed": 0, "repeated": 0}
    assert "search" in answer
    assert not response.cookies


@pytest.mark.django_db
@pytest.mark.parametrize(("seconds", "status"), [(59, 200), (61, 503)])
def test_a_worker_silent_for_a_minute_is_missed(client, seconds: int, status: int) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        WorkerSign.give("one")
        clock.shift(timedelta(seconds=seconds))
        response = client.get("/readyz")
    assert response.status_code == status
    assert response.json()["worker_age_seconds"] == seconds


@pytest.mark.django_db
def test_one_living_worker_is_enough(client) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        WorkerSign.give("gone")
        clock.shift(timedelta(hours=1))
        WorkerSign.give("here")
        assert client.get("/readyz").status_code == 200


@pytest.mark.django_db
def test_not_ready_without_a_worker(client) -> None:
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"] == {"database": True, "migrations": True, "worker": False}


@pytest.mark.django_db
def test_not_ready_with_a_migration_to_come(client, monkeypatch) -> None:
    monkeypatch.setattr(health, "_migrated", False)
    WorkerSign.give("one")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'mail' AND name = '0003_answer'")
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"] == {"database": True, "migrations": False, "worker": False}


@pytest.mark.django_db
def test_a_report_that_fails_is_shown_and_fails_nothing(client, monkeypatch) -> None:
    monkeypatch.setitem(health._reports, "search", failing_report)
    WorkerSign.give("one")
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json()["search"] == {"ok": False, "error": "ConnectionError"}
