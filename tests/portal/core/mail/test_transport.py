"""What MAIL_URL may say."""

import pytest
from anymail.exceptions import AnymailRequestsAPIError
from requests import Response

from portal.core import jobs
from portal.core.mail import outbox, transport


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://lan:s%40fe@mail.example:25", ("mail.example", 25, "lan", "s@fe", False, False)),
        ("smtp+tls://mail.example:587", ("mail.example", 587, "", "", True, False)),
        ("smtp+ssl://mail.example:465", ("mail.example", 465, "", "", False, True)),
    ],
)
def test_an_address_of_a_mail_server(settings, url: str, expected: tuple) -> None:
    settings.MAIL_TRANSPORT_URL = url
    server = transport.connection_to_server()
    found = (server.host, server.port, server.username, server.password, server.use_tls, server.use_ssl)
    assert found == expected
    assert server.timeout == 20
    assert transport.check_transport() == []


@pytest.mark.parametrize(
    "url", ["http://mail.example", "mail.example:25", "smtp://mail.example:port", "no.such.Backend"]
)
def test_what_cannot_send_is_an_error_of_the_settings(settings, url: str) -> None:
    settings.MAIL_TRANSPORT_URL = url
    assert [problem.id for problem in transport.check_transport()] == ["mail.E001"]


def test_production_is_told_that_no_mail_leaves(settings) -> None:
    settings.MAIL_TRANSPORT_URL = ""
    assert [problem.id for problem in transport.check_deployment()] == ["mail.W001"]
    settings.MAIL_TRANSPORT_URL = "smtp://mail.example"
    assert transport.check_deployment() == []


@pytest.mark.django_db
def test_a_provider_of_anymail(settings) -> None:
    settings.MAIL_TRANSPORT_URL = "anymail.backends.test.EmailBackend"
    assert transport.check_transport() == []
    mail = outbox.queue(to="lan@mail.example", subject="Chào", text="Thư thử.")
    jobs.drain()
    mail.refresh_from_db()
    assert (mail.state, mail.handovers) == ("sent", 1)


@pytest.mark.parametrize(("status", "refused"), [(401, True), (429, True), (502, False), (None, False)])
def test_an_answer_of_a_provider_is_a_refusal_when_it_blames_us(status: int | None, refused: bool) -> None:
    response = Response() if status else None
    if response is not None:
        response.status_code = status
    error = AnymailRequestsAPIError("no", response=response)
    assert transport.is_refusal(error) is refused
    assert transport.is_final(error) is False
