import pytest

from tests.signing_in import make_staff


@pytest.fixture
def editor_client(client, db):
    client.force_login(make_staff("Biên tập viên"))
    return client
