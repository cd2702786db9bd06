"""From a draft to readers: what is refused, who approves, what happens when something is away."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import DatabaseError
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from portal.core.mail.models import Mail
from portal.pages.models import NewsPage
from portal.pages.publishing.panels import broken_links
from tests.factories.news import article, news_index
from tests.factories.pictures import make_image
from tests.portal.pages.publishing.test_translations import form_of
from tests.signing_in import make_staff

pytestmark = pytest.mark.django_db
HEADING = '{"blocks": [{"key": "a", "type": "header-three", "depth": 0, "text": "Nhảy cấp", "inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}}'


def edit(client, page, **more):
    page = NewsPage.objects.get(pk=page.pk)
    return client.post(f"/admin/pages/{page.pk}/edit/", form_of(page) | more)


def test_a_cover_without_words_stays_a_draft(approver_client):
    page = article("Có ảnh", publish=False)
    cover = {"cover": str(make_image().pk)}
    response = edit(approver_client, page, **cover, **{"action-publish": "1"})
    assert "Hãy viết ảnh cho thấy điều gì" in response.content.decode()
    assert not NewsPage.objects.get(pk=page.pk).live
    assert edit(approver_client, page, **cover).status_code == 302  # as a draft
    assert edit(approver_client, page, **cover, cover_is_decorative="on", **{"action-publish": "1"}).status_code == 302
    assert NewsPage.objects.get(pk=page.pk).live


def test_a_picture_in_the_text_needs_words_too(approver_client):
    page = article("Có ảnh", publish=False)
    block = {
        "body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "image", "body-0-id": "",
        "body-0-value-image": str(make_image().pk), "body-0-value-alt_text": "", "body-0-value-caption": "",
        "body-0-value-credit": "",
    }  # fmt: skip
    response = edit(approver_client, page, **block, **{"action-publish": "1"})
    assert response.status_code == 200
    assert not NewsPage.objects.get(pk=page.pk).live


def test_headings_out_of_order_are_told_and_not_published(approver_client):
    page = article("Tiêu đề", publish=False)
    response = edit(approver_client, page, **{"body-0-value": HEADING, "action-publish": "1"})
    assert "Tiêu đề “Nhảy cấp” nhảy cấp" in response.context["form"].errors["body"][0]
    assert not NewsPage.objects.get(pk=page.pk).live


def test_publishing_many_at_once_refuses_the_same(approver_client):
    page = article("Ảnh không lời", publish=False, cover=make_image())
    sound = article("Đủ", publish=False)
    address = f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}&id={sound.pk}&next=/admin/"
    response = approver_client.post(address, {"include_descendants": ""}, follow=True)
    assert "Chưa xuất bản trang nào" in response.content.decode()
    assert "Ảnh không lời" in response.content.decode()
    assert not NewsPage.objects.filter(pk__in=[page.pk, sound.pk], live=True).exists()
    approver_client.post(
        f"/admin/bulk/wagtailcore/page/publish/?id={sound.pk}&next=/admin/", {"include_descendants": ""}
    )
    assert NewsPage.objects.get(pk=sound.pk).live


def test_an_editor_sends_an_approver_returns_and_then_approves(client, settings, django_capture_on_commit_callbacks):
    settings.EMAIL_BACKEND = "portal.core.mail.backend.RowBackend"  # the test runner puts its own there
    editor, approver = make_staff("Biên tập viên"), make_staff("Người duyệt", "ha@example.org", "Đỗ Thu Hà")
    page = article("Chờ duyệt", publish=False)
    client.force_login(editor)
    assert edit(client, page, **{"action-publish": "1"}).status_code in {302, 403}
    assert not NewsPage.objects.get(pk=page.pk).live  # an editor's "publish" publishes nothing
    with django_capture_on_commit_callbacks(execute=True):
        assert edit(client, page, **{"action-submit": "1"}).status_code == 302
    assert [mail.to for mail in Mail.objects.all()] == ["ha@example.org"]
    task = NewsPage.objects.get(pk=page.pk).current_workflow_task_state

    client.force_login(approver)
    assert "Chờ duyệt" in client.get("/admin/").content.decode()
    action = f"/admin/pages/workflow/action/{page.pk}/{{}}/{task.pk}/"
    assert client.post(action.format("reject"), {"comment": "Thiếu nguồn của con số."}).status_code in {200, 302}
    assert NewsPage.objects.get(pk=page.pk).workflow_states.get().status == "needs_changes"

    client.force_login(editor)
    assert edit(client, page, **{"action-restart-workflow": "1"}).status_code == 302
    task = NewsPage.objects.get(pk=page.pk).current_workflow_task_state
    client.force_login(approver)
    client.post(f"/admin/pages/workflow/action/{page.pk}/approve/{task.pk}/", {"comment": ""})
    page = NewsPage.objects.get(pk=page.pk)
    assert page.live
    client.logout()
    assert "Chờ duyệt" in client.get("/tin-tuc/").content.decode()


def test_an_approved_schedule_publishes_by_itself(approver_client):
    page = article("Hẹn giờ", publish=False)
    later = timezone.localtime() + timedelta(hours=2)
    shown = edit(approver_client, page, go_live_at=f"{later:%Y-%m-%d %H:%M}", **{"action-publish": "1"})
    assert shown.status_code == 302
    page = NewsPage.objects.get(pk=page.pk)
    assert (page.live, page.approved_schedule) == (False, True)
    from django.core.management import call_command

    with patch("django.utils.timezone.now", return_value=timezone.now() + timedelta(hours=3)):
        call_command("publish_scheduled")
    assert NewsPage.objects.get(pk=page.pk).live


def test_an_approval_waits_for_the_time_that_the_editor_has_set(client):
    editor, approver = make_staff("Biên tập viên"), make_staff("Người duyệt", "ha@example.org", "Đỗ Thu Hà")
    page = article("Hẹn rồi gửi duyệt", publish=False)
    later = timezone.localtime() + timedelta(hours=2)
    client.force_login(editor)
    edit(client, page, go_live_at=f"{later:%Y-%m-%d %H:%M}", **{"action-submit": "1"})
    task = NewsPage.objects.get(pk=page.pk).current_workflow_task_state
    client.force_login(approver)
    client.post(f"/admin/pages/workflow/action/{page.pk}/approve/{task.pk}/", {"comment": ""})
    page = NewsPage.objects.get(pk=page.pk)
    assert (page.live, page.approved_schedule) == (False, True)


def test_what_two_editors_wrote_is_both_kept(client):
    page = article("Bài chung")
    first, second = make_staff("Biên tập viên"), make_staff("Biên tập viên", "minh@example.org", "Minh")
    client.force_login(first)
    edit(client, page, lead="Của người thứ nhất.")
    client.force_login(second)
    edit(client, page, lead="Của người thứ hai.")
    leads = [revision.content["lead"] for revision in page.revisions.order_by("pk")]
    assert leads[-2:] == ["Của người thứ nhất.", "Của người thứ hai."]


def test_a_slug_that_is_taken_is_told(approver_client):
    taken, page = article("Một"), article("Hai")
    response = edit(approver_client, page, slug=taken.slug, **{"action-publish": "1"})
    assert response.status_code == 200
    assert response.context["form"].errors["slug"]


def test_when_the_index_fails_nothing_is_half_published(approver_client):
    page = article("Không nửa vời", publish=False)
    with (
        patch("portal.search.engines.database.DatabaseEngine.write", side_effect=DatabaseError("away")),
        pytest.raises(DatabaseError),
    ):
        edit(approver_client, page, **{"action-publish": "1"})
    assert not NewsPage.objects.get(pk=page.pk).live


def test_links_to_what_readers_cannot_open_are_found(approver_client):
    target, page = article("Đích"), None
    page = article("Nguồn", body=[("call_to_action", {"text": "a", "label": "b", "page": target, "address": ""})])
    from wagtail.models import ReferenceIndex

    ReferenceIndex.create_or_update_for_object(page)
    assert broken_links() == set()
    target.unpublish()
    assert broken_links() == {page.pk}
    assert "Liên kết tới trang mà bạn đọc không mở được" in approver_client.get("/admin/").content.decode()


def test_every_step_is_written_down(approver_client):
    page = article("Nhật ký", publish=False)
    edit(approver_client, page, **{"action-publish": "1"})
    actions = set(PageLogEntry.objects.filter(page=page.pk).values_list("action", flat=True))
    assert {"wagtail.publish", "wagtail.edit"} <= actions


def test_articles_lie_below_the_news_only(editor_client, home):
    news_index()
    assert editor_client.get(f"/admin/pages/add/pages/newspage/{home.pk}/").status_code in {302, 403}
    assert Page.objects.filter(pk=home.pk).exists()
