"""Signing in with a second factor, which every role that enters the Wagtail admin needs."""

import time
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

PASSWORD = "a-long-password"


def make_staff(role: str, email: str = "lan@example.org", full_name: str = "Vũ Thị Lan") -> Any:
    """Make a person with a role, a verified address, a password and an authenticator app."""
    user = get_user_model().objects.create_user(email, PASSWORD, full_name=full_name)
    user.groups.add(Group.objects.get(name=role))
    user.emailaddress_set.create(email=email, verified=True, primary=True)
    give_second_factor(user)
    return user


def give_second_factor(user: Any) -> None:
    totp.TOTP.activate(user, totp.generate_totp_secret())


def current_code(user: Any, *, later: int = 0) -> str:
    """Return the six digits of the person's app, now or some steps of half a minute later. Each is good once."""
    secret = decrypt(Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP).data["secret"])
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30 + later))


def sign_in(client: Any, user: Any) -> Any:
    """Sign a person with a second factor in through the site's own two steps; return the last answer."""
    client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    return client.post("/accounts/2fa/authenticate/", {"code": current_code(user)})


def sign_in_page(page: Any, user: Any) -> None:
    """The same in a browser, from the login page that is open to the admin's first screen."""
    page.fill("#id_login", user.email)
    page.fill("#id_password", PASSWORD)
    page.click("main button[type=submit] >> nth=0")
    page.fill("#id_code", current_code(user))
    page.click("main button[type=submit] >> nth=0")
    page.wait_for_url("**/admin/")
