from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from portal.pages.models import ContactPage, SiteSettings
from tests.factories.page_types import contact_page_below


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
