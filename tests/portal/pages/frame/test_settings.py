"""The settings screen: for administrators only, with a reason for everything that is refused."""

import json
import re
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, streamfield

from portal.core import jobs
from portal.core.mail import outbox
from portal.core.mail.backend import RowBackend
from portal.core.mail.models import Mail
from portal.pages.models import SiteSettings
from tests.signing_in import make_staff
from tests.smtp_sink import free_port, listening

ADDRESS = "/admin/settings/pages/sitesettings/"
EMPTY = {
    "sender_name": "", "reply_to": "", "contact_email": "", "contact_phone": "", "contact_address_vi": "",
    "contact_address_en": "", "answer_days": "3", "message_keep_days": "180", "social_links": streamfield([]),
    "navigation": streamfield([]), "footer": streamfield([]), "notice_vi": "", "notice_en": "", "notice_kind": "info",
    "notice_from": "", "notice_until": "",
}  # fmt: skip


@pytest.fixture(autouse=True)
def row(db):
    return SiteSettings.load()


@pytest.fixture
def administrator_client(client):
    client.force_login(make_staff("Quản trị viên", "an@example.org", "Phạm An"))
    return client


def sent(client, **values):
    return client.post(f"{ADDRESS}{SiteSettings.objects.get().pk}/", nested_form_data(EMPTY | values))


def refused(client, **values) -> set[str]:
    """Return the fields that the answer marks as wrong."""
    response = sent(client, **values)
    assert response.status_code == 200
    return set(response.context["form"].errors)


def link(**values) -> dict:
    return {"page": "", "address": "", "label": "", "label_en": ""} | values


def menu(*links: dict) -> dict:
    return streamfield([("link", each) for each in links])


def test_only_administrators_open_it(client, editor_client, approver):
    address = f"{ADDRESS}{SiteSettings.objects.get().pk}/"
    assert editor_client.get(address).status_code in {302, 403}
    client.force_login(approver)
    assert client.get(address).status_code in {302, 403}
    client.logout()
    assert client.get(address)["Location"].startswith("/accounts/login/")


def test_what_is_saved_is_kept(administrator_client, text_page):
    assert administrator_client.get(ADDRESS, follow=True).status_code == 200
    response = sent(
        administrator_client,
        sender_name="  Cổng  Khởi nghiệp ",
        contact_phone="+84 203 123.4567",
        navigation=menu(link(page=text_page.pk), link(label="Mã", label_en="Code", address="/api/v1/docs")),
        social_links=streamfield([("link", {"name": "Facebook", "address": "https://www.facebook.com/x"})]),
        notice_vi="Tạm dừng tối nay.",
    )
    assert response.status_code == 302
    now = SiteSettings.objects.get()
    assert (now.sender_name, now.contact_phone) == ("Cổng Khởi nghiệp", "+84 203 123.4567")
    assert [block.value["page"] and block.value["page"].pk for block in now.navigation] == [text_page.pk, None]
    assert "Facebook" in administrator_client.get("/").content.decode()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"sender_name": 'Cổng "Khởi nghiệp"'}, "sender_name"),
        ({"sender_name": "Cổng <so@mail.example>"}, "sender_name"),
        ({"reply_to": "so@"}, "reply_to"),
        ({"contact_email": "so mail.example"}, "contact_email"),
        ({"contact_phone": "gọi chúng tôi"}, "contact_phone"),
        ({"contact_address_en": "Ha Long Ward"}, "contact_address_vi"),
        ({"answer_days": "0"}, "answer_days"),
        ({"answer_days": "61"}, "answer_days"),
        ({"message_keep_days": "0"}, "message_keep_days"),
        ({"message_keep_days": "4000"}, "message_keep_days"),
        ({"notice_en": "Closed tonight."}, "notice_vi"),
        ({"notice_from": "2026-12-02 10:00", "notice_until": "2026-12-01 10:00"}, "notice_until"),
        ({"notice_vi": "Cũ", "notice_until": "2020-01-01 10:00"}, "notice_until"),
        ({"social_links": streamfield([("link", {"name": "X", "address": "javascript:alert(1)"})])}, "social_links"),
        ({"navigation": menu(link(label="X", label_en="X", address="javascript:alert(1)"))}, "navigation"),
        ({"navigation": menu(link(label="X", label_en="X", address="//evil.example/"))}, "navigation"),
        ({"navigation": menu(link(label="X", label_en="X"))}, "navigation"),
        ({"navigation": menu(link(label="X", address="/api/v1/docs"))}, "navigation"),
        ({"navigation": menu(link(label="X", label_en="X", address="/ve-du-lieu/"))}, "navigation"),
    ],
)
def test_what_would_be_wrong_is_refused(administrator_client, values, field):
    assert refused(administrator_client, **values) == {field}


def test_a_page_and_an_address_are_not_both_taken(administrator_client, text_page):
    both = menu(link(page=text_page.pk, address="/api/v1/docs", label="X", label_en="X"))
    assert refused(administrator_client, navigation=both) == {"navigation"}


def test_reasons_are_vietnamese(administrator_client):
    response = sent(administrator_client, notice_en="Closed", navigation=menu(link(address="/ve-du-lieu/")))
    text = response.content.decode()
    assert "người đọc tiếng Việt cũng cần biết" in text
    for reason in ("Hãy chọn trang ở ô phía trên", "Địa chỉ không có tên riêng"):  # drawn by the script of the blocks
        assert json.dumps(reason)[1:-1] in text


def test_a_notice_that_is_over_does_not_hinder_other_changes(administrator_client):
    over = timezone.localtime() - timedelta(days=1)
    SiteSettings.objects.update(notice_vi="Đã qua", notice_until=over.replace(second=0, microsecond=0))
    response = sent(
        administrator_client, notice_vi="Đã qua", notice_until=f"{over:%Y-%m-%d %H:%M}", contact_phone="0203 123 4567"
    )
    assert response.status_code == 302


class TestSender:
    """Mails go out under the name of the settings."""

    def test_a_mail_has_the_name_and_the_address_for_replies(self, db, settings):
        settings.DEFAULT_FROM_EMAIL = "portal@mail.example"
        SiteSettings.objects.update(sender_name="Cổng Khởi nghiệp", reply_to="so@mail.example")
        settings.MAIL_TRANSPORT_URL = f"smtp://127.0.0.1:{(port := free_port())}"
        mail = outbox.queue(to="lan@mail.example", subject="Chào", text="Thư thử.")
        assert mail.sender == '"Cổng Khởi nghiệp" <portal@mail.example>'
        with listening(port) as sink:
            jobs.drain()
        (got,) = sink.mails
        assert got["From"].addresses[0].display_name == "Cổng Khởi nghiệp"
        assert got["From"].addresses[0].addr_spec == "portal@mail.example"
        assert got["Reply-To"] == "so@mail.example"

    def test_mails_of_other_packages_too(self, settings):
        settings.DEFAULT_FROM_EMAIL = "portal@mail.example"
        SiteSettings.objects.update(sender_name="Cổng Khởi nghiệp")
        RowBackend().send_messages([EmailMessage("Chào", "Thư thử.", None, ["lan@mail.example"])])
        assert Mail.objects.get().sender == '"Cổng Khởi nghiệp" <portal@mail.example>'

    def test_what_a_mail_says_itself_stands(self, db):
        SiteSettings.objects.update(sender_name="Cổng", reply_to="so@mail.example")
        mail = outbox.queue(
            to="a@mail.example", subject="x", text="y", sender="b@mail.example", headers={"Reply-To": "c@mail.example"}
        )
        assert (mail.sender, mail.headers) == ("b@mail.example", {"Reply-To": "c@mail.example"})
        mail = outbox.queue(to="a@mail.example", subject="x", text="y", headers={"Reply-To": "c@mail.example"})
        assert mail.headers == {"Reply-To": "c@mail.example"}

    def test_without_settings_it_is_the_environment(self, db, settings):
        SiteSettings.objects.all().delete()
        settings.DEFAULT_FROM_EMAIL = "Cổng <portal@mail.example>"
        mail = outbox.queue(to="a@mail.example", subject="x", text="y")
        assert (mail.sender, mail.headers) == ("Cổng <portal@mail.example>", {})


def test_every_label_of_the_screen_is_vietnamese(administrator_client):
    text = administrator_client.get(ADDRESS, follow=True).content.decode()
    labels = re.findall(r'<label[^>]*class="w-field__label"[^>]*>\s*([^<]+?)\s*<', text)
    assert len(labels) >= 10
    assert [label for label in labels if not re.search(r"[à-ỹđ]", label.lower())] == []
