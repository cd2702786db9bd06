from collections.abc import Iterator
from typing import Any

import pytest

from tests.portal.core.jobs import tasks


@pytest.fixture
def seen() -> Iterator[list[Any]]:
    """What the tasks of the test have done so far."""
    tasks.seen.clear()
    yield tasks.seen
    tasks.seen.clear()
