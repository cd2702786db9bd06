"""The second factor in a browser: a passkey is added, serves as the second step and alone; every page is open to all."""

import re

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import expect

from tests.signing_in import PASSWORD, current_code, make_staff

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGES = ("", "totp/activate/", "totp/deactivate/", "recovery-codes/", "recovery-codes/generate/", "webauthn/add/")


@pytest.fixture
def at_localhost(live_server, monkeypatch, settings):
    """Browsers know passkeys under names only, not under addresses."""
    name = live_server.url.replace("127.0.0.1", "localhost")
    monkeypatch.setattr(type(live_server), "url", name)
    settings.BASE_URL = "http://localhost"


def give_authenticator(page) -> None:
    """Let the browser behave as a device with a fingerprint reader that always says yes."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def to(page, path: str) -> None:
    page.goto(re.match(r"https?://[^/]+", page.url)[0] + path, wait_until="networkidle")


def test_a_passkey_is_set_up_and_opens_the_admin_in_both_ways(open_page, at_localhost):
    editor = make_staff("Biên tập viên")
    Authenticator.objects.all().delete()
    page = open_page("/accounts/login/?next=/admin/images/")
    give_authenticator(page)
    page.fill("#id_login", editor.email)
    page.fill("#id_password", PASSWORD)
    page.click("main button[type=submit] >> nth=0")
    page.wait_for_url("**/accounts/2fa/")
    page.get_by_role("link", name="Thêm khóa truy cập").click()
    page.fill("#id_name", "Máy tính cơ quan")
    page.get_by_role("button", name="Thêm khóa truy cập").click()
    page.wait_for_url("**/recovery-codes/")
    page.get_by_role("link", name="Tôi đã cất mã, đi tiếp").click()
    page.wait_for_url("**/admin/images/")

    page.context.clear_cookies()
    to(page, "/accounts/login/")
    page.fill("#id_login", editor.email)
    page.fill("#id_password", PASSWORD)
    page.click("main button[type=submit] >> nth=0")
    page.get_by_role("button", name="Dùng khóa truy cập").click()
    page.wait_for_url("**/admin/")

    page.context.clear_cookies()
    to(page, "/accounts/login/")
    page.get_by_role("button", name="Đăng nhập bằng khóa truy cập").click()
    page.wait_for_url("**/admin/")
    assert Authenticator.objects.filter(type=Authenticator.Type.WEBAUTHN).get().last_used_at


def test_a_browser_without_a_passkey_says_so_and_leaves_the_password(open_page, at_localhost):
    page = open_page("/accounts/login/")
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.get_by_role("button", name="Đăng nhập bằng khóa truy cập").click()
    expect(page.locator("[data-passkey-failed]")).to_be_visible()
    expect(page.locator("#id_password")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_the_account_is_open_to_everybody(open_page, violations, scheme):
    editor = make_staff("Biên tập viên")
    page = open_page("/accounts/login/", width=320, scheme=scheme)
    page.fill("#id_login", editor.email)
    page.fill("#id_password", PASSWORD)
    page.click("main button[type=submit] >> nth=0")
    page.wait_for_url("**/authenticate/")
    assert violations(page) == []
    page.fill("#id_code", current_code(editor))
    page.click("main button[type=submit] >> nth=0")
    page.wait_for_url("**/admin/")
    to(page, "/accounts/2fa/recovery-codes/generate/")
    page.click("main button[type=submit]")
    for path in (*(f"2fa/{path}" for path in PAGES), "sessions/", "password/change/"):
        to(page, f"/accounts/{path}")
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
