"""A mail is a row: written in the transaction of its cause, handed over by a job."""

from django.db import models
from django.utils import timezone

__all__ = ["Mail"]


class Mail(models.Model):
    """One mail to its recipients, with what became of it.

    `cause` names what it is about (`reset:17`): one row a cause. `message_id` stays the same when a mail has to be handed
    over again, so that a mail server or a reader recognizes the repetition.
    """

    class State(models.TextChoices):
        QUEUED = "queued"
        SENT = "sent"

    message_id = models.CharField(max_length=200, unique=True)
    cause = models.CharField(max_length=200, unique=True, null=True)
    sender = models.CharField(max_length=320)
    recipients = models.JSONField()
    subject = models.CharField(max_length=500)
    text = models.TextField()
    html = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.QUEUED)
    # Hand-overs that began and have not been refused: two or more means that one mail may have gone out twice.
    handovers = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["state", "created_at"], name="mail_by_state")]

    def __str__(self) -> str:
        return self.subject
