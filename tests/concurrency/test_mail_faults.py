"""Mail servers that are away and senders that are killed: every mail goes out, under one Message-ID."""

import threading
from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from portal.core.jobs.models import Job
from portal.core.jobs.worker import Worker
from portal.core.mail import outbox
from portal.core.mail.models import Mail
from tests.concurrency import processes
from tests.concurrency.processes import wait_until
from tests.smtp_sink import free_port, listening

pytestmark = [pytest.mark.postgres, pytest.mark.faults, pytest.mark.django_db(transaction=True)]


def caused(number: int) -> Mail:
    return outbox.queue(to="lan@mail.example", subject=f"Thư {number}", text="Thư thử.", cause=f"test:{number}")


def test_a_mail_server_down_for_ten_minutes_loses_and_repeats_nothing(settings) -> None:
    port = free_port()
    settings.MAIL_TRANSPORT_URL = f"smtp://127.0.0.1:{port}"
    mails = [caused(number) for number in (1, 2, 3, 1, 2, 3)]  # each cause comes twice
    worker, start = Worker(), timezone.now()
    with time_machine.travel(start) as clock:
        for _ in range(20):
            worker.tick()
            worker.drain()
            clock.shift(timedelta(seconds=30))
        assert timezone.now() - start >= timedelta(minutes=10)
        assert set(Job.objects.values_list("state", "attempts")) == {("ready", 4)}
        assert outbox.report() | {"oldest_seconds": 0} == {"queued": 3, "oldest_seconds": 0, "failed": 0, "repeated": 0}
        assert 600 <= outbox.report()["oldest_seconds"] < 660
        with listening(port) as sink:
            for _ in range(20):
                worker.drain()
                clock.shift(timedelta(minutes=1))
    assert sorted(sink.message_ids) == sorted({mail.message_id for mail in mails})
    assert len(sink.mails) == Mail.objects.count() == 3
    assert set(Mail.objects.values_list("state", "handovers")) == {("sent", 1)}


def test_killed_between_the_servers_answer_and_our_mark_the_mail_is_repeated_under_its_name_and_counted(
    settings,
) -> None:
    mail = caused(1)
    port = free_port()
    arrived, held = threading.Event(), threading.Event()
    with listening(port) as sink:
        sink.before_answer = lambda: (arrived.set(), held.wait(20))
        with processes.worker(MAIL_URL=f"smtp://127.0.0.1:{port}") as victim:
            assert arrived.wait(30)
            with transaction.atomic():
                # The mark has to wait for the row: the server has said 250, and the worker dies before it is written.
                Mail.objects.select_for_update().get(pk=mail.pk)
                held.set()
                wait_until(lambda: bool(processes.waiting_for_a_lock()))
                left = processes.waiting_for_a_lock()
                victim.kill()
                victim.wait()
                processes.end_backends(left)
        mail.refresh_from_db()
        assert (mail.state, mail.handovers, sink.message_ids) == ("queued", 1, [mail.message_id])

        settings.MAIL_TRANSPORT_URL = f"smtp://127.0.0.1:{port}"
        with time_machine.travel(timezone.now() + timedelta(seconds=61)):
            Worker("next").tick()
            assert Worker("next").drain() == 1
    mail.refresh_from_db()
    assert (mail.state, mail.handovers) == ("sent", 2)
    assert sink.message_ids == [mail.message_id] * 2
    assert outbox.report()["repeated"] == 1
