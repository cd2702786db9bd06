"""The collections that an editor finds, and what stays among staff."""

import pytest
from wagtail.models import Collection

from tests.factories.files import PDF, make_file
from tests.factories.pictures import upload
from tests.signing_in import make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def private():
    return Collection.objects.get(name="Nội bộ (riêng)")


def test_the_tree_is_whole():
    root = Collection.get_first_root_node()
    assert root.name == "Chung"
    assert {child.name for child in root.get_children()} == {"Ảnh tin tức", "Văn bản", "Nội bộ (riêng)"}
    assert Collection.find_problems() == ([], [], [], [], [])
    for name in ("An", "Thêm", "Ơ"):
        Collection.get_first_root_node().add_child(name=name)
    assert Collection.find_problems() == ([], [], [], [], [])


def test_an_editor_puts_a_file_where_only_staff_opens_it(client, private):
    client.force_login(make_staff("Biên tập viên"))
    form = {"title": "Dự thảo", "file": upload("du-thao.pdf", PDF), "tags": "", "collection": private.pk}
    assert client.post("/admin/documents/add/", form).status_code == 302
    file = make_file(collection=private)
    assert client.get(file.url).status_code == 200
    client.logout()
    assert client.get(file.url).status_code == 302


@pytest.mark.parametrize("role", ["Biên tập viên", "Người duyệt", "Quản trị viên"])
def test_every_role_of_staff_opens_what_is_internal(client, private, role):
    client.force_login(make_staff(role))
    assert client.get(make_file(collection=private).url).status_code == 200


def test_an_open_collection_is_for_everybody(client):
    assert client.get(make_file(collection=Collection.objects.get(name="Văn bản")).url).status_code == 200
