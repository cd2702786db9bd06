"""What people write to the portal: received, answered, deleted. The only place where the state of a message changes."""

from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.errors import DomainError
from portal.core.mail import outbox
from portal.core.rate_limit import is_over
from portal.core.vietnamese import fold
from portal.pages.models import ContactMessage, SiteSettings
from portal.pages.models.contact import ContactState

_MOVES = {ContactState.NEW: ContactState.ANSWERED, ContactState.ANSWERED: ContactState.NEW}
# Anybody may write any address into the form: it must not become a way to fill a stranger's mailbox.
_RECEIPTS_A_DAY = 3
_AT_ONCE = 200


class WrongMove(DomainError):
    """A message cannot go from its state to the one asked for."""


def receive(*, name: str, email: str, phone: str, topic: str, message: str, language: str) -> ContactMessage:
    """Keep a message, and write the mail to those who answer and the receipt to the sender in the same transaction.

    A mail server that is away loses nothing. The receipt repeats nothing that was typed, so that nobody sends his own
    words through us; an address gets three a day.
    """
    with_receipt = not is_over("contact-receipt", email.lower(), limit=_RECEIPTS_A_DAY, seconds=24 * 3600)
    with transaction.atomic():
        row = ContactMessage.objects.create(
            name=name, email=email, phone=phone, topic=topic, message=message, language=language,
            search_text=fold(f"{name} {email} {phone} {message}"),
        )  # fmt: skip
        chosen = SiteSettings.objects.first() or SiteSettings()
        facts = {"message": row, "due": due_on(row, chosen.answer_days), "days": chosen.answer_days}
        if chosen.contact_email:
            address = reverse("contact_messages:edit", args=[row.pk])
            outbox.send(
                template="pages/email/contact_message.txt",
                to=chosen.contact_email,
                context=facts | {"admin_url": settings.BASE_URL + address},
                language=settings.LANGUAGE_CODE,
                headers={"Reply-To": email},
                cause=f"contact:{row.pk}:message",
            )
        if with_receipt:
            outbox.send(
                template="pages/email/contact_receipt.txt",
                to=email,
                context=facts,
                language=language,
                cause=f"contact:{row.pk}:receipt",
            )
    return row


def due_on(message: ContactMessage, days: int) -> date:
    """Return the day by which a message is to be answered: so many working days later, Monday to Friday.

    Public holidays are not counted off: they are decided anew every year.
    """
    day = timezone.localdate(message.created_at)
    while days:
        day += timedelta(days=1)
        days -= day.weekday() < 5
    return day


def change_state(*, message_id: int, state: str, by: Any) -> ContactMessage:
    """Say that a message is answered, or open it again; WrongMove when somebody else was faster."""
    with transaction.atomic():
        row = ContactMessage.objects.select_for_update().get(pk=message_id)
        if _MOVES[ContactState(row.state)] != state:
            raise WrongMove(_("Somebody else has changed this message. Look at it again."))
        answered = state == ContactState.ANSWERED
        row.state, row.answered_at, row.answered_by = (
            state,
            timezone.now() if answered else None,
            by if answered else None,
        )
        row.save(update_fields=["state", "answered_at", "answered_by"])
    return row


def delete(*, message_ids: list[int]) -> None:
    """Delete messages, and the mails that tell of them."""
    with transaction.atomic():
        outbox.forget(causes=[f"contact:{key}:{kind}" for key in message_ids for kind in ("message", "receipt")])
        ContactMessage.objects.filter(pk__in=message_ids).delete()


def delete_old(now: datetime) -> int:
    """Delete the messages that were answered as long ago as the settings say; return how many."""
    chosen = SiteSettings.objects.first() or SiteSettings()
    before = now - timedelta(days=chosen.message_keep_days)
    old = ContactMessage.objects.filter(state=ContactState.ANSWERED, answered_at__lt=before).order_by("pk")
    deleted = 0
    while some := list(old.values_list("pk", flat=True)[:_AT_ONCE]):
        delete(message_ids=some)
        deleted += len(some)
    return deleted
