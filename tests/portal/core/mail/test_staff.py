"""The screen that shows an administrator whether mails leave the portal, and what the server said when they do not."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from portal.core.jobs.models import Job
from portal.core.jobs.worker import Worker
from portal.core.mail import outbox
from portal.core.mail.models import Mail
from portal.core.mail.transport import way_out
from tests.signing_in import PASSWORD, make_staff, sign_in
from tests.smtp_sink import free_port

pytestmark = pytest.mark.django_db
ADDRESSES = (("get", "/admin/mail/"), ("post", "/admin/mail/trial/"), ("post", "/admin/mail/1/again/"))


@pytest.fixture
def at_work(client):
    client.administrator = make_staff("Quản trị viên", "an@example.org", "Phạm An")
    sign_in(client, client.administrator)
    return client


def shown(client) -> str:
    return client.get("/admin/mail/").content.decode()


def test_who_opens_it(at_work):
    nobody = get_user_model().objects.create_user("minh@example.org", PASSWORD)
    editor = make_staff("Biên tập viên")
    for method, address in ADDRESSES:
        assert getattr(Client(), method)(address)["Location"].startswith("/accounts/login/"), address
        for user in (nobody, editor):
            own = Client()
            own.force_login(user)
            assert getattr(own, method)(address).status_code in {302, 403}, (address, user)
        assert getattr(at_work, method)(address).status_code in {200, 302}, address
    assert Mail.objects.filter(cause__startswith="trial:").count() == 1
    assert at_work.get("/admin/mail/trial/").status_code == 405
    assert "/admin/mail/" in at_work.get("/admin/").content.decode()
    editors = Client()
    editors.force_login(editor)
    assert "/admin/mail/" not in editors.get("/admin/").content.decode()


def test_a_trial_is_written_sent_and_shown(at_work, server):
    page = at_work.post("/admin/mail/trial/", follow=True).content.decode()
    assert "Đã viết thư gửi an@example.org." in page
    assert "đang chờ" in page
    Worker().drain()
    assert "đã gửi" in shown(at_work)
    mail = Mail.objects.get()
    assert (mail.to, mail.state) == ("an@example.org", "sent")
    assert "Thư thử của Khởi nghiệp Quảng Ninh" in mail.subject
    assert server.message_ids == [mail.message_id]


def test_the_words_of_a_server_that_refuses_are_shown(at_work, server):
    server.answer_to_address = "550 5.1.1 no such mailbox <here>"
    at_work.post("/admin/mail/trial/")
    Worker().drain()
    page = shown(at_work)
    assert "không gửi được" in page
    assert "550 5.1.1 no such mailbox &lt;here&gt;" in page


def test_the_words_of_a_server_that_is_away_are_shown_while_it_is_tried_again(at_work, settings):
    settings.MAIL_TRANSPORT_URL = f"smtp://user:secret-word@127.0.0.1:{free_port()}"
    at_work.post("/admin/mail/trial/")
    Worker().drain()
    page = shown(at_work)
    assert "Thư sẽ được gửi lại" in page
    assert "Connection refused" in page
    assert "secret-word" not in page


def test_a_failed_mail_is_sent_again_and_its_job_is_no_longer_dead(at_work, server):
    server.answer_to_mail = "554 not today"
    mail = outbox.queue(to="lan@mail.example", subject="Chào", text="Bí mật: liên kết")
    Worker().drain()
    page = shown(at_work)
    assert "554 not today" in page
    assert "Bí mật" not in page
    server.answer_to_mail = "250 OK"
    at_work.post(f"/admin/mail/{mail.pk}/again/")
    assert Job.objects.filter(key=f"mail:{mail.pk}").get().state == "ready"
    Worker().drain()
    mail.refresh_from_db()
    assert mail.state == "sent"
    assert not outbox.send_again(mail_id=mail.pk)


def test_a_failed_mail_whose_job_is_gone_is_sent_again_all_the_same(server):
    mail = outbox.queue(to="lan@mail.example", subject="Chào", text="Chào")
    Job.objects.all().delete()
    Mail.objects.update(state="failed")
    assert outbox.send_again(mail_id=mail.pk)
    Worker().drain()
    mail.refresh_from_db()
    assert mail.state == "sent"


def test_what_stands_in_the_way_is_said(at_work, settings):
    assert "trong trang hộp thư" in shown(at_work)
    settings.MAILBOX_ENABLED = False
    assert "MAIL_URL" in shown(at_work)
    assert "Tiến trình chuyển thư không hoạt động" in shown(at_work)


@pytest.mark.parametrize(
    ("url", "shown_as"),
    [
        ("", ""),
        ("smtp+tls://an:p%40ss@mail.example:587", "smtp+tls://mail.example:587"),
        ("anymail.backends.mailjet.EmailBackend", "anymail.backends.mailjet.EmailBackend"),
    ],
)
def test_the_way_out_is_shown_without_its_password(settings, url, shown_as):
    settings.MAIL_TRANSPORT_URL = url
    assert way_out() == shown_as


def test_too_many_trials_have_to_wait(at_work):
    answers = [at_work.post("/admin/mail/trial/").status_code for _ in range(11)]
    assert answers[-1] == 429


@pytest.mark.parametrize("others", [1, 3])
def test_the_list_asks_the_same_number_of_questions_however_long_it_is(at_work, django_assert_num_queries, others):
    for _number in range(others):
        outbox.queue(to="lan@mail.example", subject="Chào", text="Chào")
    Mail.objects.update(state="failed")
    at_work.get("/admin/mail/")
    with django_assert_num_queries(15):
        at_work.get("/admin/mail/")
