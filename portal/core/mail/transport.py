"""How a mail leaves: what MAIL_URL says, and what the answers of a mail server mean."""

import smtplib
from email.utils import format_datetime
from typing import Any
from urllib.parse import urlsplit

import environ
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning  # noqa: A004 -- Django's name
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone
from django.utils.module_loading import import_string

from portal.core.mail.models import Mail

_TIMEOUT = 20  # seconds for each answer of the server


class NoTransportError(Exception):
    """No mail server is configured (MAIL_URL), and there is no mailbox page either."""


def goes_to_mailbox() -> bool:
    """Whether mails stay here, for the mailbox page of a developer's machine."""
    return not settings.MAIL_TRANSPORT_URL and settings.MAILBOX_ENABLED


def connection_to_server() -> BaseEmailBackend:
    """Return the backend that MAIL_URL names, not yet connected.

    It is `smtp://user:password@host:25`, `smtp+tls://` (STARTTLS), `smtp+ssl://`, or the dotted path of a backend that
    has its own settings, such as `anymail.backends.mailjet.EmailBackend`. ImproperlyConfigured for anything else.
    """
    url = settings.MAIL_TRANSPORT_URL
    if not url:
        raise NoTransportError("MAIL_URL is not set")
    if "://" not in url:
        return get_connection(_known_backend(url))
    options = environ.Env.email_url_config(url)
    return get_connection(
        options["EMAIL_BACKEND"],
        host=options["EMAIL_HOST"],
        port=options["EMAIL_PORT"],
        # Empty texts: with None Django would look for settings of other names.
        username=options["EMAIL_HOST_USER"] or "",
        password=options["EMAIL_HOST_PASSWORD"] or "",
        use_tls=options.get("EMAIL_USE_TLS", False),
        use_ssl=options.get("EMAIL_USE_SSL", False),
        timeout=_TIMEOUT,
    )


def _known_backend(path: str) -> str:
    try:
        import_string(path)
    except ImportError as error:
        raise ImproperlyConfigured(f"MAIL_URL is neither an address nor a mail backend: {error}") from error
    return path


def message_of(mail: Mail) -> EmailMultiAlternatives:
    """Return a mail as it goes to the server: the same Message-ID and date however often that is."""
    headers = mail.headers | {
        "Message-ID": mail.message_id,
        "Date": format_datetime(timezone.localtime(mail.created_at)),
    }
    message = EmailMultiAlternatives(mail.subject, mail.text, mail.sender, [mail.to], headers=headers)
    message.attach_alternative(mail.html, "text/html")
    return message


def is_refusal(error: Exception) -> bool:
    """Whether the server has said no, so that the mail has certainly not been taken.

    A lost connection is none: the server may have taken the mail before. A provider's HTTP answer of 4xx is one.
    """
    if isinstance(error, smtplib.SMTPResponseException | smtplib.SMTPRecipientsRefused):
        return True
    return 400 <= (getattr(error, "status_code", None) or 0) < 500


def is_final(error: Exception) -> bool:
    """Whether the server refuses this address or this content for good (RFC 5321, 4.2.1: 5yz).

    A refused sender or login is a fault of the settings, which somebody mends: those are tried again.
    """
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _answer in error.recipients.values())
    return isinstance(error, smtplib.SMTPDataError) and error.smtp_code >= 500


def words_of(error: Exception) -> str:
    """Return what a server said, as text: its code and its words; for everything else what the machine says."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, answer = next(iter(error.recipients.values()))
        return f"{code} {_text(answer)}"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_text(error.smtp_error)}"
    return f"{type(error).__name__}: {error}"


def _text(answer: bytes | str) -> str:
    text = answer.decode(errors="replace") if isinstance(answer, bytes) else answer
    return " ".join(text.split())


def way_out() -> str:
    """Return where mails go, without anything secret: a host with its port, a backend, or nothing."""
    url = settings.MAIL_TRANSPORT_URL
    if "://" not in url:
        return url
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.hostname}" + (f":{parts.port}" if parts.port else "")


def check_transport(**kwargs: Any) -> list[CheckMessage]:
    """MAIL_URL, when it is set, names something that can send."""
    if not settings.MAIL_TRANSPORT_URL:
        return []
    try:
        connection_to_server()
    except (ImproperlyConfigured, ValueError) as error:
        return [Error(f"MAIL_URL: {error}", id="mail.E001")]
    return []


def check_deployment(**kwargs: Any) -> list[CheckMessage]:
    """In production there is a way out for mails."""
    if settings.MAIL_TRANSPORT_URL:
        return []
    return [Warning("MAIL_URL is not set: no mail leaves, nobody can set a new password.", id="mail.W001")]
