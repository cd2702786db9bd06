"""The editor's account of the demo: its password is made at the first load and kept in a file of the developer's own."""

import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

EMAIL = "bien-tap@quangninh.example"
GROUP = "Biên tập viên"


def make_editor() -> str | None:
    """Make the account if it is not there; return the line with its password, or None when it exists already."""
    User = get_user_model()  # noqa: N806 -- a class
    if User.objects.filter(email=EMAIL).exists():
        return None
    password = secrets.token_urlsafe(9)
    user = User.objects.create_user(EMAIL, password, full_name="Biên tập viên (mẫu)", is_sample=True)
    user.groups.add(Group.objects.get(name=GROUP))
    user.emailaddress_set.create(email=EMAIL, verified=True, primary=True)
    line = f"editor   {EMAIL}   {password}"
    if target := getattr(settings, "DEMO_LOGINS_FILE", None):
        target.write_text(line + "\n")
    return line


def drop_accounts() -> None:
    """Delete the accounts of the demo and the file that names them."""
    get_user_model().objects.filter(is_sample=True).delete()
    if target := getattr(settings, "DEMO_LOGINS_FILE", None):
        target.unlink(missing_ok=True)
