"""What Django and other packages send becomes rows."""

import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives, mail_admins, send_mail
from django.urls import reverse

from portal.accounts.models import User
from portal.core import jobs
from portal.core.mail.models import Mail

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def rows(settings) -> None:
    """The site's own backend: the test runner puts Django's outbox of lists in its place."""
    settings.EMAIL_BACKEND = "portal.core.mail.backend.RowBackend"


def test_a_mail_of_django_is_a_row(settings) -> None:
    assert send_mail("Chào", "Thư thử.", None, ["lan@mail.example"], html_message="<p>Thư thử.</p>") == 1
    mail = Mail.objects.get()
    assert (mail.subject, mail.text, mail.html) == ("Chào", "Thư thử.", "<p>Thư thử.</p>")
    assert (mail.to, mail.sender) == ("lan@mail.example", settings.DEFAULT_FROM_EMAIL)
    assert jobs.drain() == 1


def test_a_mail_without_html_gets_the_sites_layout() -> None:
    send_mail("Chào", "a < b: https://portal.example/", None, ["lan@mail.example"])
    assert '<p>a &lt; b: <a href="https://portal.example/"' in Mail.objects.get().html


def test_nobody_sees_the_other_recipients(server) -> None:
    EmailMultiAlternatives(
        "Chào", "Thư.", to=["a@mail.example", "b@mail.example"], cc=["c@mail.example"], bcc=["d@mail.example"]
    ).send()
    assert jobs.drain() == 4
    assert sorted((mail["To"], mail["Cc"], mail["Bcc"]) for mail in server.mails) == [
        (f"{name}@mail.example", None, None) for name in "abcd"
    ]


def test_answers_go_where_the_message_says() -> None:
    EmailMessage("Chào", "Thư.", to=["a@mail.example"], reply_to=["so@mail.example"], headers={"X-Kind": "test"}).send()
    assert Mail.objects.get().headers == {"Reply-To": "so@mail.example", "X-Kind": "test"}


def test_what_a_row_cannot_carry_is_refused_and_nothing_written() -> None:
    good = EmailMessage("Chào", "Thư.", to=["a@mail.example"])
    attached = EmailMessage("Chào", "Thư.", to=["a@mail.example"])
    attached.attach("a.txt", "x", "text/plain")
    html_only = EmailMessage("Chào", "<p>Thư.</p>", to=["a@mail.example"])
    html_only.content_subtype = "html"
    for bad in (attached, html_only):
        with pytest.raises(ValueError, match="attachments"):
            good.get_connection().send_messages([good, bad])
    assert not Mail.objects.exists()


def test_a_mail_of_allauth_is_a_row(client) -> None:
    User.objects.create_user(email="lan@mail.example", password="mat-khau-dai", full_name="Lan")
    client.post(reverse("account_reset_password"), {"email": "lan@mail.example"})
    mail = Mail.objects.get()
    assert mail.to == "lan@mail.example"
    assert "/accounts/password/reset/" in mail.text
    assert "<html" in mail.html


def test_the_admins_mail_goes_to_each(settings) -> None:
    settings.ADMINS = [("A", "a@mail.example"), ("B", "b@mail.example")]
    mail_admins("Broken", "It is broken.")
    assert sorted(mail.to for mail in Mail.objects.all()) == ["a@mail.example", "b@mail.example"]
