import pytest
from django.contrib.auth import get_user_model

from tests.signing_in import PASSWORD, make_staff


@pytest.fixture
def person(db):
    """Somebody with an account and no role."""
    user = get_user_model().objects.create_user("minh@example.org", PASSWORD, full_name="Trần Minh")
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    return user


@pytest.fixture
def editor(db):
    return make_staff("Biên tập viên")


@pytest.fixture
def administrator(db):
    return make_staff("Quản trị viên", "an@example.org", "Phạm An")


@pytest.fixture
def mails_as_rows(settings):
    settings.EMAIL_BACKEND = "portal.core.mail.backend.RowBackend"  # the test runner puts its own in its place
