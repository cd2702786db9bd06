"""The job that hands a mail over."""

from django_tasks import TaskContext, task

from portal.core.mail import outbox

_ATTEMPTS = 10  # about five and a half hours


@task(takes_context=True, max_attempts=_ATTEMPTS)
def hand_over(context: TaskContext, mail_id: int) -> None:
    outbox.hand_over(mail_id=mail_id, last_attempt=context.attempt >= _ATTEMPTS)
