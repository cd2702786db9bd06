"""The editor's account of the demo: its password is made at the first load and kept in a file of the developer's."""

import secrets

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction

EMAIL = "bien-tap@quangninh.example"
GROUP = "Biên tập viên"


def make_editor() -> str | None:
    """Make the account if it is not there; return the line with its password, or None when it exists already."""
    User = get_user_model()  # noqa: N806 -- a class
    if User.objects.filter(email=EMAIL).exists():
        return None
    password = secrets.token_urlsafe(9)
    with transaction.atomic():
        user = User.objects.create_user(EMAIL, password, full_name="Biên tập viên (mẫu)", is_sample=True)
        user.groups.add(Group.objects.get(name=GROUP))
        EmailAddress.objects.create(user=user, email=EMAIL, verified=True, primary=True)
    line = f"editor   {EMAIL}   {password}"
    if target := getattr(settings, "DEMO_LOGINS_FILE", None):
        target.touch(mode=0o600)
        target.write_text(line + "\n")
    return line


def drop_accounts() -> None:
    """Delete the accounts of the demo and the file that names them."""
    get_user_model().objects.filter(is_sample=True).delete()
    if target := getattr(settings, "DEMO_LOGINS_FILE", None):
        target.unlink(missing_ok=True)
