"""RSS and Atom: well-formed, in one language, without what is not public."""

from xml.etree import ElementTree as ET

import pytest
from wagtail.models import PageViewRestriction

from tests.factories.news import article

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def items(client, address: str) -> list[str]:
    response = client.get(address)
    assert response.status_code == 200
    root = ET.fromstring(response.content)  # noqa: S314 -- our own answer
    found = root.findall("channel/item/title") if root.tag == "rss" else root.findall(f"{ATOM}entry/{ATOM}title")
    return [title.text for title in found]


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_the_latest_articles_of_a_language_and_of_a_topic(client, name):
    article("Hàu & tôm <sống>", topic="cong-nghe", days_ago=2)
    article("Quỹ", topic="von-va-dau-tu", days_ago=1)
    article("In English", code="en", topic="cong-nghe")
    closed = article("Kín")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    assert items(client, f"/tin-tuc/{name}") == ["Quỹ", "Hàu & tôm <sống>"]
    assert items(client, f"/tin-tuc/cong-nghe/{name}") == ["Hàu & tôm <sống>"]
    assert items(client, f"/en/tin-tuc/{name}") == ["In English"]
    assert client.get(f"/tin-tuc/khong-co/{name}").status_code == 404


def test_addresses_and_dates_are_whole(client):
    page = article("Một bài")
    root = ET.fromstring(client.get("/tin-tuc/rss.xml").content)  # noqa: S314
    item = root.find("channel/item")
    assert item.find("link").text == f"http://localhost:8000{page.url}"
    assert item.find("guid").text == item.find("link").text
    assert item.find("pubDate").text
    assert root.find("channel/language").text == "vi"


@pytest.mark.parametrize("number", [1, 3])
def test_a_feed_costs_two_statements(client, number, django_assert_num_queries):
    for _ in range(number):
        article()
    client.get("/tin-tuc/rss.xml?warm=1")
    with django_assert_num_queries(2):  # the generation of the page cache, the articles
        client.get("/tin-tuc/rss.xml?x=1")


def test_pages_tell_where_the_feeds_are(client):
    article(topic="cong-nghe")
    text = client.get("/tin-tuc/?topic=cong-nghe").content.decode()
    assert 'href="/tin-tuc/cong-nghe/rss.xml"' in text
    assert '<link rel="alternate" type="application/rss+xml" title="RSS" href="/tin-tuc/rss.xml">' in text
