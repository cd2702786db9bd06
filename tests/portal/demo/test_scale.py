"""Load samples: the same ones for the same number, varied, complete and in the index."""

import random

import pytest

from portal.demo.loading import purge
from portal.demo.phrases import words
from portal.demo.scale import load_scaled
from portal.search.query import Query
from portal.search.registry import kind_of
from portal.search.searching import engine, search
from startups.enums import Stage
from startups.models import Organization, Term


def drawn(number):
    return [words(random.Random(f"1:{n}"), unit="Cô Tô") for n in range(number)]


def test_the_words_are_the_same_for_the_same_number():
    assert drawn(20) == drawn(20)


def test_the_words_are_long_enough_varied_and_without_holes():
    many = drawn(400)
    lengths = [len(one.description_vi.split()) for one in many]
    assert min(lengths) > 60
    assert 75 < sum(lengths) / len(lengths) < 120
    assert len({one.description_vi for one in many}) == 400
    assert len({one.name_vi for one in many}) > 300
    assert not [one for one in many if "{" in one.description_vi + one.name_vi + one.tagline_vi]
    assert all(one.name_vi.endswith(" (mẫu)") and one.name_en.endswith(" (sample)") for one in many)
    assert all("Cô Tô" in one.tagline_vi for one in many)


@pytest.mark.django_db
def test_every_sector_and_technology_is_a_word_of_the_vocabulary():
    many = drawn(600)
    assert {code for one in many for code in one.sectors} == set(Term.objects.sectors().values_list("code", flat=True))
    known = set(Term.objects.technologies().values_list("code", flat=True))
    assert {code for one in many for code in one.technologies} <= known


@pytest.mark.django_db
def test_loading_more_adds_only_the_rest_and_leaves_the_others_as_they_are():
    facts = ("external_code", "name_vi", "description_vi", "kind", "stage", "unit__code", "founded_year", "slug")
    assert load_scaled(20) == 20
    first = list(Organization.objects.order_by("external_code").values_list(*facts))
    assert load_scaled(30) == 10
    assert load_scaled(30) == 0
    purge()
    assert load_scaled(20) == 20
    assert list(Organization.objects.order_by("external_code").values_list(*facts)) == first


@pytest.mark.django_db
def test_what_is_loaded_is_marked_filled_and_found():
    load_scaled(210)  # more than one batch
    rows = Organization.objects.all()
    assert rows.public().filter(is_sample=True, products__isnull=False).distinct().count() == 210
    assert {row.stage for row in rows} == set(Stage.values)
    assert rows.values("unit").distinct().count() > 45
    page = search(Query(kinds=("organization",)))
    assert page.total == 210
    assert list(engine().differences(kind_of("organization"))) == []
