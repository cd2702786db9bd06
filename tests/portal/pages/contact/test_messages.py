"""What staff do with messages, and how long they are kept."""

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from portal.core.mail.models import Mail
from portal.pages.contact import messages
from portal.pages.contact.jobs import delete_old_messages
from portal.pages.models import ContactMessage
from tests.signing_in import make_staff

pytestmark = pytest.mark.django_db
LIST = "/admin/contact-messages/"


def received(name: str = "Nguyễn Thị Đào", **values) -> ContactMessage:
    facts = {
        "email": "dao@mail.example", "phone": "0912 345 678", "topic": "news", "message": "Đường dẫn hỏng", "language": "vi"
    }  # fmt: skip
    return messages.receive(name=name, **(facts | values))


@pytest.mark.parametrize(
    ("came", "days", "due"),
    [
        (datetime(2026, 11, 24, 3, tzinfo=UTC), 3, date(2026, 11, 27)),  # Tuesday to Friday
        (datetime(2026, 11, 26, 3, tzinfo=UTC), 3, date(2026, 12, 1)),  # over a weekend
        (datetime(2026, 11, 27, 18, tzinfo=UTC), 1, date(2026, 11, 30)),  # Saturday in Vietnam already
    ],
)
def test_the_day_is_counted_in_working_days(came, days, due):
    assert messages.due_on(ContactMessage(created_at=came), days) == due


def test_answering_is_written_down_and_can_be_taken_back(approver_client, approver):
    row = received()
    address = f"{LIST}edit/{row.pk}/"
    text = approver_client.get(address).content.decode()
    assert "Đường dẫn hỏng" in text
    assert "mailto:dao@mail.example?subject=" in text
    assert approver_client.post(address, {"state": "answered", "name": "Người khác"}).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.answered_by, row.name) == ("answered", approver, "Nguyễn Thị Đào")
    assert row.answered_at
    approver_client.post(address, {"state": "new"})
    row.refresh_from_db()
    assert (row.state, row.answered_by, row.answered_at) == ("new", None, None)


def test_two_people_do_not_answer_the_same_message_twice(approver):
    row = received()
    messages.change_state(message_id=row.pk, state="answered", by=approver)
    with pytest.raises(messages.WrongMove):
        messages.change_state(message_id=row.pk, state="answered", by=approver)


def test_the_list_tells_when_each_is_due(approver_client):
    late = received("Đào Muộn")
    ContactMessage.objects.filter(pk=late.pk).update(created_at=timezone.now() - timedelta(days=30))
    received("Trần Mới")
    text = approver_client.get(LIST).content.decode()
    assert text.count("quá hạn") == 1
    assert f'href="{LIST}edit/{late.pk}/"' in text
    home = approver_client.get("/admin/").content.decode()
    assert "2 thư đang chờ trả lời" in home
    assert "1 thư trong số đó đã quá thời hạn đã hẹn" in home


@pytest.mark.parametrize("query", ["dao", "nguyen thi dao", "đào", "DUONG DAN", "345 678", "dao@mail"])
def test_a_message_is_found_without_marks(approver_client, query):
    found = received()
    received("Trần Văn Bình", email="binh@mail.example", phone="", message="Khác")
    rows = list(approver_client.get(LIST, {"q": query}).context["object_list"])
    assert rows == [found]
    assert list(approver_client.get(LIST, {"q": "' OR 1=1 --"}).context["object_list"]) == []


def test_the_list_is_cut_down_by_state_and_topic(approver_client, approver):
    row = received()
    received(topic="data")
    messages.change_state(message_id=row.pk, state="answered", by=approver)
    assert list(approver_client.get(LIST, {"state": "answered"}).context["object_list"]) == [row]
    assert len(approver_client.get(LIST, {"topic": "data"}).context["object_list"]) == 1


def test_the_download_runs_no_formula(approver_client):
    received("=HYPERLINK(1)", message="+1+1\n-x", phone="+84 912")
    response = approver_client.get(LIST, {"export": "csv"})
    rows = list(csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode())))
    assert list(rows[0].values())[2].startswith("'=")
    assert "'+1+1\n-x" in rows[0].values()
    assert approver_client.get(LIST, {"export": "xlsx"}).status_code == 200


def test_only_who_answers_sees_messages(editor_client, client, approver):
    row = received()
    addresses = [LIST, f"{LIST}edit/{row.pk}/", f"{LIST}delete/{row.pk}/", f"{LIST}history/{row.pk}/", f"{LIST}new/"]
    for address in addresses:
        assert editor_client.get(address).status_code in {302, 403}, address
    assert "đang chờ trả lời" not in editor_client.get("/admin/").content.decode()
    client.force_login(approver)
    assert client.get(f"{LIST}new/").status_code in {302, 403}  # messages come through the form alone
    assert client.get(f"{LIST}delete/{row.pk}/").status_code in {302, 403}
    client.logout()
    assert "/login/" in client.get(LIST)["Location"]


def test_an_administrator_deletes_a_message_with_its_mails(client):
    client.force_login(make_staff("Quản trị viên", "an@example.org", "Phạm An"))
    row, other = received(), received()
    assert client.post(f"{LIST}delete/{row.pk}/").status_code == 302
    assert list(ContactMessage.objects.all()) == [other]
    assert not Mail.objects.filter(cause__startswith=f"contact:{row.pk}:").exists()
    assert Mail.objects.filter(cause__startswith=f"contact:{other.pk}:").exists()


def test_messages_go_some_time_after_they_were_answered(approver, settings):
    old, young, open_one = received(), received(), received()
    for row, days in ((old, 181), (young, 179)):
        messages.change_state(message_id=row.pk, state="answered", by=approver)
        ContactMessage.objects.filter(pk=row.pk).update(answered_at=timezone.now() - timedelta(days=days))
    ContactMessage.objects.filter(pk=open_one.pk).update(created_at=timezone.now() - timedelta(days=900))
    delete_old_messages.func()
    assert set(ContactMessage.objects.all()) == {young, open_one}
    assert not Mail.objects.filter(cause__startswith=f"contact:{old.pk}:").exists()
    delete_old_messages.func()  # a second run changes nothing
    assert ContactMessage.objects.count() == 2
    assert settings.TASKS["default"]["OPTIONS"]["PERIODIC"]["old-messages"][1] == {"daily": "03:10"}


@pytest.mark.parametrize("number", [1, 3])
def test_the_statements_of_the_list_do_not_grow(approver_client, django_assert_num_queries, number):
    for _time in range(number):
        received()
    approver_client.get(LIST)
    with django_assert_num_queries(13):
        approver_client.get(LIST)


def test_no_message_becomes_markup_on_the_screens(approver_client):
    evil = "<script>alert(1)</script>"
    row = received(evil, message=evil, phone=evil)
    for address in (LIST, f"{LIST}edit/{row.pk}/"):
        assert evil not in approver_client.get(address).content.decode()
    assert evil not in Mail.objects.get(cause=f"contact:{row.pk}:receipt").html
