"""The site goes on while Redis is refused or hangs, and asks it again later."""

import socket
import threading
import time
from collections.abc import Iterator

import pytest
from django.core.cache import caches

from portal.core.patient_cache import PatientRedisCache
from tests.factories.startups import published

TIMEOUTS = {"socket_connect_timeout": 0.2, "socket_timeout": 0.2}


@pytest.fixture(autouse=True)
def never_away(monkeypatch):
    monkeypatch.setattr(PatientRedisCache, "_away_until", 0.0)


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


def cache_at(server: socket.socket) -> PatientRedisCache:
    return PatientRedisCache(f"redis://127.0.0.1:{server.getsockname()[1]}/0", {"OPTIONS": TIMEOUTS})


@pytest.fixture
def refused(listener) -> PatientRedisCache:
    cache = cache_at(listener)
    listener.close()
    return cache


def test_a_server_that_refuses_is_an_empty_cache(refused, caplog):
    refused.set("a", 1)
    assert (refused.get("a"), refused.get("a", 7)) == (None, 7)
    assert refused.add("a", 1) is True
    assert (refused.touch("a"), refused.delete("a"), refused.has_key("a"), "a" in refused) == (False,) * 4
    assert (refused.get_many(["a"]), refused.set_many({"a": 1}), refused.delete_many(["a"])) == ({}, [], None)
    assert refused.get_or_set("a", lambda: 3) == 3
    with pytest.raises(ValueError, match="not found"):
        refused.incr("a")
    assert [record.levelname for record in caplog.records] == ["WARNING"]  # said once, not at every question


def test_a_server_that_hangs_costs_one_timeout_only(listener):
    cache = cache_at(listener)
    started = time.monotonic()
    for _ in range(20):
        assert cache.get("a") is None
    assert time.monotonic() - started < 1


def test_it_is_asked_again_after_the_pause(listener, monkeypatch):
    cache = cache_at(listener)
    assert cache.get("a") is None

    def answer() -> None:
        while True:
            try:
                peer, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=serve, args=(peer,), daemon=True).start()

    def serve(peer: socket.socket) -> None:
        with peer:
            while command := peer.recv(4096):
                # A greeting of the newer protocol is not known here; every key holds the number 5.
                peer.sendall(
                    b"$1\r\n5\r\n" if b"GET" in command else b"-ERR unknown\r\n" if b"HELLO" in command else b"+OK\r\n"
                )

    threading.Thread(target=answer, daemon=True).start()
    assert cache.get("a") is None
    monkeypatch.setattr(PatientRedisCache, "_away_until", 0.0)
    fresh = PatientRedisCache(
        f"redis://127.0.0.1:{listener.getsockname()[1]}/0", {"OPTIONS": {"socket_timeout": 5, "protocol": 2}}
    )
    assert fresh.get("a") == 5


@pytest.mark.django_db
def test_pages_and_data_are_answered_without_redis(client, listener, settings):
    organization = published()
    redis = {
        "BACKEND": "portal.core.patient_cache.PatientRedisCache",
        "LOCATION": f"redis://127.0.0.1:{listener.getsockname()[1]}/0",
        "OPTIONS": TIMEOUTS,
    }
    listener.close()
    settings.CACHES = {"default": redis, "pages": redis, "renditions": redis}
    assert isinstance(caches["default"], PatientRedisCache)
    for path in ("/", "/en/", "/doanh-nghiep/", organization.get_absolute_url(), "/goi-y/?q=to", "/accounts/login/"):
        assert client.get(path).status_code == 200, path
    for _ in range(3):
        assert client.get("/api/v1/organizations").status_code == 200
    assert client.get("/readyz").json()["cache"]["ok"] is False
