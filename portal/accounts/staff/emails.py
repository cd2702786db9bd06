"""The mails about an account, and the link that sets a password."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse
from django.utils import translation

from portal.accounts.models import User
from portal.core.mail.models import Mail
from portal.core.mail.outbox import send

DAYS = settings.PASSWORD_RESET_TIMEOUT // (24 * 3600)


def password_link(user: User) -> str:
    """Return an address where the person sets a password: good once, and for `DAYS` days."""
    key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    with translation.override(user.preferred_language):
        return settings.BASE_URL + reverse("account_reset_password_from_key", kwargs=key)


def invite(user: User) -> Mail:
    """Write the mail with the link that sets a password."""
    with translation.override(user.preferred_language):
        later = settings.BASE_URL + reverse("account_reset_password")
    context = {"user": user, "link": password_link(user), "later": later, "days": DAYS}
    return _send("invitation", user, context)


def tell_of_reset(user: User) -> Mail:
    """Write the mail that says that the second factor is gone."""
    with translation.override(user.preferred_language):
        login = settings.BASE_URL + reverse("account_login")
    return _send("second_factor_reset", user, {"user": user, "link": login})


def _send(name: str, user: User, context: dict) -> Mail:
    return send(template=f"accounts/email/{name}.txt", to=user.email, context=context, language=user.preferred_language)
