from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import Page

from portal.pages.models import ContactPage, SiteSettings

CONSENT = "Chỉ người của Sở đọc thư này. Thư bị xóa sau 180 ngày."


def contact_page_below(home: Page) -> ContactPage:
    ContactPage.objects.child_of(home).delete()
    home = Page.objects.get(pk=home.pk).specific
    page = ContactPage(
        title="Liên hệ", locale=home.locale, introduction="<p>Chúng tôi đọc mọi thư.</p>", consent=CONSENT,
        thanks="<p>Cảm ơn bạn.</p>", translation_key="9a1b6f0e-0000-4000-8000-000000000001",
    )  # fmt: skip
    return home.add_child(instance=page)


@pytest.fixture
def contact_pages(home) -> list[ContactPage]:
    """The contact page in both languages."""
    return [contact_page_below(each) for each in (home, home.get_translations().get())]


@pytest.fixture
def chosen(db) -> SiteSettings:
    chosen = SiteSettings.load()
    chosen.contact_email, chosen.answer_days, chosen.message_keep_days = "so@mail.example", 3, 180
    chosen.save()
    return chosen


@pytest.fixture
def written() -> dict[str, str]:
    """What a person types."""
    return {
        "name": "Nguyễn Thị Đào", "email": "dao@mail.example", "phone": "", "topic": "data",
        "message": "Xin cho biết dữ liệu của tôi\nđược giữ bao lâu.", "homepage": "",
    }  # fmt: skip


@pytest.fixture
def send(client, contact_pages, chosen):
    """Open the form, wait as long as a person types, and send it."""

    def sent(values: dict, *, path: str = "/lien-he/", waited: float = 20.0):
        opened = client.get(path)
        started = values.get("started", opened.context["form"].stamp())
        with time_machine.travel(timezone.now() + timedelta(seconds=waited)):
            return client.post(path, values | {"started": started})

    return sent
