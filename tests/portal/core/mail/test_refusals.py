"""A mail server that says no, hangs up, or is not there."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from portal.core.jobs.models import Job
from portal.core.jobs.worker import Worker
from portal.core.mail import outbox
from portal.core.mail.models import Mail
from tests.smtp_sink import free_port

pytestmark = pytest.mark.django_db


@pytest.fixture
def mail() -> Mail:
    return outbox.queue(to="lan@mail.example", subject="Chào", text="Thư thử.")


def after_one_attempt(mail: Mail) -> tuple[str, int, str]:
    """The mail's state and hand-overs, and the state of its job."""
    Worker().drain()
    mail.refresh_from_db()
    return mail.state, mail.handovers, Job.objects.get().state


def after_all_attempts(mail: Mail) -> tuple[str, int, str]:
    with time_machine.travel(timezone.now(), tick=True) as clock:
        for _ in range(9):
            assert after_one_attempt(mail)[0] == "queued"
            clock.shift(timedelta(hours=2))
        return after_one_attempt(mail)


def test_a_refusal_for_now_is_tried_again(mail: Mail, server) -> None:
    server.answer_to_mail = "451 try later"
    assert after_one_attempt(mail) == ("queued", 0, "ready")


@pytest.mark.parametrize("which", ["answer_to_address", "answer_to_mail"])
def test_a_refusal_for_good_fails_at_once(mail: Mail, server, which: str) -> None:
    setattr(server, which, "550 no such mailbox")
    assert after_one_attempt(mail) == ("failed", 0, "dead")


def test_staff_can_send_a_failed_mail_once_more(mail: Mail, server) -> None:
    server.answer_to_address = "550 no such mailbox"
    after_one_attempt(mail)
    server.answer_to_address = "250 OK"
    Job.objects.get().rerun()
    assert after_one_attempt(mail) == ("sent", 1, "done")
    assert server.message_ids == [mail.message_id]


def test_a_line_cut_before_the_answer_may_have_delivered_and_is_counted(mail: Mail, server) -> None:
    server.hang_up = True
    assert after_one_attempt(mail) == ("queued", 1, "ready")
    server.hang_up = False
    Job.objects.update(run_at=timezone.now())
    assert after_one_attempt(mail) == ("sent", 2, "done")
    assert server.message_ids == [mail.message_id] * 2
    assert outbox.report()["repeated"] == 1


def test_a_server_that_never_comes_back_fails_the_mail_after_ten_attempts(mail: Mail, settings) -> None:
    settings.MAIL_TRANSPORT_URL = f"smtp://127.0.0.1:{free_port()}"
    assert after_all_attempts(mail) == ("failed", 0, "dead")
    assert Job.objects.get().attempts == 10
