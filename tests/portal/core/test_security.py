"""Headers, error pages and the two content security policies."""

import pytest
from django.db import OperationalError
from django.test import Client

from portal.core import error_pages

PAGES = ("/", "/en/", "/doanh-nghiep/", "/tuyen-bo-tro-nang/", "/accounts/login/", "/api/v1/docs", "/khong-co/")


@pytest.mark.django_db
@pytest.mark.parametrize("path", PAGES)
def test_no_page_allows_inline_code_or_another_host(client, path):
    response = client.get(path)
    policy = response["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    text = response.content.decode()
    assert " style=" not in text
    assert "<style" not in text
    assert "onclick=" not in text


@pytest.mark.django_db
def test_security_headers(client):
    response = client.get("/")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


@pytest.mark.django_db
def test_the_admin_has_a_policy_of_its_own(admin_client):
    assert "'unsafe-inline'" in admin_client.get("/admin/")["Content-Security-Policy"]


@pytest.mark.django_db
def test_every_answer_has_a_request_id_and_a_proper_one_is_kept(client):
    assert len(client.get("/healthz")["X-Request-ID"]) == 32
    assert client.get("/healthz", headers={"X-Request-ID": "abcdef-12345"})["X-Request-ID"] == "abcdef-12345"
    assert client.get("/healthz", headers={"X-Request-ID": "<script>"})["X-Request-ID"] != "<script>"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "words"), [("/khong-co/", "Không có trang này"), ("/en/nothing/", "There is no such page")]
)
def test_a_missing_page_is_said_in_the_language_of_its_address(client, path, words):
    response = client.get(path)
    assert response.status_code == 404
    assert words in response.content.decode()


@pytest.mark.parametrize("status", [400, 403, 404, 429, 500, 503])
def test_an_error_page_needs_no_database(rf, status):
    # No django_db mark: a query would fail the test.
    for path, lang in (("/x/", "vi"), ("/en/x/", "en")):
        response = error_pages.error_page(rf.get(path), status)
        assert response.status_code == status
        assert f'<html lang="{lang}"' in response.content.decode()


@pytest.mark.django_db
def test_a_database_that_does_not_answer_is_503_with_a_time_to_come_back(monkeypatch):
    # The failure is provoked where the page's first query would be; the real outage is tried in tests/concurrency.
    def down(*args, **kwargs):
        raise OperationalError("connection refused")

    monkeypatch.setattr("startups.directory.views.list_organizations", down)
    response = Client(raise_request_exception=False).get("/doanh-nghiep/")
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert "connection refused" not in response.content.decode()


@pytest.mark.django_db
def test_nothing_but_renditions_leaves_the_media_folder(client, settings):
    folder = settings.MEDIA_ROOT / "original_images"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "secret.png").write_bytes(b"original")
    for path in (
        "/media/original_images/secret.png",
        "/media/images/../original_images/secret.png",
        "/media/images/%2e%2e/original_images/secret.png",
    ):
        assert client.get(path).status_code == 404, path
