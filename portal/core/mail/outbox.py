"""Write a mail down, hand it over, and say how many wait."""

from email.utils import make_msgid
from typing import Any

import environ
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.db.models import Count, F, Min, Q
from django.template.loader import render_to_string
from django.utils import timezone

from portal.core import jobs
from portal.core.errors import DomainError
from portal.core.mail.models import Mail


class NoTransport(DomainError):
    """No mail server is configured (MAIL_URL)."""


def queue(
    *, recipients: list[str], subject: str, text: str, html: str = "", sender: str = "", cause: str | None = None
) -> Mail:
    """Write a mail and the job that sends it, in the caller's transaction; a second call for one cause changes nothing.

    Without `html` the text is set in the site's own layout, so that every mail has both forms.
    """
    message_id = make_msgid(domain=settings.BASE_URL.rsplit("/", 1)[-1].split(":", maxsplit=1)[0])
    values = {
        "message_id": message_id,
        "sender": sender or settings.DEFAULT_FROM_EMAIL,
        "recipients": recipients,
        "subject": subject,
        "text": text,
        "html": html or render_to_string("mail/layout.html", {"subject": subject, "text": text}),
    }
    with transaction.atomic():
        if cause is None:
            mail, created = Mail.objects.create(**values), True
        else:
            mail, created = Mail.objects.get_or_create(cause=cause, defaults=values)
        if created:
            jobs.enqueue("portal.core.mail.jobs.hand_over", mail.pk, key=f"mail:{mail.pk}")
    return mail


def hand_over(mail_id: int) -> None:
    """Give a mail to the mail server; a refusal is raised, so that the job tries again.

    The beginning is written down first: a process killed between the server's answer and our mark leaves `handovers` at 1,
    and the repetition is counted. No transaction is open while the server is spoken to.
    """
    mail = Mail.objects.get(pk=mail_id)
    if mail.state == Mail.State.SENT:
        return
    Mail.objects.filter(pk=mail_id).update(handovers=F("handovers") + 1)
    try:
        _send(mail)
    except Exception:
        Mail.objects.filter(pk=mail_id).update(handovers=F("handovers") - 1)
        raise
    Mail.objects.filter(pk=mail_id).update(state=Mail.State.SENT, sent_at=timezone.now())


def _send(mail: Mail) -> None:
    if not settings.MAIL_TRANSPORT_URL:
        if settings.MAILBOX_ENABLED:
            return  # the mailbox page shows it
        raise NoTransport("MAIL_URL is not set")
    options = environ.Env.email_url_config(settings.MAIL_TRANSPORT_URL)
    connection = get_connection(
        options["EMAIL_BACKEND"],
        host=options.get("EMAIL_HOST"),
        port=options.get("EMAIL_PORT"),
        username=options.get("EMAIL_HOST_USER"),
        password=options.get("EMAIL_HOST_PASSWORD"),
        use_tls=options.get("EMAIL_USE_TLS", False),
        use_ssl=options.get("EMAIL_USE_SSL", False),
        timeout=20,
    )
    message = EmailMultiAlternatives(
        mail.subject, mail.text, mail.sender, mail.recipients, connection=connection, headers={"Message-ID": mail.message_id}
    )
    message.attach_alternative(mail.html, "text/html")
    message.send()


def report() -> dict[str, Any]:
    """Return for `/readyz`: how many wait, for how many seconds the oldest, how many may have gone out twice."""
    counts = Mail.objects.aggregate(
        queued=Count("pk", filter=Q(state=Mail.State.QUEUED)),
        oldest=Min("created_at", filter=Q(state=Mail.State.QUEUED)),
        repeated=Count("pk", filter=Q(handovers__gt=1)),
    )
    oldest = counts.pop("oldest")
    waited = (timezone.now() - oldest).total_seconds() if oldest else 0
    return counts | {"oldest_seconds": round(waited)}
