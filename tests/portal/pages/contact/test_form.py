"""Writing to the portal: kept, mailed, answered with a page that can be opened again; nothing typed is lost."""

import re
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from portal.core import jobs
from portal.core.jobs.models import Job
from portal.core.mail.models import Mail
from portal.pages.models import ContactMessage

pytestmark = pytest.mark.django_db


def test_a_message_is_kept_mailed_and_thanked_for(client, send, written):
    response = send(written)
    assert (response.status_code, response["Location"]) == (302, "/lien-he/da-gui/")
    row = ContactMessage.objects.get()
    assert (row.name, row.topic, row.state, row.language) == ("Nguyễn Thị Đào", "data", "new", "vi")
    assert row.message == "Xin cho biết dữ liệu của tôi\nđược giữ bao lâu."
    thanks = client.get("/lien-he/da-gui/").content.decode()
    assert "Cảm ơn bạn." in thanks
    assert ContactMessage.objects.count() == 1
    staff, receipt = Mail.objects.order_by("pk")
    assert (staff.to, staff.headers["Reply-To"]) == ("so@mail.example", "dao@mail.example")
    assert "Xin cho biết dữ liệu của tôi\nđược giữ bao lâu." in staff.text
    assert f"/admin/contact-messages/edit/{row.pk}/" in staff.text
    assert receipt.to == "dao@mail.example"


def test_the_receipt_repeats_nothing_that_was_typed(send, written):
    spam = "MUA NGAY http://spam.example"
    send(written | {"name": spam, "message": spam, "phone": "0912"})
    receipt = Mail.objects.get(to="dao@mail.example")
    assert "spam.example" not in receipt.text + receipt.html + receipt.subject
    assert "MUA NGAY" not in receipt.text + receipt.html + receipt.subject


def test_an_english_message_gets_an_english_receipt_and_a_vietnamese_reader(send, written):
    response = send(written, path="/en/lien-he/")
    assert response["Location"] == "/en/lien-he/da-gui/"
    assert ContactMessage.objects.get().language == "en"
    assert Mail.objects.get(to="dao@mail.example").subject == "We have received your message"
    assert "Thư của Nguyễn Thị Đào" in Mail.objects.get(to="so@mail.example").subject


def test_without_an_address_of_ours_it_is_kept_all_the_same(send, written, chosen):
    chosen.contact_email = ""
    chosen.save()
    assert send(written).status_code == 302
    assert ContactMessage.objects.count() == 1
    assert [mail.to for mail in Mail.objects.all()] == ["dao@mail.example"]


def test_a_mail_server_that_is_down_loses_nothing(send, written, settings):
    settings.MAIL_TRANSPORT_URL = "smtp://127.0.0.1:9"
    assert send(written).status_code == 302
    with pytest.raises(ConnectionRefusedError):
        jobs.drain(until=timezone.now() + timedelta(minutes=1))
    assert set(Mail.objects.values_list("state", flat=True)) == {"queued"}
    assert set(Job.objects.filter(key__startswith="mail:").values_list("state", flat=True)) <= {"ready"}
    assert ContactMessage.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "  \u200b "}, "name"),
        ({"email": "dao@"}, "email"),
        ({"email": "dao@mail.example\nBcc: all@mail.example"}, "email"),
        ({"topic": ""}, "topic"),
        ({"topic": "password"}, "topic"),
        ({"message": " \n "}, "message"),
        ({"message": "x" * 5001}, "message"),
        ({"message": "a\x00b"}, "message"),
        ({"phone": "0" * 41}, "phone"),
    ],
)
def test_a_mistake_is_said_and_what_was_typed_stands(send, written, change, field):
    response = send(written | change)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    text = response.content.decode()
    assert f'href="#id_{field}"' in text  # the summary leads to the field
    for name in ("name", "email", "message"):
        if name not in change:
            assert response.context["form"][name].value() == written[name]
    assert "Nguyễn Thị Đào" in text or field == "name"
    assert not ContactMessage.objects.exists()
    assert not Mail.objects.exists()


def test_a_program_is_stopped_and_a_person_sends_again(send, written):
    for change, waited in [
        ({"homepage": "http://spam.example"}, 20),
        ({}, 1),
        ({"started": "forged"}, 20),
        ({}, 90_000),
    ]:
        response = send(written | change, waited=waited)
        assert response.status_code == 422
        assert "Nguyễn Thị Đào" in response.content.decode()
        assert "spam.example" not in response.content.decode()  # the trap is empty again
    assert not ContactMessage.objects.exists()
    assert send(written).status_code == 302


def test_too_many_from_one_network_wait_an_hour_and_keep_their_text(send, written):
    for _time in range(10):
        assert send(written).status_code == 302
    response = send(written | {"message": "Thư thứ mười một"})
    assert response.status_code == 429
    assert "Thư thứ mười một" in response.content.decode()
    assert ContactMessage.objects.count() == 10
    assert Mail.objects.filter(to="dao@mail.example").count() == 3  # nobody's mailbox is filled through us


def test_the_page_of_the_form_is_nobody_elses(client, contact_pages):
    response = client.get("/lien-he/")
    assert response["Cache-Control"] == "private, no-store"
    assert "csrftoken" in response.cookies
    token = re.compile(r'csrfmiddlewaretoken" value="([^"]+)"')
    other = Client().get("/lien-he/")
    assert token.search(response.content.decode())[1] != token.search(other.content.decode())[1]
    # Having been there changes nothing for the pages that are kept for everybody.
    assert client.get("/ve-du-lieu/")["Cache-Control"] == "no-cache"
    assert "Set-Cookie" not in client.get("/ve-du-lieu/").headers
    assert "csrfmiddlewaretoken" not in client.get("/lien-he/da-gui/").content.decode()


def test_without_the_token_nothing_is_taken(contact_pages, written):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/lien-he/", written).status_code == 403
    assert not ContactMessage.objects.exists()


def test_it_says_how_to_reach_us_otherwise_and_when(client, contact_pages, chosen):
    text = client.get("/lien-he/").content.decode()
    assert "mailto:so@mail.example" in text
    assert "Trong 3 ngày làm việc" in text
    assert "Chỉ người của Sở đọc thư này." in text
    assert "BreadcrumbList" in text
    assert '<link rel="alternate" hreflang="en" href="http://localhost:8000/en/lien-he/">' in text


def test_no_field_becomes_markup(client, send, written, contact_pages, editor_client):
    evil = '<script>alert(1)</script>"><b>x</b>'
    for page in contact_pages:
        page.title = page.consent = evil
        page.save_revision().publish()
    response = send(written | {"name": evil, "message": evil, "phone": evil[:40], "email": evil, "topic": evil})
    assert response.status_code == 422
    assert "<script>alert" not in response.content.decode()
    assert "<b>x</b>" not in response.content.decode()


def test_the_thank_you_page_is_not_there_without_contact_page(
    client, contact_pages, django_capture_on_commit_callbacks
):
    assert client.get("/lien-he/da-gui/").status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        contact_pages[0].unpublish()
    assert client.get("/lien-he/da-gui/").status_code == 404


def test_the_statements_of_the_page(client, contact_pages, django_assert_num_queries):
    client.get("/lien-he/")
    caches["pages"].clear()
    with django_assert_num_queries(11):
        client.get("/lien-he/")
