"""A preview shows the draft to the editor, in the admin's own frame, and to nobody else."""

import json

import pytest

DRAFT = json.dumps(
    {
        "blocks": [
            {
                "key": "a",
                "type": "unstyled",
                "depth": 0,
                "text": "Chỉ là bản nháp.",
                "inlineStyleRanges": [],
                "entityRanges": [],
            }
        ],
        "entityMap": {},
    }
)


def form_of(page) -> dict[str, str]:
    field = {"directorypage": "introduction", "standardpage": "body"}[page.content_type.model]
    return {"title": page.title, "slug": page.slug, field: DRAFT, "seo_title": "", "search_description": ""}


@pytest.mark.parametrize("slug", ["doanh-nghiep", "ve-du-lieu"])
def test_the_draft_is_shown_in_the_frame_and_kept_from_readers(editor_client, client, home, slug):
    page = home.get_children().get(slug=slug).specific
    address = f"/admin/pages/{page.pk}/edit/preview/"
    assert editor_client.post(address, form_of(page)).json()["is_valid"]
    shown = editor_client.get(address)
    assert shown.status_code == 200
    assert "Chỉ là bản nháp." in shown.content.decode()
    assert "frame-ancestors 'self'" in shown["Content-Security-Policy"]
    assert "private" in shown["Cache-Control"] or "no-store" in shown["Cache-Control"]
    editor_client.logout()
    read = client.get(f"/{slug}/")
    assert "Chỉ là bản nháp." not in read.content.decode()
    assert "frame-ancestors 'none'" in read["Content-Security-Policy"]


def test_the_draft_of_the_home_page_can_be_seen(editor_client, home):
    home.save_revision()
    shown = editor_client.get(f"/admin/pages/{home.pk}/view_draft/")
    assert shown.status_code == 200
    assert "Từ vịnh di sản đến vịnh sáng tạo" in shown.content.decode()


def test_a_stranger_and_another_role_see_no_preview(client, db, home, django_user_model):
    address = f"/admin/pages/{home.pk}/edit/preview/"
    assert client.get(address).status_code == 302
    client.force_login(django_user_model.objects.create_user("minh@example.org", "a-long-password"))
    assert client.get(address).status_code in {302, 403}


def test_no_reader_gets_the_tools_of_the_preview(client, home):
    assert "wagtail-userbar" not in client.get("/").content.decode()
