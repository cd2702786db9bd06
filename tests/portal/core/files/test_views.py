"""The address of an uploaded file: who gets it, under which headers, in which parts."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction

from tests.factories.files import CAPTIONS, HTML, MP4, PDF, make_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def private():
    """A collection for editors only."""
    collection = Collection.get_first_root_node().add_child(name="Nội bộ thử")
    restriction = CollectionViewRestriction.objects.create(collection=collection, restriction_type="groups")
    restriction.groups.add(Group.objects.get(name="Biên tập viên"))
    return collection


def body(response) -> bytes:
    return b"".join(response.streaming_content)


def test_a_pdf_is_shown_and_nothing_in_it_runs(client, django_assert_num_queries):
    file = make_file()
    client.get(file.url)  # the first time, length and hash are written down
    with django_assert_num_queries(4):
        response = client.get(file.url)
    assert response.status_code == 200
    assert body(response) == PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'inline; filename="{file.filename}"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'"
    assert response["Cache-Control"] == "public, max-age=300"
    assert "Set-Cookie" not in response


def test_what_no_browser_shows_is_downloaded_and_shut_in(client):
    response = client.get(make_file(b"a,b", "so-lieu.csv").url)
    assert response["Content-Disposition"].startswith('attachment; filename="so-lieu')
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Content-Type"] == "text/csv; charset=utf-8"


def test_an_unknown_kind_is_never_html(client):
    response = client.get(make_file(HTML, "trang.html").url)
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")


def test_a_known_file_is_not_sent_again(client):
    file = make_file()
    tag = client.get(file.url)["ETag"]
    again = client.get(file.url, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    file.file.save("khac.pdf", ContentFile(PDF + b"moi"), save=False)
    file._set_document_file_metadata()
    file.save()
    assert client.get(file.url, headers={"If-None-Match": tag}).status_code == 200


def test_a_player_gets_the_part_that_it_asks_for(client):
    file = make_file(MP4, "gioi-thieu.mp4")
    response = client.get(file.url, headers={"Range": "bytes=10-19"})
    assert response.status_code == 206
    assert body(response) == MP4[10:20]
    assert response["Content-Range"] == f"bytes 10-19/{len(MP4)}"
    assert response["Content-Length"] == "10"
    assert response["Content-Type"] == "video/mp4"
    whole = client.get(file.url)
    assert whole["Accept-Ranges"] == "bytes"
    assert body(client.get(file.url, headers={"Range": "bytes=-4"})) == MP4[-4:]
    changed = client.get(file.url, headers={"Range": "bytes=10-19", "If-Range": '"old"'})
    assert (changed.status_code, len(body(changed))) == (200, len(MP4))
    outside = client.get(file.url, headers={"Range": f"bytes={len(MP4)}-"})
    assert (outside.status_code, outside["Content-Range"]) == (416, f"bytes */{len(MP4)}")


def test_a_head_has_the_length_and_no_body(client):
    response = client.head(make_file(CAPTIONS, "phu-de.vtt").url)
    assert response["Content-Length"] == str(len(CAPTIONS))
    assert response["Content-Type"] == "text/vtt; charset=utf-8"


@pytest.mark.parametrize("address", ["/documents/999999/x.pdf", "/documents/x/y.pdf", "/documents/1/a/b.pdf"])
def test_an_unknown_address_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_the_name_must_be_the_files_own(client):
    file = make_file()
    assert client.get(f"/documents/{file.pk}/khac.pdf").status_code == 404
    assert client.get(f"/documents/{file.pk}/..%2f..%2fportal.sqlite3").status_code == 404
    assert client.post(file.url).status_code == 405


def test_a_lost_file_is_not_found(client):
    file = make_file()
    file.file.storage.delete(file.file.name)
    assert client.get(file.url).status_code == 404


def test_a_private_file_is_for_those_whom_its_collection_names(client, private, django_user_model):
    file = make_file(collection=private)
    stranger = client.get(file.url)
    assert stranger.status_code == 302
    assert stranger["Location"].startswith("/accounts/login/")
    assert "no-store" in stranger["Cache-Control"]
    reader = django_user_model.objects.create_user("minh@example.org", "a-long-password")
    client.force_login(reader)
    assert client.get(file.url).status_code == 403
    reader.groups.add(Group.objects.get(name="Biên tập viên"))
    response = client.get(file.url)
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")


def test_a_proxy_may_send_the_file_once_it_is_allowed(client, settings, private):
    settings.X_ACCEL_PREFIX = "/protected/"
    response = client.get(make_file(name="so-1.pdf").url)
    assert response["X-Accel-Redirect"].startswith("/protected/documents/so-1")
    assert response["Content-Type"] == "application/pdf"
    assert "X-Accel-Redirect" not in client.get(make_file(collection=private).url)


def test_the_media_folder_itself_stays_closed(client):
    assert client.get(f"/media/{make_file().file.name}").status_code == 404
