"""What this site decides differently from django-allauth's defaults."""

from typing import Any
from urllib.parse import urlsplit, urlunsplit

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

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
