from collections.abc import Iterator

import pytest

from portal.search import knowledge


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """The glossary and the words of the index are kept in the process: not from one test to the next."""
    knowledge.forget()
    yield
    knowledge.forget()
