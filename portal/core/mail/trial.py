"""A mail to oneself that shows whether mails leave the portal."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from portal.core.jobs.models import WorkerSign
from portal.core.mail import transport
from portal.core.mail.models import Mail
from portal.core.mail.outbox import send

_SILENT = timedelta(seconds=60)
_SHOWN = 20


@dataclass(frozen=True)
class MailState:
    """What an administrator sees: the own trial, what failed, and whether somebody carries mails out at all."""

    trial: Mail | None
    failed: Sequence[Mail]
    failed_count: int
    waiting_count: int
    way_out: str
    to_mailbox: bool
    worker_works: bool


def send_trial(*, user: Any, language: str) -> Mail:
    """Write a mail to the person who asks, in the caller's language."""
    return send(
        template="mail/email/trial.txt",
        to=user.email,
        context={"user": user},
        language=language,
        cause=f"{_cause(user)}{uuid.uuid4().hex}",
    )


def mail_state(*, user: Any) -> MailState:
    """Return how mail is doing, with the newest trial of the person who asks."""
    failed = Mail.objects.filter(state=Mail.State.FAILED).order_by("-pk")
    age = WorkerSign.age()
    return MailState(
        trial=Mail.objects.filter(cause__startswith=_cause(user)).order_by("-pk").first(),
        failed=list(failed[:_SHOWN]),
        failed_count=failed.count(),
        waiting_count=Mail.objects.filter(state=Mail.State.QUEUED, created_at__lt=timezone.now() - _SILENT).count(),
        way_out=transport.way_out(),
        to_mailbox=transport.goes_to_mailbox(),
        worker_works=age is not None and age < _SILENT,
    )


def _cause(user: Any) -> str:
    return f"trial:{user.pk}:"
