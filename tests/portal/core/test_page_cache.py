"""Strangers get kept answers, nobody gets another's, and every public change is seen at once."""

import gzip

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.core.page_cache import public_change
from tests.factories.startups import OrganizationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def committed(django_capture_on_commit_callbacks):
    """Run what waits for the commit, because a test's transaction never commits."""
    with django_capture_on_commit_callbacks(execute=True):
        yield


def queries_of(client, path, **headers):
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path, headers=headers)
    return response, len(queries)


def test_the_second_answer_costs_one_query_and_is_the_same(client):
    first, many = queries_of(client, "/")
    second, few = queries_of(client, "/")
    assert (many > 5, few) == (True, 1)
    assert second.content == first.content
    assert second["ETag"] == first["ETag"]


def test_a_known_etag_is_answered_without_a_body(client):
    etag = client.get("/")["ETag"]
    again = client.get("/", headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")


def test_an_answer_is_packed_for_those_who_can_read_it(client):
    plain = client.get("/")
    packed = client.get("/", headers={"Accept-Encoding": "gzip, br"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) < len(plain.content) / 3


def test_a_public_change_drops_every_kept_answer(client, django_capture_on_commit_callbacks):
    client.get("/")
    with django_capture_on_commit_callbacks(execute=True):
        public_change()
    assert queries_of(client, "/")[1] > 1


def test_an_imported_organization_is_seen_at_once(client, django_capture_on_commit_callbacks):
    from portal.search.indexing import index_changed

    assert "Hàu Mới" not in client.get("/doanh-nghiep/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        index_changed("organization", [OrganizationFactory(name_vi="Hàu Mới").pk])
    assert "Hàu Mới" in client.get("/doanh-nghiep/").content.decode()


def test_languages_fragments_and_parameters_are_kept_apart(client):
    texts = [
        client.get(path, headers=headers).content
        for path, headers in (
            ("/doanh-nghiep/", {}),
            ("/en/doanh-nghiep/", {}),
            ("/doanh-nghiep/", {"HX-Request": "true"}),
            ("/doanh-nghiep/?sort=name", {}),
        )
    ]
    assert len(set(texts)) == 4
    assert client.get("/doanh-nghiep/").content == texts[0]


def test_parameters_in_another_order_are_the_same_page(client):
    client.get("/doanh-nghiep/?sort=name&kind=startup")
    assert queries_of(client, "/doanh-nghiep/?kind=startup&sort=name")[1] == 1


def test_an_unknown_parameter_is_answered_but_not_kept(client):
    client.get("/doanh-nghiep/?utm_source=letter")
    assert queries_of(client, "/doanh-nghiep/?utm_source=letter")[1] > 1


def test_a_signed_in_person_never_gets_or_leaves_a_kept_answer(client, django_user_model):
    user = django_user_model.objects.create_user("mai@example.org", "a-long-password")
    client.force_login(user)
    response, many = queries_of(client, "/")
    assert many > 5
    assert response["Cache-Control"] == "private, no-store"
    assert queries_of(client, "/")[1] > 5


def test_answers_to_strangers_carry_no_cookie_and_no_token(client):
    for path in ("/", "/doanh-nghiep/", "/en/", "/tuyen-bo-tro-nang/"):
        response = client.get(path)
        assert not response.cookies, path
        assert b"csrfmiddlewaretoken" not in response.content
        assert {"Accept-Encoding", "Cookie", "HX-Request"} == {part.strip() for part in response["Vary"].split(",")}


def test_a_missing_page_is_not_kept(client):
    assert client.get("/khong-co/")["Cache-Control"] == "private, no-store"
