import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group


@pytest.fixture
def editor_client(client, db):
    user = get_user_model().objects.create_user("lan@example.org", "a-long-password", full_name="Vũ Thị Lan")
    user.groups.add(Group.objects.get(name="Biên tập viên"))
    client.force_login(user)
    return client
