"""The home page: the same number of queries whatever it shows, and no section without content."""

import pytest
from django.core.cache import caches

from portal.pages.home import sections_with_facts
from portal.search.indexing import index_changed
from tests.factories.startups import OrganizationFactory


def organizations(number: int) -> None:
    made = [OrganizationFactory(sectors=["logistics"], unit_code="06994") for _ in range(number)]
    index_changed("organization", [one.pk for one in made])


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_its_queries_do_not_grow_with_what_it_shows(client, django_assert_num_queries, number):
    organizations(number)
    client.get("/")  # names that are kept in the process for a minute
    caches["pages"].clear()
    with django_assert_num_queries(15):
        assert client.get("/").status_code == 200


@pytest.mark.django_db
def test_a_section_without_content_is_left_out(client, home):
    shown = {section.block.block_type for section in sections_with_facts(home)}
    assert shown == {"hero", "figures", "territory"}
    organizations(1)
    assert {"featured", "sectors"} <= {section.block.block_type for section in sections_with_facts(home)}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "title"), [("/", "Từ vịnh di sản đến vịnh sáng tạo"), ("/en/", "From a bay of heritage")]
)
def test_it_speaks_both_languages(client, path, title):
    assert title in client.get(path).content.decode()


@pytest.mark.django_db
def test_every_number_has_its_source_and_date(home):
    figures = next(block for block in home.sections if block.block_type == "figures").value["figures"]
    assert len(figures) == 3
    for figure in figures:
        assert all((figure["value"], figure["label"], figure["source"], figure["date"]))


@pytest.mark.django_db
def test_links_to_translations_and_the_canonical_address(client):
    text = client.get("/en/doanh-nghiep/?sort=name").content.decode()
    assert '<link rel="canonical" href="http://localhost:8000/en/doanh-nghiep/">' in text
    assert '<link rel="alternate" hreflang="vi" href="http://localhost:8000/doanh-nghiep/">' in text
    assert 'hreflang="x-default"' in text
    assert 'href="/doanh-nghiep/?sort=name"' in text  # the language link keeps the page and what was asked


@pytest.mark.django_db
def test_a_page_without_live_translation_leads_to_the_home_page(client, text_page):
    translation = text_page.get_translations().get()
    translation.unpublish()
    text = client.get("/ve-du-lieu/").content.decode()
    assert 'hreflang="en" href="http' not in text
    assert 'href="/en/"' in text
