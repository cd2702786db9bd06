import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.models import Page


@pytest.fixture
def editor(db):
    user = get_user_model().objects.create_user("lan@example.org", "a-long-password", full_name="Vũ Thị Lan")
    user.groups.add(Group.objects.get(name="Biên tập viên"))
    return user


@pytest.fixture
def approver(db):
    user = get_user_model().objects.create_user("ha@example.org", "a-long-password", full_name="Đỗ Thu Hà")
    user.groups.add(Group.objects.get(name="Người duyệt"))
    return user


@pytest.fixture
def approver_client(client, approver):
    client.force_login(approver)
    client.editor = approver
    return client


@pytest.fixture
def editor_client(client, editor):
    client.force_login(editor)
    client.editor = editor
    return client


@pytest.fixture
def home(db):
    return Page.objects.get(slug="home").specific


@pytest.fixture
def text_page(home):
    return home.get_children().get(slug="ve-du-lieu").specific
