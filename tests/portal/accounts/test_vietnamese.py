"""No English of django-allauth is left on the pages of one's own account."""

import re
from pathlib import Path

import allauth
import polib
import pytest

from tests.portal.pages.test_admin_vietnamese import shown_texts
from tests.signing_in import PASSWORD, sign_in

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
