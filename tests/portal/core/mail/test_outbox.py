"""Writing mails down, from templates too, and handing them over."""

import copy

import pytest
from django.core.mail import BadHeaderError
from django.db import transaction
from django.utils import translation

from portal.core import jobs
from portal.core.jobs.models import Job
from portal.core.jobs.worker import Worker
from portal.core.mail import outbox
from portal.core.mail.models import Mail

WELCOME = """{% extends "email/base.txt" %}{% load i18n %}
{% block subject %}{% translate "January" %}: {{ name }}{% endblock %}
{% block body %}Here it is:

{{ base_url }}/x/?a=1&b=2{% endblock %}"""

pytestmark = pytest.mark.django_db


@pytest.fixture
def welcome(settings) -> str:
    """A template of a mail, beside the site's own."""
    templates = copy.deepcopy(settings.TEMPLATES)
    templates[0]["APP_DIRS"] = False
    templates[0]["OPTIONS"]["loaders"] = [
        "django.template.loaders.filesystem.Loader",
        ("django.template.loaders.locmem.Loader", {"test/email/welcome.txt": WELCOME}),
    ]
    settings.TEMPLATES = templates
    return "test/email/welcome.txt"


def queued(**values) -> Mail:
    return outbox.queue(**{"to": "lan@mail.example", "subject": "Chào", "text": "Thư thử."} | values)


def test_text_and_html_come_from_one_template(welcome: str, settings) -> None:
    settings.BASE_URL = "https://portal.example"
    mail = outbox.send(template=welcome, to="lan@mail.example", context={"name": "An & <b>Bình</b>"}, language="en")
    assert mail.subject == "January: An & <b>Bình</b>"
    assert mail.text.startswith("Here it is:\n\nhttps://portal.example/x/?a=1&b=2\n\n")
    assert mail.text.endswith("https://portal.example/")
    assert '<html lang="en">' in mail.html
    assert '<a href="https://portal.example/x/?a=1&amp;b=2"' in mail.html
    assert "<b>Bình</b>" not in mail.html


def test_a_mail_is_in_its_readers_language(welcome: str) -> None:
    with translation.override("en"):  # that of whoever caused it
        mail = outbox.send(template=welcome, to="lan@mail.example", context={"name": "Lan"}, language="vi")
    assert mail.subject == "Tháng 1: Lan"
    assert '<html lang="vi">' in mail.html


def test_one_row_a_cause(welcome: str) -> None:
    arguments = {"template": welcome, "to": "lan@mail.example", "context": {}, "language": "vi", "cause": "welcome:7"}
    first = outbox.send(**arguments)
    jobs.drain()
    assert outbox.send(**arguments) == first
    assert jobs.drain() == 0
    assert Mail.objects.count() == 1


@transaction.atomic
def write_and_fail() -> None:
    queued()
    raise KeyError


def test_a_mail_is_written_with_the_callers_transaction() -> None:
    with pytest.raises(KeyError):
        write_and_fail()
    assert not Mail.objects.exists()
    assert not Job.objects.exists()


@pytest.mark.parametrize(
    "values", [{"to": "lan@mail.example\nBcc: all@mail.example"}, {"sender": "a@b\r\nX: y"}, {"headers": {"X": "a\nb"}}]
)
def test_a_line_break_cannot_smuggle_a_header(values: dict) -> None:
    with pytest.raises(BadHeaderError):
        queued(**values)


def test_the_subject_is_one_line() -> None:
    assert queued(subject="Chào\nBcc: all@mail.example").subject == "Chào Bcc: all@mail.example"
    assert len(queued(subject="x" * 2000).subject) == 500


def test_without_a_server_the_mailbox_has_it() -> None:
    mail = queued()
    jobs.drain()
    mail.refresh_from_db()
    assert (mail.state, mail.handovers) == ("sent", 0)
    assert mail.sent_at


def test_without_server_and_mailbox_it_waits(settings) -> None:
    settings.MAILBOX_ENABLED = False
    mail = queued()
    Worker().drain()
    mail.refresh_from_db()
    assert mail.state == "queued"
    assert "MAIL_URL is not set" in Job.objects.get().errors[0]["text"]


def test_what_the_server_gets(server) -> None:
    mail = queued(headers={"Reply-To": "so@quangninh.example"})
    jobs.drain()
    (got,) = server.mails
    assert (got["Subject"], got["To"], got["Reply-To"]) == ("Chào", "lan@mail.example", "so@quangninh.example")
    assert got["Message-ID"] == mail.message_id
    assert got["Date"].datetime == mail.created_at.replace(microsecond=0)
    assert got.get_body(("plain",)).get_content().strip() == "Thư thử."
    assert "Thư thử." in got.get_body(("html",)).get_content()
    mail.refresh_from_db()
    assert (mail.state, mail.handovers) == ("sent", 1)


def test_a_mail_that_is_sent_is_not_sent_again(server) -> None:
    mail = queued()
    jobs.drain()
    outbox.hand_over(mail_id=mail.pk)
    assert len(server.mails) == 1


def test_the_report_tells_what_waits_and_what_went_wrong() -> None:
    queued()
    for state, handovers in [("failed", 0), ("sent", 1), ("sent", 2)]:
        Mail.objects.filter(pk=queued().pk).update(state=state, handovers=handovers)
    assert outbox.report() == {"queued": 1, "oldest_seconds": 0, "failed": 1, "repeated": 1}
