"""Django's way of sending, made a row: also the mails of other packages are lost by no crash."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from portal.core.mail.outbox import queue


class RowBackend(BaseEmailBackend):
    """Write every message as a row in the transaction in hand; ValueError for an attachment, which rows do not carry."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            if message.attachments:
                raise ValueError("mails with attachments are not stored yet")
            html = next((part for part, kind in getattr(message, "alternatives", []) if kind == "text/html"), "")
            queue(
                recipients=message.recipients(),
                subject=str(message.subject),
                text=str(message.body),
                html=str(html),
                sender=message.from_email,
            )
        return len(email_messages)
