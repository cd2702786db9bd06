import pytest

from portal.pages.models import PolicyDocument


@pytest.fixture
def empty(db):
    """A library without the documents of the migration."""
    PolicyDocument.objects.all().delete()
