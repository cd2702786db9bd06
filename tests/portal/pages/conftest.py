import pytest
from wagtail.models import Page

from tests.signing_in import make_staff


@pytest.fixture
def editor(db):
    return make_staff("Biên tập viên")


@pytest.fixture
def approver(db):
    return make_staff("Người duyệt", "ha@example.org", "Đỗ Thu Hà")


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
