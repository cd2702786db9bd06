"""How good the answers are: judged queries over a corpus written by somebody who had not seen the search or its glossary.

nDCG@10 by category (gain 2^grade - 1), beside a plain `icontains` on the same rows. The test prints the table
that docs/search.md shows. The corpus and the judgments must not be changed to please the engine.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Callable
from math import log2
from pathlib import Path
from statistics import mean

import pytest
from django.db.models import Q

from portal.search import knowledge
from portal.search.query import Query
from portal.search.searching import search
from startups.importing.reading import read
from startups.importing.rows import import_rows
from startups.models import Organization

CORPUS = Path(__file__).parent / "corpus"
QUERIES = json.loads((CORPUS / "queries.json").read_text())
BEST = 10
FIELDS = (
    *("name_vi", "name_en", "brand_name", "tagline_vi", "tagline_en", "description_vi", "description_en"),
    *("tax_code", "external_code", "tags", "unit__name_vi", "sectors__name_vi", "technologies__name_vi"),
)


def ndcg(found: list[str], relevant: dict[str, int]) -> float:
    gains = [(2 ** relevant.get(code, 0) - 1) / log2(place + 2) for place, code in enumerate(found[:BEST])]
    best = sorted(relevant.values(), reverse=True)[:BEST]
    return sum(gains) / sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(best))


def ours(query: dict, codes: dict[int, str]) -> list[str]:
    page = search(Query(text=query["text"], language=query["language"], page_size=BEST))
    return [codes[hit.object_id] for hit in page.hits]


def plain(query: dict, codes: dict[int, str]) -> list[str]:
    text = query["text"].strip()
    anywhere = Q()
    for field in FIELDS:
        anywhere |= Q(**{f"{field}__icontains": text})
    found = Organization.objects.public().filter(anywhere).order_by("-updated_at", "pk").values_list("pk", flat=True)
    return [codes[pk] for pk in dict.fromkeys(found)][:BEST]


def measured(answer: Callable[[dict, dict[int, str]], list[str]], codes: dict[int, str]) -> dict[str, float]:
    """Return nDCG@10 by category, overall, and the share of queries without any hit."""
    by_category, empty = defaultdict(list), []
    for query in QUERIES:
        found = answer(query, codes)
        by_category[query["category"]].append(ndcg(found, query["relevant"]))
        empty.append(not found)
    scores = {name: mean(values) for name, values in sorted(by_category.items())}
    scores["all"] = mean(score for values in by_category.values() for score in values)
    scores["zero hits"] = mean(empty)
    return scores


@pytest.fixture
def codes(db) -> dict[int, str]:
    """The corpus as the import makes it; returns the external code by key."""
    report = import_rows(read(CORPUS / "organizations.csv").rows, publish=True)
    assert not report.errors
    knowledge.learn()
    return dict(Organization.objects.values_list("pk", "external_code"))


def test_quality(codes, capsys):
    search_scores, plain_scores = measured(ours, codes), measured(plain, codes)
    lines = [f"{name:12} {search_scores[name]:6.3f} {plain_scores[name]:6.3f}" for name in search_scores]
    with capsys.disabled():  # the table of docs/search.md
        sys.stdout.write("\n".join(["", f"{'':12} search  icontains", *lines, ""]))
    assert search_scores["all"] >= 0.80
    assert search_scores["code"] == 1.0
    assert search_scores["zero hits"] == 0
    assert search_scores["all"] - plain_scores["all"] >= 0.30


def test_the_corpus_is_large_and_graded():
    assert len((CORPUS / "organizations.csv").read_text().splitlines()) > 120
    assert len(QUERIES) >= 80
    assert {query["category"] for query in QUERIES} >= {"code", "typo", "telex", "no_marks", "accent", "natural"}
    assert all(query["relevant"] for query in QUERIES)
