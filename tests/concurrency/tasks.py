"""Tasks that the processes of the fault tests run: they wait at a lock that the test holds, or leave a row behind."""

from django.db import connection
from django_tasks import task

from portal.core.mail.models import Mail

GATE = 4242


@task
def leave_mark(name: str) -> None:
    """Leave a row that says that the job ran, a further one at each run."""
    Mail.objects.create(message_id=f"{name}:{Mail.objects.count()}", to=name, subject=name, text="", html="")


@task
def pass_gate(name: str) -> None:
    """Wait until the test lets go of the gate, then leave a mark."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [GATE])
        cursor.execute("SELECT pg_advisory_unlock(%s)", [GATE])
    leave_mark.func(name)
