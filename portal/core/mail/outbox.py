"""Write a mail down, hand it over, and say how many wait."""

from collections.abc import Mapping, Sequence
from email.utils import make_msgid
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import forbid_multi_line_headers
from django.db import transaction
from django.db.models import Count, F, Min
from django.template.loader import render_to_string
from django.utils import timezone, translation

from portal.core import jobs
from portal.core.jobs.models import Job
from portal.core.mail import transport
from portal.core.mail.models import Mail
from portal.core.mail.sender import Sender, site_sender

_SUBJECT_LENGTH = _ANSWER_LENGTH = 500


def send(
    *,
    template: str,
    to: str,
    context: Mapping[str, Any],
    language: str,
    headers: Mapping[str, str] | None = None,
    cause: str | None = None,
) -> Mail:
    """Write the mail of a template in the reader's language, in the caller's transaction.

    The template (`<app>/email/<name>.txt`) extends `email/base.txt`; text and HTML are made from it. A second call
    for one cause returns the first mail and changes nothing.
    """
    about = {"site_name": settings.SITE_NAME, "base_url": settings.BASE_URL}
    with translation.override(language):
        subject, _, text = render_to_string(template, {**about, **context}).strip().partition("\n")
        return queue(to=to, subject=subject, text=text.strip(), headers=headers, cause=cause)


def queue(
    *,
    to: str,
    subject: str,
    text: str,
    html: str = "",
    sender: str = "",
    headers: Mapping[str, str] | None = None,
    cause: str | None = None,
) -> Mail:
    """Write a mail and the job that sends it, in the caller's transaction; a second call for one cause changes nothing.

    Without `html` the text is set in the site's own layout, so that every mail has both forms. BadHeaderError for a
    line break in an address or a header.
    """
    # Other packages name the default themselves; it is ours to say how it reads.
    of_site = not sender or sender == settings.DEFAULT_FROM_EMAIL
    sender, extra = (site_sender() if of_site else Sender(sender)).of(headers or {})
    for name, value in [("From", sender), ("To", to), *extra.items()]:
        forbid_multi_line_headers(name, value, "utf-8")
    values = {
        "message_id": make_msgid(domain=urlsplit(settings.BASE_URL).hostname),
        "sender": sender,
        "to": to,
        "subject": " ".join(subject.split())[:_SUBJECT_LENGTH],
        "text": text,
        "html": html or render_to_string("email/base.html", {"subject": subject, "text": text}),
        "headers": extra,
    }
    with transaction.atomic():
        if cause is None:
            mail, created = Mail.objects.create(**values), True
        else:
            mail, created = Mail.objects.get_or_create(cause=cause, defaults=values)
        if created:
            jobs.enqueue("portal.core.mail.jobs.hand_over", mail.pk, key=f"mail:{mail.pk}")
    return mail


def forget(*, causes: Sequence[str]) -> None:
    """Delete the mails of these causes, because what they tell is no longer kept."""
    Mail.objects.filter(cause__in=causes).delete()


def hand_over(*, mail_id: int, last_attempt: bool = False) -> None:
    """Give a mail to the mail server; what goes wrong is raised, so that the job tries again.

    The beginning is written down first: a process killed between the server's answer and our mark leaves `handovers` at
    1, and the repetition is counted. No transaction is open while the server is spoken to. PermanentError when the
    server refuses the mail for good; then, and after the last attempt, the mail is `failed`.
    """
    mail = Mail.objects.filter(pk=mail_id).first()
    if mail is None or mail.state == Mail.State.SENT:  # what is forgotten need not be sent
        return
    try:
        if transport.goes_to_mailbox():
            _mark_sent(mail)
        else:
            _give_to_server(mail)
    except Exception as error:
        final = transport.is_final(error)
        state = Mail.State.FAILED if final or last_attempt else Mail.State.QUEUED
        Mail.objects.filter(pk=mail_id).update(state=state, answer=transport.words_of(error)[:_ANSWER_LENGTH])
        if final:
            raise jobs.PermanentError(str(error)) from error
        raise


def _give_to_server(mail: Mail) -> None:
    """Connect, count, give, mark. A failure to connect is not counted, it can have repeated nothing."""
    this = Mail.objects.filter(pk=mail.pk)
    server = transport.connection_to_server()
    try:
        server.open()
        this.update(handovers=F("handovers") + 1)
        try:
            server.send_messages([transport.message_of(mail)])
        except Exception as error:
            if transport.is_refusal(error):
                this.update(handovers=F("handovers") - 1)
            raise
        _mark_sent(mail)
    finally:
        server.close()


def _mark_sent(mail: Mail) -> None:
    unsent = Mail.objects.filter(pk=mail.pk).exclude(state=Mail.State.SENT)
    unsent.update(state=Mail.State.SENT, sent_at=timezone.now())


def send_again(*, mail_id: int) -> bool:
    """Let a mail that failed be handed over once more, with all attempts; False when it has not failed."""
    with transaction.atomic():
        if not Mail.objects.filter(pk=mail_id, state=Mail.State.FAILED).update(state=Mail.State.QUEUED):
            return False
        key = f"mail:{mail_id}"
        dead = Job.objects.filter(key=key, state=Job.State.DEAD).order_by("-pk").first()
        if dead is None or not dead.rerun():
            jobs.enqueue("portal.core.mail.jobs.hand_over", mail_id, key=key)
    return True


def report() -> dict[str, Any]:
    """Return for `/readyz` how many wait, the oldest's seconds, how many failed, how many may have gone out twice."""
    waiting = Mail.objects.filter(state=Mail.State.QUEUED).aggregate(count=Count("pk"), oldest=Min("created_at"))
    waited = (timezone.now() - waiting["oldest"]).total_seconds() if waiting["oldest"] else 0
    return {
        "queued": waiting["count"],
        "oldest_seconds": round(waited),
        "failed": Mail.objects.filter(state=Mail.State.FAILED).count(),
        "repeated": Mail.objects.filter(handovers__gt=1).count(),
    }
