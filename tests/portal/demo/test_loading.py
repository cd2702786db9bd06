"""Sample data comes in whole, once, marked and found; and goes out again without touching anything real."""

import io

import pytest
from django.core.files.images import ImageFile
from wagtail.images import get_image_model
from wagtail.models import Page

from portal.demo.loading import load, purge, sample_organizations
from portal.demo.logos import logo
from portal.demo.models import SampleLoad
from portal.search.indexing import index_changed
from portal.search.models import SearchDocument
from portal.search.query import Query
from portal.search.registry import kind_of
from portal.search.searching import engine, search
from startups.models import AdminUnit, Certificate, FundingRound, Organization, Person, Product
from tests.factories.startups import CertificateFactory, OrganizationFactory

pytestmark = pytest.mark.django_db
SAMPLES = sample_organizations()
PARTS = (Product, Person, FundingRound, Certificate)


@pytest.fixture(autouse=True)
def committed(django_capture_on_commit_callbacks):
    """Run what waits for the commit, because a test's transaction never commits."""
    with django_capture_on_commit_callbacks(execute=True):
        yield


@pytest.fixture
def real():
    """A real organization with a logo and a certificate, in the index."""
    image = get_image_model().objects.create(title="Thật", file=ImageFile(io.BytesIO(logo("wave", 0)), name="real.png"))
    organization = CertificateFactory(organization__name_vi="Công ty Thật", organization__logo=image).organization
    index_changed("organization", [organization.pk])
    return organization


def files_under(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def index_differences():
    return list(engine().differences(kind_of("organization")))


def test_all_samples_are_public_marked_and_in_the_index():
    assert load() == len(SAMPLES)
    rows = Organization.objects.all()
    assert rows.public().filter(is_sample=True).count() == rows.count() == len(SAMPLES)
    assert not rows.exclude(tax_code=None).exists()
    assert not Certificate.objects.filter(is_sample=False).exists()
    assert not Person.objects.filter(consent_public=True, consent_at=None).exists()
    assert index_differences() == []


def test_only_a_confirmed_certificate_draws_a_badge_and_numbers_follow_the_year_of_issue():
    load()
    for certificate in Certificate.objects.exclude(number=""):
        assert str(certificate.issued_on.year) in certificate.number
    badges = {row.external_code: set(row.badges) for row in Organization.objects.with_standing()}
    assert badges["QNM-001"] == {"certified_st_enterprise"}
    assert badges["QNM-005"] == {"recognized_startup"}
    assert badges["QNM-026"] == badges["QNM-040"] == {"self_declared"}  # ended; only stated
    assert badges["QNM-031"] == set()


def test_the_visitor_finds_the_oysters_and_sees_the_first_of_the_file_first():
    load()
    browsed = search(Query()).hits
    first = Organization.objects.get(pk=browsed[0].object_id)
    assert first.external_code == SAMPLES[0]["external_code"]
    assert len(Organization.objects.dates("updated_at", "day")) > len(SAMPLES) / 2
    found = search(Query(text="nuoi hau van don", kinds=("organization",)))
    codes = Organization.objects.in_bulk([hit.object_id for hit in found.hits])
    assert {codes[hit.object_id].external_code for hit in found.hits[:3]} >= {"QNM-001", "QNM-002"}


def test_loading_again_adds_only_what_is_missing():
    load()
    Organization.objects.get(external_code="QNM-007").delete()
    before = list(Organization.objects.order_by("pk").values_list("pk", "updated_at"))
    assert load() == 1
    assert load() == 0
    assert list(Organization.objects.order_by("pk").values_list("pk", "updated_at"))[:-1] == before


def test_a_real_row_with_the_same_code_or_address_is_left_alone():
    same_code = OrganizationFactory(external_code="QNM-001", name_vi="Thật Một")
    same_slug = OrganizationFactory(slug="so-be-so-mau", name_vi="Thật Hai")
    assert load() == len(SAMPLES) - 1
    same_code.refresh_from_db()
    assert (same_code.name_vi, same_code.is_sample) == ("Thật Một", False)
    assert Organization.objects.get(external_code="QNM-002").slug == "so-be-so-mau-qnm-002"
    assert same_slug.slug == "so-be-so-mau"


def test_a_failure_in_the_middle_leaves_no_row_and_no_file(own_files):
    AdminUnit.objects.filter(code="07192").delete()  # Cô Tô, which the eleventh sample names
    with pytest.raises(KeyError):
        load()
    assert not Organization.objects.exists()
    assert not SearchDocument.objects.filter(kind="organization").exists()
    assert not SampleLoad.objects.exists()
    assert files_under(own_files / "media") == []


def test_purging_takes_exactly_the_samples(real):
    pages = Page.objects.count()
    load()
    assert purge() == len(SAMPLES)
    assert list(Organization.objects.all()) == [real]
    assert [part.objects.count() for part in PARTS] == [0, 0, 0, 1]
    assert Page.objects.count() == pages
    assert index_differences() == []


def test_purging_deletes_the_files_of_samples_only(real, own_files, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        load()
    for hit in client.get("/api/v1/organizations").json()["items"]:
        client.get(hit["url"])  # makes smaller pictures of the logos
    assert len(files_under(own_files / "media")) > len(SAMPLES) + 1
    with django_capture_on_commit_callbacks(execute=True):
        purge()
    assert {name.partition(".")[0] for name in files_under(own_files / "media")} == {"real"}
    real.refresh_from_db()
    assert list(get_image_model().objects.all()) == [real.logo]


def test_the_site_still_answers_after_a_purge(client):
    load()
    purge()
    for path in ("/", "/en/", "/doanh-nghiep/", "/en/doanh-nghiep/", "/api/v1/organizations"):
        assert client.get(path).status_code == 200, path


def test_that_it_was_loaded_once_is_remembered_after_a_purge():
    load()
    purge()
    assert SampleLoad.objects.filter(purged_at=None).count() == 0
    assert SampleLoad.objects.count() == 1
    load()
    assert SampleLoad.objects.filter(purged_at=None).count() == 1
