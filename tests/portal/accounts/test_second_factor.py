"""Nobody works in the admin with a password alone, and a code is good once."""

import json
import re
from datetime import UTC, datetime

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.urls import reverse
from wagtail.models import Page
from wagtail.users.models import UserProfile

from portal.accounts.second_factor import encryption
from portal.accounts.second_factor.factors import has_second_factor
from portal.core.mail.models import Mail
from tests.signing_in import PASSWORD, current_code, sign_in

NOON = datetime(2026, 11, 24, 5, 0, 5, tzinfo=UTC)
ADMIN_ADDRESSES = ("/admin/", "/admin/pages/", "/admin/images/", "/admin/account/", "/admin/reports/site-history/")


@pytest.fixture
def without(editor):
    """An editor who has no second factor yet."""
    Authenticator.objects.filter(user=editor).delete()
    return editor


def log_in(client, user, **more):
    return client.post("/accounts/login/", {"login": user.email, "password": PASSWORD} | more)


def secret_on(page: str) -> str:
    return re.search(r"<code>([A-Z2-7]{32})</code>", page)[1]


def digits(secret: str, at: datetime) -> str:
    return totp.format_hotp_value(totp.hotp_value(secret, int(at.timestamp()) // 30))


@pytest.mark.parametrize("address", ADMIN_ADDRESSES)
def test_every_address_of_the_admin_leads_to_the_set_up_without_one(client, without, address):
    client.force_login(without)
    response = client.get(address)
    assert (response.status_code, response["Location"]) == (302, "/accounts/2fa/")
    assert client.post(address, {}).status_code == 302
    assert client.get(address, headers={"X-Requested-With": "XMLHttpRequest"}).status_code == 403


def test_the_set_up_explains_itself_in_the_language_of_the_person(client, without):
    client.force_login(without)
    text = client.get("/admin/", follow=True).content.decode()
    assert "Vai trò của bạn cần lớp xác thực thứ hai" in text
    UserProfile.objects.create(user=without, preferred_language="en")
    response = client.get("/admin/", follow=True)
    assert response.redirect_chain[-1][0] == "/en/accounts/2fa/"
    assert "Your role needs a second factor" in response.content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("mails_as_rows")
def test_setting_an_app_up_leads_on_to_where_one_wanted_to_go(client, without):
    wanted = f"/admin/pages/{Page.objects.get(slug='home').pk}/edit/?a=1"
    assert log_in(client, without, next=wanted)["Location"] == wanted
    assert client.get(wanted)["Location"] == "/accounts/2fa/"
    page = client.get("/accounts/2fa/totp/activate/").content.decode()
    assert 'src="data:image/svg+xml;base64,' in page
    form = {"code": digits(secret_on(page), datetime.now(UTC))}
    text = client.post("/accounts/2fa/totp/activate/", form, follow=True).content.decode()
    assert len(re.findall(r"<code>\d{8}</code>", text)) == 10
    assert f'href="{wanted}"' in text
    assert client.get(wanted).status_code == 200
    assert "Ứng dụng xác thực đã được dùng." in Mail.objects.get().text


def test_a_wrong_first_code_is_said_and_the_secret_stays(client, without):
    log_in(client, without)
    secret = secret_on(client.get("/accounts/2fa/totp/activate/").content.decode())
    text = client.post("/accounts/2fa/totp/activate/", {"code": "000000"}).content.decode()
    assert "Mã không đúng." in text
    assert secret_on(text) == secret
    assert not has_second_factor(without)


@pytest.mark.django_db(transaction=True)
def test_other_places_are_signed_out_once_a_second_factor_is_there(client, without):
    other = client.__class__()
    log_in(other, without)
    log_in(client, without)
    secret = secret_on(client.get("/accounts/2fa/totp/activate/").content.decode())
    client.post("/accounts/2fa/totp/activate/", {"code": digits(secret, datetime.now(UTC))})
    assert client.get("/admin/").status_code == 200
    assert other.get("/admin/")["Location"].startswith("/accounts/login/")


def test_somebody_without_a_role_needs_none(client, person):
    assert log_in(client, person)["Location"] == "/"
    assert "Vai trò của bạn cần" not in client.get("/accounts/2fa/").content.decode()


def test_signing_in_takes_two_steps(client, editor):
    response = log_in(client, editor)
    assert response["Location"] == "/accounts/2fa/authenticate/"
    assert client.get("/admin/").status_code == 302
    assert "_auth_user_id" not in client.session
    response = client.post("/accounts/2fa/authenticate/", {"code": current_code(editor)})
    assert (response.status_code, response["Location"]) == (302, "/admin/")
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("code", ["000000", "", "abcdef", "1" * 5000, "<script>", "１２３４５６"])
def test_a_wrong_code_is_said_and_opens_nothing(client, editor, code):
    log_in(client, editor)
    response = client.post("/accounts/2fa/authenticate/", {"code": code})
    assert response.status_code == 200
    assert "error-summary" in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_a_code_is_good_once_also_while_its_step_lasts(client, editor):
    with time_machine.travel(NOON, tick=False) as clock:
        code = current_code(editor)
        assert sign_in(client, editor)["Location"] == "/admin/"
        for seconds in (0, 20, 15):  # in its step, and in the next one, where it would still be accepted
            clock.shift(seconds)
            other = client.__class__()
            log_in(other, editor)
            assert "Mã không đúng." in other.post("/accounts/2fa/authenticate/", {"code": code}).content.decode()


def test_the_codes_beside_the_current_one_count_and_those_further_off_do_not(client, editor):
    with time_machine.travel(NOON, tick=False):
        for later, accepted in ((-1, True), (1, True), (2, False), (-2, False)):
            other = client.__class__()
            log_in(other, editor)
            response = other.post("/accounts/2fa/authenticate/", {"code": current_code(editor, later=later)})
            assert (response.status_code == 302) is accepted, later


def test_guessing_is_stopped(client, editor):
    log_in(client, editor)
    texts = [client.post("/accounts/2fa/authenticate/", {"code": "000000"}).content.decode() for _ in range(6)]
    assert "Mã không đúng." in texts[0]
    assert "quá nhiều lần" in texts[-1]
    assert (
        "quá nhiều lần" in client.post("/accounts/2fa/authenticate/", {"code": current_code(editor)}).content.decode()
    )


def test_a_recovery_code_lets_in_once(client, editor):
    sign_in(client, editor)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    client.post("/accounts/2fa/recovery-codes/generate/")
    codes = re.findall(r"<code>(\d{8})</code>", client.get("/accounts/2fa/recovery-codes/").content.decode())
    assert len(set(codes)) == 10
    for expected in (302, 200):
        other = client.__class__()
        log_in(other, editor)
        assert other.post("/accounts/2fa/authenticate/", {"code": codes[0]}).status_code == expected


def test_the_second_step_without_the_first_leads_to_the_first(client, editor):
    for method in (client.get, client.post):
        response = method("/accounts/2fa/authenticate/", {"code": current_code(editor)})
        assert response["Location"].endswith("/accounts/login/")


def test_an_expired_session_starts_again_from_the_first_step(client, editor):
    log_in(client, editor)
    client.session.flush()
    response = client.post("/accounts/2fa/authenticate/", {"code": current_code(editor)})
    assert response["Location"].endswith("/accounts/login/")


@pytest.mark.parametrize("credential", ["", "x", "1", "[]", "{}", '{"id": 1}', '{"id": "a", "response": []}', "null"])
@pytest.mark.parametrize(
    "name", ["mfa_add_webauthn", "mfa_authenticate", "mfa_login_webauthn", "mfa_reauthenticate_webauthn"]
)
def test_what_is_no_passkey_is_refused_and_no_fault(client, editor, name, credential):
    if name == "mfa_authenticate":
        log_in(client, editor)
    elif name != "mfa_login_webauthn":
        sign_in(client, editor)
        client.get(reverse(name))
    else:
        client.get(reverse(name), headers={"Accept": "application/json"})
    response = client.post(reverse(name), {"credential": credential})
    assert response.status_code in {200, 302}
    assert not Authenticator.objects.filter(type=Authenticator.Type.WEBAUTHN).exists()


SIGNED_IN_ONLY = (
    "mfa_index", "mfa_activate_totp", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes", "mfa_list_webauthn", "mfa_add_webauthn", "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn", "usersessions_list",
)  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("name", SIGNED_IN_ONLY)
def test_a_stranger_is_asked_to_sign_in(client, name):
    for method in (client.get, client.post):
        response = method(reverse(name))
        assert response.status_code == 302, name
        assert "/accounts/login/" in response["Location"] or "/accounts/reauthenticate/" in response["Location"], name


def test_nobody_touches_the_passkeys_of_another(client, editor, person):
    other = Authenticator.objects.create(
        user=person, type=Authenticator.Type.WEBAUTHN, data={"name": "x", "credential": {}}
    )
    sign_in(client, editor)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        assert client.post(reverse(name, args=[other.pk]), {"name": "y"}).status_code == 404
    other.refresh_from_db()
    assert other.data["name"] == "x"


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_page_opens_in_the_look_of_the_site_without_inline_code(client, editor, prefix):
    sign_in(client, editor)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    client.post("/accounts/2fa/recovery-codes/generate/")
    for path in ("", "totp/deactivate/", "recovery-codes/", "recovery-codes/generate/", "webauthn/", "webauthn/add/"):
        page = client.get(f"{prefix}/accounts/2fa/{path}", follow=True)
        text = page.content.decode()
        assert (page.status_code, "site-header" in text) == (200, True), path
        assert not re.search(r"<script(?![^>]*(\bsrc=|application/json))|<style|\sstyle=|\son\w+=", text), path
        assert "script-src 'self'" in page["Content-Security-Policy"]
        assert "no-store" in page["Cache-Control"]


def test_secrets_are_unreadable_without_the_key(editor, settings, client):
    stored = Authenticator.objects.get(user=editor).data["secret"]
    secret = encryption.decrypt(stored)
    assert secret not in stored
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [settings.SECRET_KEY]
    assert encryption.decrypt(stored) == secret
    settings.SECRET_KEY_FALLBACKS = []
    assert encryption.decrypt(stored) not in {secret, encryption.decrypt(stored)}


def test_a_lost_key_opens_nothing_and_is_no_fault(client, editor, settings):
    code = current_code(editor)
    settings.SECRET_KEY = "another"
    log_in(client, editor)
    assert "Mã không đúng." in client.post("/accounts/2fa/authenticate/", {"code": code}).content.decode()


def test_passkeys_belong_to_our_address_whatever_the_request_calls_us(client, editor, settings):
    settings.BASE_URL = "https://startups.example.vn"
    sign_in(client, editor)
    page = client.get("/accounts/2fa/webauthn/add/", follow=True).content.decode()
    options = json.loads(re.search(r'<script id="passkey-options"[^>]*>(.*?)</script>', page, re.DOTALL)[1])
    assert options["publicKey"]["rp"]["id"] == "startups.example.vn"
