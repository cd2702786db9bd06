"""The state of the English of a page, from the revision that it was made from."""

import pytest
from wagtail.models import Locale, Page

from portal.pages.models import NewsPage
from portal.pages.publishing.translations import TranslationState, translations
from tests.factories.news import article, news_index

pytestmark = pytest.mark.django_db


def state(page) -> TranslationState:
    (found,) = translations([Page.objects.select_related("locale").get(pk=page.pk)])
    return found.state


def translate(client, page) -> NewsPage:
    """Make the English page as an editor does, on Wagtail's own screen."""
    news_index("en")
    english = Locale.objects.get(language_code="en")
    response = client.post(f"/admin/translation/submit/page/{page.pk}/", {"locales": [english.pk]})
    assert response.status_code == 302
    return NewsPage.objects.get(translation_key=page.translation_key, locale=english)


def test_a_translation_goes_through_all_its_states(approver_client):
    page = article("Bản gốc")
    assert state(page) == TranslationState.MISSING
    other = translate(approver_client, page)
    assert other.source_revision_id == page.live_revision_id
    assert state(page) == TranslationState.DRAFT
    other.get_latest_revision().publish()
    assert state(page) == TranslationState.CURRENT
    page.title = "Bản gốc, sửa nháp"
    page.save_revision()
    assert state(page) == TranslationState.CURRENT  # readers still see what was translated
    page.get_latest_revision().publish()
    assert state(page) == TranslationState.OUTDATED


def test_an_editor_says_that_it_fits_again(approver_client):
    page = article("Bản gốc")
    other = translate(approver_client, page)
    other.get_latest_revision().publish()
    page.save_revision().publish()
    assert state(page) == TranslationState.OUTDATED
    shown = approver_client.get(f"/admin/pages/{other.pk}/edit/").content.decode()
    assert "Trang tiếng Việt đã thay đổi sau khi bản dịch này được làm." in shown
    assert f"/admin/pages/{page.pk}/revisions/compare/" in shown
    approver_client.post(
        f"/admin/pages/{other.pk}/edit/", form_of(other) | {"matches_source": "on", "action-publish": "1"}
    )
    assert state(page) == TranslationState.CURRENT
    shown = approver_client.get(f"/admin/pages/{other.pk}/edit/").content.decode()
    assert "Bản dịch này khớp với trang tiếng Việt hiện nay." in shown


def form_of(page: NewsPage) -> dict[str, str]:
    empty = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000"}
    sets = {
        f"{name}-{key}": value
        for name in ("organization_links", "unit_links", "comments")
        for key, value in empty.items()
    }
    text = '{"blocks": [{"key": "a", "type": "unstyled", "depth": 0, "text": "Text", "inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}}'
    body = {
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "text",
        "body-0-id": "",
        "body-0-value": text,
    }
    return sets | body | {"title": page.title, "slug": page.slug, "lead": page.lead, "topic": str(page.topic_id)}


def test_what_a_migration_wrote_in_both_languages_is_up_to_date(home):
    assert state(home) == TranslationState.CURRENT


@pytest.mark.parametrize("number", [1, 3])
def test_the_state_of_a_list_costs_one_statement_a_page_type(number, django_assert_num_queries):
    for _ in range(number):
        article()
    pages = list(Page.objects.filter(pk__in=NewsPage.objects.values("pk")).select_related("locale"))
    with django_assert_num_queries(11):
        translations(pages)


def test_the_list_of_news_and_the_report_say_it(approver_client):
    article("Chưa dịch")
    for address in ("/admin/news/", "/admin/reports/translations/"):
        shown = approver_client.get(address).content.decode()
        assert "Chưa dịch" in shown, address
        assert "Chưa có bản tiếng Anh" in shown, address


def test_the_first_screen_says_what_waits(editor_client):
    article("Chưa dịch")
    shown = editor_client.get("/admin/").content.decode()
    assert "đang chờ bản tiếng Anh" in shown
    assert "Chưa dịch" in shown
    assert "Tạo trang tiếng Anh" in shown
