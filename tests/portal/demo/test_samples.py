"""The written samples: what they must cover, and what they must never claim."""

import unicodedata
from collections import Counter

import pytest

from portal.demo.loading import sample_organizations
from portal.demo.logos import MOTIFS, PALETTES
from startups import enums
from startups.models import AdminUnit, Term

SAMPLES = sample_organizations()
KINDS = Counter(row["kind"] for row in SAMPLES)
SUPPORT = {"incubator", "accelerator", "coworking", "university", "association", "club"}
TEXTS = ("name_vi", "brand_name", "tagline_vi", "description_vi", "address_vi")


def test_the_kinds_of_the_ecosystem_are_all_there():
    assert len(SAMPLES) >= 36
    assert KINDS["st_enterprise"] >= 12
    assert KINDS["startup"] >= 16
    assert KINDS["investor"] == 4
    assert set(KINDS) >= SUPPORT


def test_every_stage_occurs_and_only_ventures_have_one():
    assert {row["stage"] for row in SAMPLES if row["stage"]} == set(enums.Stage.values)
    assert {row["kind"] for row in SAMPLES if row["stage"]} == {"startup", "st_enterprise"}


@pytest.mark.django_db
def test_every_sector_occurs_and_all_words_are_known():
    sectors = {code for row in SAMPLES for code in row["sectors"]}
    technologies = {code for row in SAMPLES for code in row["technologies"]}
    assert sectors == set(Term.objects.sectors().values_list("code", flat=True))
    assert technologies <= set(Term.objects.technologies().values_list("code", flat=True))


@pytest.mark.django_db
def test_they_stand_in_half_of_the_units():
    units = {row["unit"] for row in SAMPLES}
    assert len(units) >= 24
    assert AdminUnit.objects.filter(code__in=units).count() == len(units)
    assert units >= {"06994", "07192", "06970", "06838"}  # Vân Đồn, Cô Tô, Ba Chẽ, Bình Liêu


@pytest.mark.parametrize("row", SAMPLES, ids=lambda row: row["external_code"])
def test_a_sample_says_that_it_is_one_and_names_nobody_real(row):
    assert row["name_vi"].endswith(" (mẫu)")
    assert row["name_en"].endswith(" (sample)")
    assert row["website"].startswith("https://")
    assert row["website"].endswith(".example")
    assert row["email_public"] == "lien-he@" + row["website"].removeprefix("https://")
    assert row["phone_public"] == ""
    assert "tax_code" not in row


@pytest.mark.parametrize("row", SAMPLES, ids=lambda row: row["external_code"])
def test_a_sample_is_told_in_full_in_both_languages(row):
    assert 110 <= len(row["description_vi"].split()) <= 190
    assert 50 <= len(row["description_en"].split()) <= 95
    assert 2 <= row["description_vi"].count("\n\n") + 1 <= 3
    assert all(20 < len(row[name]) <= 120 for name in ("tagline_vi", "tagline_en"))
    assert all(
        product[f"{part}_{lang}"]
        for product in row["products"]
        for part in ("name", "description")
        for lang in ("vi", "en")
    )
    assert 1 <= len(row["products"]) <= 3
    assert 1 <= len(row["people"]) <= 3
    assert 2 <= len(row["tags"]) <= 4
    assert all(unicodedata.is_normalized("NFC", row[name]) for name in TEXTS)


def test_nothing_is_written_twice():
    for name in ("external_code", "name_vi", "name_en", "brand_name", "website", "tagline_vi", "description_vi"):
        assert len({row[name] for row in SAMPLES}) == len(SAMPLES), name
    openings = Counter(" ".join(row["description_vi"].split()[:3]) for row in SAMPLES)
    assert openings.most_common(1)[0][1] == 1
    people = [person["full_name"] for row in SAMPLES for person in row["people"]]
    assert len(set(people)) == len(people)
    numbers = [certificate["number"] for row in SAMPLES for certificate in row["certificates"]]
    assert len(set(numbers)) == len(numbers)


def test_certificates_show_every_state_and_rounds_are_open_for_some():
    states = Counter((c["kind"], c["state"]) for row in SAMPLES for c in row["certificates"])
    assert states["st_enterprise", "confirmed"] >= 8
    assert states["st_enterprise", "stated"] == 3
    assert states["st_enterprise", "ended"] == 1
    assert states["innovative_startup", "confirmed"] == 3
    rounds = [one for row in SAMPLES for one in row["funding_rounds"]]
    assert sum(one["is_open"] for one in rounds) >= 8
    assert all(one["target_amount"] for one in rounds if one["is_open"])
    assert {one["visibility"] for one in rounds} == {"public", "private"}


def test_some_people_have_not_agreed_to_be_named():
    consent = Counter(person["consent_public"] for row in SAMPLES for person in row["people"])
    assert consent[True] > 3 * consent[False] > 0


def test_no_two_samples_have_the_same_logo():
    signs = [(row["logo"]["motif"], row["logo"]["hue"]) for row in SAMPLES]
    assert len(set(signs)) == len(signs)
    assert {motif for motif, _ in signs} <= set(MOTIFS)
    assert {hue for _, hue in signs} <= set(range(len(PALETTES)))
