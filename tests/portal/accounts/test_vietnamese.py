"""No English is left: neither Wagtail's on the screens for accounts, nor django-allauth's on the pages of one's own."""

import re
from pathlib import Path

import allauth
import polib
import pytest
from django.contrib.auth.models import Group

from tests.portal.pages.test_admin_vietnamese import english, shown_texts  # noqa: F401 -- a fixture
from tests.signing_in import PASSWORD, sign_in

SCREENS = (
    "/admin/users/",
    "/admin/users/?q=khong+co",
    "/admin/users/?is_active=1&groups={group}",
    "/admin/users/new/",
    "/admin/users/edit/{pk}/",
    "/admin/users/history/{pk}/",
    "/admin/users/usage/{pk}/",
    "/admin/users/reset-second-factor/{pk}/",
    "/admin/users/invite/{pk}/",
    "/admin/account/",
)
PAGES = (
    "2fa/",
    "2fa/totp/deactivate/",
    "2fa/recovery-codes/",
    "2fa/recovery-codes/generate/",
    "2fa/webauthn/",
    "2fa/webauthn/add/",
    "2fa/reauthenticate/",
    "reauthenticate/",
    "sessions/",
    "password/change/",
    "email/",
    "logout/",
)
_SAME_IN_BOTH = {"PIN", "Email"}


def test_the_screens_for_accounts_are_vietnamese(client, administrator, editor, english):  # noqa: F811
    sign_in(client, administrator)
    client.post(f"/admin/users/invite/{editor.pk}/")
    group = Group.objects.get(name="Biên tập viên")
    left = {}
    for screen in SCREENS:
        response = client.get(screen.format(pk=editor.pk, group=group.pk))
        assert response.status_code == 200, screen
        if found := english(shown_texts(response)):
            left[screen] = found
    form = {"email": "x", "full_name": "", "roles": []}
    for path in ("new/", f"edit/{editor.pk}/"):
        if found := english(shown_texts(client.post(f"/admin/users/{path}", form))):
            left[path] = found
    saved = {"email": editor.email, "full_name": "Vũ Lan", "roles": [group.pk], "is_active": "on"}
    if found := english(shown_texts(client.post(f"/admin/users/edit/{editor.pk}/", saved, follow=True))):
        left["saved"] = found
    assert left == {}


@pytest.fixture(scope="module")
def of_allauth() -> set[str]:
    catalog = Path(allauth.__file__).parent / "locale" / "en" / "LC_MESSAGES" / "django.po"
    texts = (" ".join(entry.msgid.split()) for entry in polib.pofile(str(catalog)))
    return {text for text in texts if re.search("[a-z]{3}", text) and "%(" not in text} - _SAME_IN_BOTH


def test_the_pages_of_the_account_are_vietnamese(client, editor, of_allauth):
    client.post("/accounts/login/", {"login": editor.email, "password": PASSWORD})
    assert shown_texts(client.get("/accounts/2fa/authenticate/")) & of_allauth == set()
    wrong = client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    assert shown_texts(wrong) & of_allauth == set()
    sign_in(client, editor)
    left = {}
    client.post("/accounts/2fa/recovery-codes/generate/")
    for page in PAGES:
        response = client.get(f"/accounts/{page}")
        assert response.status_code == 200, page
        if found := shown_texts(response) & of_allauth:
            left[page] = found
    client.post("/accounts/2fa/totp/deactivate/")
    for page in ("2fa/", "2fa/totp/activate/"):
        if found := shown_texts(client.get(f"/accounts/{page}")) & of_allauth:
            left[page] = found
    assert left == {}
