"""A mail is a row: written in the transaction of its cause, handed over by a job."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

__all__ = ["Mail"]


class Mail(models.Model):
    """One mail to one address, with what became of it.

    `cause` names what it is about (`reset:17`): one row a cause. `message_id` stays the same when a mail has to be
    handed over again, so that a mail server or a reader recognizes the repetition.
    """

    class State(models.TextChoices):
        QUEUED = "queued"
        SENT = "sent"
        FAILED = "failed"  # refused for good, or given up; its job is dead and may be run again

    message_id = models.CharField(max_length=200, unique=True)
    cause = models.CharField(max_length=200, unique=True, null=True)
    sender = models.CharField(max_length=320)
    to = models.CharField(max_length=320)
    subject = models.CharField(max_length=500)
    text = models.TextField()
    html = models.TextField()
    headers = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=State.choices, default=State.QUEUED)
    # Hand-overs that began and were not refused: with two or more, the mail may have gone out twice.
    handovers = models.PositiveSmallIntegerField(default=0)
    # What the mail server, or the way to it, said last when it did not take the mail.
    answer = models.CharField(max_length=500, blank=True, default="")
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "created_at"], name="mail_by_state"),
            models.Index(fields=["handovers"], condition=Q(handovers__gt=1), name="mail_repeated"),
        ]

    def __str__(self) -> str:
        return self.subject
