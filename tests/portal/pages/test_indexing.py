"""Pages come into the search when they are published and leave it when they are not, in the same transaction."""

import pytest

from portal.search.query import Query
from portal.search.searching import search


def found(text: str, language: str = "vi") -> list[int]:
    return [hit.object_id for hit in search(Query(text=text, kinds=("page",), language=language)).hits]


@pytest.mark.django_db
def test_publishing_changing_and_unpublishing(text_page):
    text_page.body = "<p>Quy chế <b>ngọc trai</b> Cô Tô</p>"
    text_page.save_revision().publish()
    assert found("ngoc trai co to") == [text_page.pk]
    assert text_page.pk not in found("ngoc trai co to", language="en")
    text_page.unpublish()
    assert text_page.pk not in found("ngoc trai co to")


@pytest.mark.django_db
def test_a_private_page_is_not_found(text_page):
    from wagtail.models import PageViewRestriction

    assert text_page.pk in found("về dữ liệu")
    PageViewRestriction.objects.create(page=text_page, restriction_type="login")
    assert text_page.pk not in found("về dữ liệu")


@pytest.mark.django_db
def test_a_deleted_page_is_not_found(text_page):
    key = text_page.pk
    assert key in found("về dữ liệu")
    text_page.delete()
    assert key not in found("về dữ liệu")


@pytest.mark.django_db
def test_the_pages_of_the_migrations_are_in_the_index(home):
    from portal.pages.documents import PAGES
    from portal.search.engines.database import DatabaseEngine

    assert list(DatabaseEngine().differences(PAGES)) == []
    assert home.pk in found("từ vịnh di sản")


@pytest.mark.django_db(transaction=True)
def test_closing_a_page_takes_effect_at_once_also_below_it(client):
    from wagtail.models import Page, PageViewRestriction

    home = Page.objects.get(slug="home")
    assert client.get("/ve-du-lieu/").status_code == client.get("/ve-du-lieu/").status_code == 200
    restriction = PageViewRestriction.objects.create(page=home, restriction_type="login")
    assert client.get("/ve-du-lieu/").status_code == 302
    assert found("về dữ liệu") == []
    restriction.delete()
    assert client.get("/ve-du-lieu/").status_code == 200
    assert found("về dữ liệu") != []
