"""Django's way of sending, made a row: also the mails of other packages are lost by no crash."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from portal.core.mail.outbox import queue


class RowBackend(BaseEmailBackend):
    """Write every message as rows in the transaction in hand, one for each recipient, so that none sees the others.

    ValueError for an attachment and for a message that is HTML only: rows do not carry them.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        with transaction.atomic():
            for message in email_messages:
                self._write(message)
        return len(email_messages)

    def _write(self, message: EmailMessage) -> None:
        if message.attachments or message.content_subtype != "plain":
            raise ValueError("a mail is text, and HTML beside it; attachments are not stored")
        html = next((part for part, kind in getattr(message, "alternatives", []) if kind == "text/html"), "")
        headers = {name: str(value) for name, value in message.extra_headers.items()}
        if message.reply_to:
            headers["Reply-To"] = ", ".join(message.reply_to)
        for to in message.recipients():
            queue(
                to=to,
                subject=str(message.subject),
                text=str(message.body),
                html=str(html),
                sender=message.from_email,
                headers=headers,
            )
