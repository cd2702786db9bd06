"""The accounts of the demo, one a role: passwords are made at the first load and kept in a file of the developer's.

Each has an authenticator app that nobody holds; `./dev code EMAIL` shows what it would show.
"""

import secrets
import time
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from allauth.mfa import app_settings as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction

from portal.accounts import roles
from portal.accounts.second_factor.factors import give_app


@dataclass(frozen=True)
class DemoAccount:
    """An account of the demo; `label` is what the list of logins calls it."""

    label: str
    email: str
    full_name: str
    role: str


EDITOR = DemoAccount("editor", "bien-tap@quangninh.example", "Biên tập viên (mẫu)", roles.EDITOR)
ACCOUNTS = (
    EDITOR,
    DemoAccount("approver", "nguoi-duyet@quangninh.example", "Người duyệt (mẫu)", roles.APPROVER),
    DemoAccount("admin", "quan-tri@quangninh.example", "Quản trị viên (mẫu)", roles.ADMINISTRATOR),
)


def make_accounts() -> list[str]:
    """Make the accounts that are not there yet; return a line with the password of each new one."""
    lines = [line for account in ACCOUNTS if (line := _make(account))]
    if lines and (target := getattr(settings, "DEMO_LOGINS_FILE", None)):
        target.touch(mode=0o600)
        target.write_text("".join(f"{line}\n" for line in [*target.read_text().splitlines(), *lines]))
    return lines


def _make(account: DemoAccount) -> str | None:
    User = get_user_model()  # noqa: N806 -- a class
    group = Group.objects.filter(name=account.role).first()
    if group is None:  # a role comes into being with its first screen
        return None
    if user := User.objects.filter(email=account.email, is_sample=True).first():
        give_app(user)
        return None
    password = secrets.token_urlsafe(9)
    with transaction.atomic():
        user = User.objects.create_user(account.email, password, full_name=account.full_name, is_sample=True)
        user.groups.add(group)
        EmailAddress.objects.create(user=user, email=account.email, verified=True, primary=True)
        give_app(user)
    return f"{account.label:8} {account.email}   {password}"


def current_code(email: str) -> str | None:
    """Return the six digits that the app of a demo account shows now; None for every other account."""
    app = Authenticator.objects.filter(
        user__email__iexact=email, user__is_sample=True, type=Authenticator.Type.TOTP
    ).first()
    if app is None:
        return None
    step = int(time.time()) // mfa.TOTP_PERIOD
    return totp.format_hotp_value(totp.hotp_value(decrypt(app.data["secret"]), step))


def drop_accounts() -> None:
    """Delete the accounts of the demo and the file that names them."""
    get_user_model().objects.filter(is_sample=True).delete()
    if target := getattr(settings, "DEMO_LOGINS_FILE", None):
        target.unlink(missing_ok=True)
