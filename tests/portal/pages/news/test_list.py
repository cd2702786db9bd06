"""The list of news: what it shows, how it is narrowed, what it costs."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from portal.pages.models import NewsPage
from portal.pages.news.filters import Selection
from portal.pages.news.listing import list_news
from portal.search.indexing import index_changed
from tests.factories.news import article, news_index
from tests.factories.pictures import make_image
from tests.startups.directory.test_bad_input import LONG, pairs, raw

pytestmark = pytest.mark.django_db

VAN_DON, CO_TO = "06994", "07192"


def titles(response) -> list[str]:
    return [one.title for one in response.context["listing"].articles]


def test_the_latest_article_stands_first_and_drafts_are_not_there(client):
    article("Cũ", days_ago=9)
    article("Mới", days_ago=1)
    article("Bản nháp", publish=False)
    response = client.get("/tin-tuc/")
    assert titles(response) == ["Mới", "Cũ"]
    assert "2 bài viết" in response.content.decode()
    assert "Bản nháp" not in response.content.decode()


def test_each_language_has_its_own_articles(client):
    article("Tin tiếng Việt")
    article("News in English", code="en")
    assert titles(client.get("/tin-tuc/")) == ["Tin tiếng Việt"]
    assert titles(client.get("/en/tin-tuc/")) == ["News in English"]


def test_topic_place_and_month_narrow_the_list_and_say_how_much_they_yield(client):
    article("Hàu", topic="cong-nghe", units=[VAN_DON])
    article("Quỹ", topic="von-va-dau-tu", units=[VAN_DON, CO_TO], days_ago=400)
    article("Lớp học", topic="dao-tao")
    listing = client.get("/tin-tuc/").context["listing"]
    assert {choice.value: choice.count for choice in listing.topics} == {
        "cong-nghe": 1, "von-va-dau-tu": 1, "dao-tao": 1,
    }  # fmt: skip
    assert {choice.value: choice.count for choice in listing.units} == {VAN_DON: 2, CO_TO: 1}
    assert titles(client.get(f"/tin-tuc/?unit={VAN_DON}")) == ["Hàu", "Quỹ"]
    assert titles(client.get(f"/tin-tuc/?unit={VAN_DON}&topic=von-va-dau-tu")) == ["Quỹ"]
    assert [titles(client.get(f"/tin-tuc/?month={choice.value}")) for choice in listing.months][-1] == ["Quỹ"]


def test_the_month_is_that_of_the_province(client):
    page = article("Đêm cuối tháng")
    night = datetime(2026, 1, 31, 18, 30, tzinfo=ZoneInfo("UTC"))  # 1 February, half past one, in Quảng Ninh
    NewsPage.objects.filter(pk=page.pk).update(first_published_at=night)
    index_changed("news", [page.pk])
    assert titles(client.get("/tin-tuc/?month=2026-02")) == ["Đêm cuối tháng"]
    assert titles(client.get("/tin-tuc/?month=2026-01")) == []


def test_an_empty_choice_leads_back(client):
    article(topic="cong-nghe")
    text = client.get("/tin-tuc/?topic=su-kien").content.decode()
    assert "Không có bài viết phù hợp" in text
    assert 'href="/tin-tuc/"' in text


def test_without_any_news_the_page_says_so(client):
    news_index()
    assert "Chưa có tin tức" in client.get("/tin-tuc/").content.decode()


def test_unknown_values_are_dropped_and_said(client):
    article("Một bài")
    response = client.get("/tin-tuc/?topic=khong-co&unit=99999&month=2026-13&page=-1")
    assert titles(response) == ["Một bài"]
    assert [name for name, _value in response.context["ignored"]] == ["Địa bàn", "Tháng", "Trang", "Chủ đề"]


def test_what_is_closed_or_taken_back_leaves_the_list_at_once(client):
    closed, taken_back, stays = article("Kín"), article("Rút lại"), article("Còn lại")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    taken_back.unpublish()
    response = client.get("/tin-tuc/")
    assert titles(response) == [stays.title]
    assert response.context["listing"].page.total == 1


def test_a_stale_index_shows_nothing_hidden(client):
    page = article("Không còn công khai")
    NewsPage.objects.filter(pk=page.pk).update(live=False)  # behind the index's back
    assert titles(client.get("/tin-tuc/")) == []


@pytest.mark.parametrize("number", [1, 50])
def test_it_costs_twelve_statements_with_one_article_and_with_fifty(client, number, django_assert_num_queries):
    picture = make_image()
    for days in range(number):
        article(days_ago=days + 1, units=[VAN_DON], cover=picture, cover_is_decorative=True)
    client.get("/tin-tuc/?warm=1")  # menu, topics and units are kept for a minute
    with django_assert_num_queries(12):
        response = client.get("/tin-tuc/?x=1")
    assert len(response.context["listing"].articles) == min(number, 12)


def test_pages_are_real_links(client):
    for days in range(14):
        article(f"Bài {days:02}", days_ago=days + 1)
    response = client.get("/tin-tuc/?page=2")
    assert titles(response) == ["Bài 12", "Bài 13"]
    assert '<link rel="prev" href="/tin-tuc/">' in response.content.decode()
    assert titles(client.get("/tin-tuc/?page=99")) == ["Bài 12", "Bài 13"]


chosen = st.fixed_dictionaries(
    {}, optional={"topic": st.sampled_from(["cong-nghe", "dao-tao"]), "unit": st.sampled_from([VAN_DON, CO_TO])}
)
made = st.lists(
    st.tuples(st.sampled_from(["cong-nghe", "dao-tao"]), st.sets(st.sampled_from([VAN_DON, CO_TO]))),
    min_size=1, max_size=5,
)  # fmt: skip


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=made, filters=chosen)
def test_a_count_is_what_choosing_yields(db, rows, filters):
    for page in NewsPage.objects.all():
        page.delete()
    for topic, units in rows:
        article(topic=topic, units=units)
    topics = {"cong-nghe": "Công nghệ", "dao-tao": "Đào tạo"}
    listing = list_news(Selection(filters=filters), "/tin-tuc/", topics)
    for name, choices in (("topic", listing.topics), ("unit", listing.units)):
        for choice in choices:
            narrowed = list_news(Selection(filters=filters).with_value(name, choice.value), "/tin-tuc/", topics)
            assert narrowed.page.total == choice.count


@pytest.mark.parametrize("path", ["/tin-tuc/", "/en/tin-tuc/"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.one_of(pairs, raw))
def test_any_query_string_is_answered_calmly(client, path, query):
    news_index(path.split("/")[1] if path.startswith("/en") else "vi")
    assert client.get(f"{path}?{query}").status_code == 200


@pytest.mark.parametrize("query", LONG.values(), ids=LONG)
def test_long_query_strings_are_answered_calmly(client, query):
    article()
    assert client.get(f"/tin-tuc/?{query}").status_code in {200, 400}


def test_the_list_is_kept_for_strangers_and_dropped_when_something_is_published(
    client, django_capture_on_commit_callbacks, django_assert_num_queries
):
    article("Bài đầu")
    client.get("/tin-tuc/")
    with django_assert_num_queries(1):  # the generation
        client.get("/tin-tuc/")
    with django_capture_on_commit_callbacks(execute=True):
        article("Bài sau", days_ago=0)
    assert titles_in(client.get("/tin-tuc/")) == ["Bài sau", "Bài đầu"]


def titles_in(response) -> list[str]:
    text = response.content.decode()
    found = [title for title in ("Bài đầu", "Bài sau") if title in text]
    return sorted(found, key=text.index)


def test_dates_are_the_provinces(client):
    article(days_ago=0)
    assert timezone.localdate().strftime("%d/%m/%Y") in client.get("/tin-tuc/").content.decode()
