"""The cost of a question grows with what it finds, not with the square of it. Figures proper: benchmarks/."""

import time
from collections.abc import Iterator

import pytest

from portal.search import registry
from portal.search.engines.database import DatabaseEngine
from portal.search.query import Query
from portal.search.registry import Document, DocumentKind
from portal.search.searching import search, similar
from startups.models import Organization

pytestmark = pytest.mark.django_db

MANY = 2000


@pytest.fixture
def many() -> Iterator[list[int]]:
    """Two thousand documents that share a word, as a kind of their own that costs little to make."""
    Organization.objects.bulk_create(
        [
            Organization(name_vi=f"Hàu {number}", slug=f"many-{number}", kind="startup", publication_state="published")
            for number in range(MANY)
        ]
    )
    ids = list(Organization.objects.order_by("pk").values_list("pk", flat=True))

    def documents(wanted):
        for pk in wanted:
            yield Document(pk, {"vi": f"Hàu số {pk}"}, {"vi": "nuôi biển " * 20}, facets={"sector": [str(pk % 7)]})

    kind = DocumentKind(
        "many", Organization, documents, lambda audience: Organization.objects.public(), ("sector",), {"sector": 1.0}
    )
    registry.register(kind)
    DatabaseEngine().write(kind, ids, list(documents(ids)))
    yield ids
    del registry._kinds["many"]


def test_a_word_that_stands_everywhere_costs_little(many):
    query = Query(text="nuôi biển hàu", kinds=("many",), facets=("sector",), filters={"sector": ("1", "2")})
    search(query)
    started = time.process_time()
    assert 0 < search(query).total < MANY
    assert similar("many", many[0])
    assert time.process_time() - started < 0.5
