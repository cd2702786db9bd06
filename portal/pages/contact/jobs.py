"""What is done with messages from time to time."""

from django.utils import timezone
from django_tasks import task

from portal.pages.contact import messages


@task()
def delete_old_messages() -> None:
    messages.delete_old(timezone.now())
