"""Messages are compared in English; the files are in Vietnamese."""

import pytest
from django.utils.translation import override

from startups.importing.vocabularies import Vocabularies


@pytest.fixture(autouse=True)
def messages_in_english():
    with override("en"):
        yield


@pytest.fixture
def known(db) -> Vocabularies:
    return Vocabularies()
