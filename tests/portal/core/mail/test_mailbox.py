"""The mailbox page of a developer's machine."""

import importlib

import pytest
from django.urls import reverse

from portal.core import jobs
from portal.core.mail import outbox
from portal.core.mail.models import Mail

pytestmark = pytest.mark.django_db


@pytest.fixture
def mail() -> Mail:
    mail = outbox.queue(to="lan@mail.example", subject="Chào <b>", text="Thư.", html='<p onclick="x">"Thư"</p>')
    jobs.drain()
    return mail


def test_the_list_links_to_each_mail(client, mail: Mail) -> None:
    page = client.get(reverse("mailbox")).content.decode()
    assert f'<a href="/dev/mail/{mail.pk}/">Chào &lt;b&gt;</a>' in page
    assert "lan@mail.example" in page


def test_an_empty_mailbox_says_so(client) -> None:
    assert client.get(reverse("mailbox")).status_code == 200


def test_a_mail_is_shown_as_text_and_its_html_in_a_frame_that_may_do_nothing(client, mail: Mail) -> None:
    page = client.get(reverse("mailbox_mail", args=[mail.pk])).content.decode()
    assert "<p>Thư.</p>" in page
    assert '<iframe sandbox srcdoc="&lt;p onclick=&quot;x&quot;&gt;&quot;Thư&quot;&lt;/p&gt;"' in page


def test_an_unknown_mail_is_not_found(client) -> None:
    assert client.get("/dev/mail/999999/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_one_query_for_its_rows(client, django_assert_num_queries, number: int) -> None:
    for _ in range(number):
        outbox.queue(to="lan@mail.example", subject="Chào", text="Thư.")
    client.get(reverse("mailbox"))  # the site's own settings are kept after the first page
    with django_assert_num_queries(2):
        client.get(reverse("mailbox"))


def test_it_is_mounted_on_developers_machines_only(settings) -> None:
    import portal.urls

    def mounted() -> bool:
        return any("dev/mail/" in str(pattern.pattern) for pattern in importlib.reload(portal.urls).urlpatterns)

    settings.MAILBOX_ENABLED = False
    try:
        assert not mounted()
    finally:
        settings.MAILBOX_ENABLED = True
        assert mounted()
