"""Wagtail's screens and their secondary addresses, tried as a stranger, as somebody without a role, and as an editor."""

from django.contrib.auth import get_user_model

PAGE_ADDRESSES = (
    "/admin/pages/{page}/",
    "/admin/pages/{page}/edit/",
    "/admin/pages/{page}/history/",
    "/admin/pages/{page}/copy/",
    "/admin/pages/{page}/usage/",
    "/admin/pages/{page}/view_draft/",
    "/admin/pages/{page}/revisions/compare/earliest...latest/",
)
GENERAL = (
    "/admin/",
    "/admin/pages/",
    "/admin/images/",
    "/admin/images/multiple/add/",
    "/admin/images/chooser/",
    "/admin/choose-page/",
    "/admin/account/",
    "/admin/documents/",
)
FOR_APPROVERS = ("/admin/pages/{page}/unpublish/", "/admin/pages/{page}/privacy/")
NOT_FOR_EDITORS = (
    "/admin/users/",
    "/admin/groups/",
    "/admin/sites/",
    "/admin/collections/",
    "/admin/workflows/list/",
    "/admin/settings/pages/sitesettings/",
    "/admin/snippets/pages/newstopic/",
)


def addresses(page) -> list[str]:
    return [address.format(page=page.pk) for address in (*PAGE_ADDRESSES, *GENERAL)]


def approvers_addresses(page) -> list[str]:
    return [address.format(page=page.pk) for address in FOR_APPROVERS]


def test_a_stranger_is_asked_to_sign_in_everywhere(client, text_page):
    for address in addresses(text_page) + approvers_addresses(text_page):
        response = client.get(address)
        assert response.status_code == 302, address
        assert response["Location"].startswith("/accounts/login/"), address


def test_somebody_without_a_role_gets_nowhere(client, text_page):
    user = get_user_model().objects.create_user("minh@example.org", "a-long-password")
    client.force_login(user)
    for address in addresses(text_page):
        response = client.get(address)
        assert response.status_code in {302, 403}, address
        if response.status_code == 302:
            assert "/login/" in response["Location"], address


def test_an_editor_opens_what_editing_needs(editor_client, text_page):
    text_page.save_revision()
    for address in addresses(text_page):
        assert editor_client.get(address).status_code == 200, address


def test_an_approver_opens_what_publishing_needs(approver_client, text_page):
    text_page.save_revision()
    for address in addresses(text_page) + approvers_addresses(text_page):
        assert approver_client.get(address).status_code == 200, address


def test_an_editor_opens_nothing_else(editor_client, text_page):
    for address in (*NOT_FOR_EDITORS, *approvers_addresses(text_page)):
        assert editor_client.get(address).status_code in {302, 403, 404}, address


def test_the_one_login_serves_the_admin(client, db):
    response = client.get("/admin/login/?next=/admin/")
    assert (response.status_code, response["Location"]) == (302, "/accounts/login/?next=/admin/")


def test_an_approver_edits_and_publishes_the_directory_page(approver_client, home):
    page = home.get_children().get(slug="doanh-nghiep").specific
    form = {
        "title": "Danh bạ tổ chức",
        "slug": "duong-dan-khac",
        "introduction": '{"blocks": [{"key": "a", "type": "unstyled", "depth": 0, "text": "Ai làm gì, ở đâu.", "inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}}',
        "action-publish": "1",
    }
    response = approver_client.post(f"/admin/pages/{page.pk}/edit/", form)
    assert response.status_code == 302
    page.refresh_from_db()
    assert (page.title, page.slug) == ("Danh bạ tổ chức", "doanh-nghiep")
    text = approver_client.get("/doanh-nghiep/").content.decode()
    assert "Ai làm gì, ở đâu." in text
    assert "Danh bạ tổ chức" in text


def test_an_address_keeps_the_letter_that_wagtail_drops(editor_client, home):
    form = {
        "title": "Ưu đãi đổi mới sáng tạo",
        "slug": "",
        "body": '{"blocks": [{"key": "a", "type": "unstyled", "depth": 0, "text": "Nội dung", "inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}}',
    }
    response = editor_client.post(f"/admin/pages/add/pages/standardpage/{home.pk}/", form)
    assert response.status_code == 302, response.context["form"].errors
    assert home.get_children().filter(slug="uu-dai-doi-moi-sang-tao").exists()
