"""What this site decides differently from django-allauth's defaults."""

import io
import time
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import segno
from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from portal.accounts.models import User
from portal.accounts.second_factor import encryption
from portal.core.permissions import ADMIN_SITE


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the Department; nobody can sign up by himself yet."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead those who may edit to the editors' screens; an address asked for before goes first."""
        return (
            reverse("wagtailadmin_home") if ADMIN_SITE.allows(request.user) else super().get_login_redirect_url(request)
        )

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Let a sign-in of the last minutes count: who has just given the password is not asked for it again."""
        records = get_authentication_records(self.request, self.request.user)
        newest = max((record["at"] for record in records), default=0)
        just_now = time.time() - newest < app_settings.REAUTHENTICATION_TIMEOUT
        return super().is_reauthentication_required(app=app) and not just_now

    def format_email_subject(self, subject: str) -> str:
        """Leave the subject as it is; the sender's name says who writes."""
        return str(subject)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write the mail with our own name and address; the ones in the request come from whoever sent it."""
        ours = {name: self._at_our_address(value) for name, value in context.items()}
        site = {"name": settings.SITE_NAME, "domain": urlsplit(settings.BASE_URL).netloc}
        super().send_mail(template_prefix, email, {**ours, "current_site": site})

    def _at_our_address(self, value: Any) -> Any:
        """Put our own address before a link to ourselves; everything else stays."""
        if not (isinstance(value, str) and value.startswith(("http://", "https://"))):
            return value
        link = urlsplit(value)
        if link.netloc != self.request.get_host():
            return value
        return settings.BASE_URL + urlunsplit(("", "", link.path, link.query, link.fragment))


class SecondFactorAdapter(DefaultMFAAdapter):
    """Names and addresses are ours, not those of the request; secrets are stored encrypted."""

    def encrypt(self, text: str) -> str:
        return encryption.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return encryption.decrypt(encrypted_text)

    def get_totp_issuer(self) -> str:
        return str(settings.SITE_NAME)

    def build_totp_svg(self, url: str) -> str:
        """Draw the code dark on white with its quiet zone, also in the dark scheme: scanners need it so."""
        image = io.BytesIO()
        segno.make(url, error="m", micro=False).save(image, kind="svg", scale=4, border=4, light="white", xmldecl=False)
        return image.getvalue().decode()

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002 -- allauth's name
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Passkey") if number == 1 else gettext("Passkey %(number)d") % {"number": number}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Passkeys belong to the host of BASE_URL; under another name (127.0.0.1) browsers refuse them."""
        return {"id": urlsplit(settings.BASE_URL).hostname or "", "name": str(settings.SITE_NAME)}
