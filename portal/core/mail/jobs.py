"""The job that hands a mail over."""

from django_tasks import task

from portal.core.mail import outbox


@task
def hand_over(mail_id: int) -> None:
    outbox.hand_over(mail_id)
