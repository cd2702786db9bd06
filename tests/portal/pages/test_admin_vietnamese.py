"""No English is left on the screens of the Wagtail admin, for an editor, an approver and an administrator."""

import json

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, GroupApprovalTask, Page, Site, Workflow

from portal.pages.models import NewsTopic
from tests.factories.files import make_file
from tests.factories.news import news_index
from tests.factories.pictures import make_image
from tests.portal.pages.admin_texts import english, shown_texts
from tests.signing_in import make_staff

EDITOR = (
    "/admin/",
    "/admin/account/",
    "/admin/pages/",
    "/admin/pages/{home}/",
    "/admin/pages/{home}/?q=du",
    "/admin/pages/{home}/?ordering=ord",
    "/admin/pages/{home}/add_subpage/",
    "/admin/pages/{home}/edit/",
    "/admin/pages/{directory}/edit/",
    "/admin/pages/{text}/edit/",
    "/admin/pages/{text}/copy/",
    "/admin/pages/{text}/history/",
    "/admin/pages/{text}/usage/",
    "/admin/pages/{text}/workflow_history/",
    "/admin/pages/{text}/revisions/compare/earliest...latest/",
    "/admin/pages/add/pages/standardpage/{home}/",
    "/admin/pages/add/pages/newspage/{news}/",
    "/admin/pages/search/?q=du+lieu",
    "/admin/pages/search/?q=zzzz",
    "/admin/pages/999999/",
    "/admin/choose-page/?page_type=wagtailcore.page",
    "/admin/choose-external-link/",
    "/admin/choose-email-link/",
    "/admin/choose-phone-link/",
    "/admin/choose-anchor-link/",
    "/admin/images/",
    "/admin/images/?q=zzzz",
    "/admin/images/{image}/",
    "/admin/images/{image}/delete/",
    "/admin/images/add/",
    "/admin/images/chooser/",
    "/admin/images/chooser/{image}/select_format/",
    "/admin/images/multiple/add/",
    "/admin/images/usage/{image}/",
    "/admin/documents/",
    "/admin/documents/?q=zzzz",
    "/admin/documents/add/",
    "/admin/documents/chooser/",
    "/admin/documents/delete/{document}/",
    "/admin/documents/edit/{document}/",
    "/admin/documents/multiple/add/",
    "/admin/documents/usage/{document}/",
)
APPROVER = (
    "/admin/",
    "/admin/pages/{home}/",
    "/admin/pages/{text}/delete/",
    "/admin/pages/{text}/edit/",
    "/admin/pages/{text}/move/",
    "/admin/pages/{text}/move/{news}/confirm/",
    "/admin/pages/{text}/privacy/",
    "/admin/pages/{text}/unpublish/",
    "/admin/pages/{text}/workflow_history/",
    "/admin/pages/{waiting}/workflow_history/detail/{workflow_state}/",
    "/admin/pages/{waiting}/edit/",
    "/admin/pages/workflow/action/{waiting}/approve/{task_state}/",
    "/admin/pages/workflow/action/{waiting}/reject/{task_state}/",
    "/admin/pages/workflow/confirm_cancellation/{waiting}/",
    "/admin/pages/{locked}/edit/",
    "/admin/bulk/wagtailcore/page/delete/?id={text}",
    "/admin/bulk/wagtailcore/page/move/?id={text}",
    "/admin/bulk/wagtailcore/page/publish/?id={text}",
    "/admin/bulk/wagtailcore/page/unpublish/?id={text}",
    "/admin/reports/aging-pages/",
    "/admin/reports/locked/",
    "/admin/reports/page-types-usage/",
    "/admin/reports/site-history/",
    "/admin/reports/workflow/",
    "/admin/reports/workflow_tasks/",
)
ADMINISTRATOR = (
    "/admin/",
    "/admin/bulk/{image_model}/add_tags/?id={image}",
    "/admin/bulk/{image_model}/add_to_collection/?id={image}",
    "/admin/bulk/{image_model}/delete/?id={image}",
    "/admin/bulk/{document_model}/add_tags/?id={document}",
    "/admin/bulk/{document_model}/add_to_collection/?id={document}",
    "/admin/bulk/{document_model}/delete/?id={document}",
    "/admin/bulk/{user_model}/assign_role/?id={user}",
    "/admin/bulk/{user_model}/delete/?id={user}",
    "/admin/bulk/{user_model}/set_active_state/?id={user}",
    "/admin/collections/",
    "/admin/collections/add/",
    "/admin/collections/{collection}/",
    "/admin/collections/{collection}/delete/",
    "/admin/collections/{collection}/privacy/",
    "/admin/groups/",
    "/admin/groups/?q=zzzz",
    "/admin/groups/delete/{group}/",
    "/admin/groups/edit/{group}/",
    "/admin/groups/history/{group}/",
    "/admin/groups/new/",
    "/admin/groups/usage/{group}/",
    "/admin/redirects/",
    "/admin/redirects/?q=zzzz",
    "/admin/redirects/add/",
    "/admin/redirects/{redirect}/",
    "/admin/redirects/{redirect}/delete/",
    "/admin/redirects/import/",
    "/admin/settings/pages/sitesettings/1/",
    "/admin/sites/",
    "/admin/sites/delete/{site}/",
    "/admin/sites/edit/{site}/",
    "/admin/sites/history/{site}/",
    "/admin/sites/new/",
    "/admin/snippets/",
    "/admin/snippets/choose/pages/newstopic/",
    "/admin/snippets/pages/newstopic/",
    "/admin/snippets/pages/newstopic/add/",
    "/admin/snippets/pages/newstopic/delete/{topic}/",
    "/admin/snippets/pages/newstopic/edit/{topic}/",
    "/admin/snippets/pages/newstopic/history/{topic}/",
    "/admin/snippets/pages/newstopic/usage/{topic}/",
    "/admin/snippets/pages/policydocument/",
    "/admin/snippets/pages/policydocument/add/",
    "/admin/translation/submit/page/{waiting}/",
    "/admin/users/",
    "/admin/users/?q=zzzz",
    "/admin/users/edit/{user}/",
    "/admin/users/history/{user}/",
    "/admin/users/new/",
    "/admin/users/usage/{user}/",
    "/admin/workflows/add/",
    "/admin/workflows/disable/{workflow}/",
    "/admin/workflows/edit/{workflow}/",
    "/admin/workflows/list/",
    "/admin/workflows/task_chooser/",
    "/admin/workflows/tasks/add/wagtailcore/groupapprovaltask/",
    "/admin/workflows/tasks/disable/{task}/",
    "/admin/workflows/tasks/edit/{task}/",
    "/admin/workflows/tasks/index/",
    "/admin/workflows/usage/{workflow}/",
)
pytestmark = pytest.mark.timeout(300)  # forty screens a test; two minutes pass on a busy machine
_PLAIN = {"inlineStyleRanges": [], "entityRanges": []}


@pytest.fixture
def administrator_client(client, db):
    user = make_staff("Quản trị viên", "an@example.org", "Ngô Thị An")
    user.is_superuser = True
    user.save()
    client.force_login(user)
    client.editor = user
    return client


@pytest.fixture
def things(home, text_page):
    """One of everything: an edited page, one that waits for approval, one that is locked, files and what a site keeps."""
    writer = make_staff("Biên tập viên", "binh@example.org", "Lê Văn Bình")
    for _change in range(2):
        text_page.save_revision(user=writer, log_action=True)
    waiting, locked = _copy(text_page, "Trang chờ", "trang-cho"), _copy(text_page, "Trang khóa", "trang-khoa")
    waiting.save_revision(user=writer, log_action=True)
    locked.locked, locked.locked_by = True, writer
    locked.save()
    workflow = Workflow.objects.get(active=True)
    state = workflow.start(waiting, writer)
    values = {
        "home": home,
        "text": text_page,
        "waiting": waiting,
        "locked": locked,
        "directory": home.get_children().get(slug="doanh-nghiep"),
        "news": news_index(),
        "workflow": workflow,
        "workflow_state": state,
        "task": GroupApprovalTask.objects.first(),
        "task_state": state.current_task_state,
        "image": make_image(title="Ảnh"),
        "document": make_file(title="Tệp"),
        "collection": Collection.get_first_root_node().add_child(name="Sự kiện"),
        "group": Group.objects.get(name="Biên tập viên"),
        "redirect": Redirect.objects.create(old_path="/cu", redirect_page=home),
        "site": Site.objects.get(is_default_site=True),
        "topic": NewsTopic.objects.first() or NewsTopic.objects.create(name_vi="Sự kiện", name_en="Events"),
        "user": writer,
    }
    models = {
        f"{name}_model": values[name]._meta.label_lower.replace(".", "/") for name in ("image", "document", "user")
    }
    return {name: value.pk for name, value in values.items()} | models


def _copy(page, title, slug):
    return page.copy(
        update_attrs={"title": title, "slug": slug}, copy_revisions=False, keep_live=False, log_action=False
    )


def english_left(client, screens, things) -> dict[str, list[str]]:
    written = set(Page.objects.values_list("title", flat=True)) | set(
        NewsTopic.objects.values_list("name_en", flat=True)
    )
    for right in Permission.objects.select_related(
        "content_type"
    ):  # rows in English, read to screen readers as they are
        written |= {right.name, right.codename.replace("_", " "), str(right)}
    left = {}
    for screen in screens:
        response = client.get(screen.format(**things))
        wanted = 404 if "999999" in screen else 200
        if response.status_code != wanted:
            left[screen] = [f"{response.status_code} {response.get('Location', '')}"]
        elif found := english(shown_texts(response), written):
            left[screen] = found
    return left


def test_an_editor_reads_no_english(editor_client, things):
    assert english_left(editor_client, EDITOR, things) == {}


def test_an_approver_reads_no_english(approver_client, things):
    assert english_left(approver_client, APPROVER, things) == {}


def test_an_administrator_reads_no_english(administrator_client, things):
    assert english_left(administrator_client, ADMINISTRATOR, things) == {}


def test_what_is_said_after_a_change_is_vietnamese(approver_client, text_page):
    text = {"blocks": [{"key": "a", "type": "unstyled", "depth": 0, "text": "Mới"} | _PLAIN], "entityMap": {}}
    form = {"title": "Về dữ liệu", "slug": "ve-du-lieu", "body": json.dumps(text)}
    edit = f"/admin/pages/{text_page.pk}/edit/"
    for more in ({}, {"action-publish": "1"}, {"title": ""}):
        response = approver_client.post(edit, form | more, follow=True)
        assert english(shown_texts(response)) == [], more
    assert (
        "Đã xuất bản trang" in approver_client.post(edit, form | {"action-publish": "1"}, follow=True).content.decode()
    )


def test_the_texts_of_scripts_are_vietnamese_too(db, client):
    said = client.get("/admin/jsi18n/").content.decode()
    catalog = json.loads(said.split("const newcatalog = ")[1].split(";\n")[0])
    assert catalog["Insert a block"] == "Chèn khối"
    assert catalog["%(num)s error"] == ["%(num)s lỗi"]
    shown = [text for value in catalog.values() for text in ([value] if isinstance(value, str) else value)]
    assert english(set(shown)) == []


def test_english_is_recognized():
    assert english({"Actions", "Lưu nháp", "lan@example.org", "Save draft", "Xóa page"}) == ["Save draft", "Xóa page"]
