"""What a profile shows of the news about it."""

import pytest
from wagtail.models import PageViewRestriction

from tests.factories.news import article
from tests.factories.startups import OrganizationFactory

pytestmark = pytest.mark.django_db


def test_a_profile_shows_the_latest_articles_about_it(client):
    organization, other = OrganizationFactory(slug="hau-xanh"), OrganizationFactory()
    for days in range(4, 0, -1):
        article(f"Tin thứ {days}", organizations=[organization], days_ago=days)
    article("Về tổ chức khác", organizations=[other])
    article("In English", code="en", organizations=[organization])
    closed = article("Tin kín", organizations=[organization], days_ago=0)
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    text = client.get("/doanh-nghiep/hau-xanh/").content.decode()
    assert [title for title in ("Tin thứ 1", "Tin thứ 2", "Tin thứ 3", "Tin thứ 4") if title in text] == [
        "Tin thứ 1", "Tin thứ 2", "Tin thứ 3",
    ]  # fmt: skip
    assert not [title for title in ("Về tổ chức khác", "In English", "Tin kín") if title in text]
    assert "In English" in client.get("/en/doanh-nghiep/hau-xanh/").content.decode()


def test_without_news_there_is_no_section(client):
    OrganizationFactory(slug="moi-lap")
    assert "in-the-news" not in client.get("/doanh-nghiep/moi-lap/").content.decode()
