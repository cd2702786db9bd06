"""A real SMTP server on this machine that keeps what it takes and answers as a test tells it to."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


def free_port() -> int:
    """Return a port where nobody listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Sink:
    """What arrived (`mails`), and the answers to come: to RCPT, and to DATA before or after the mail is kept."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.answer_to_address = "250 OK"
        self.answer_to_mail = "250 OK"
        self.before_answer: Callable[[], None] = lambda: None
        self.hang_up = False

    @property
    def message_ids(self) -> list[str]:
        return [mail["Message-ID"] for mail in self.mails]

    async def handle_RCPT(  # the name is aiosmtpd's
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.answer_to_address.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.answer_to_address

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.answer_to_mail.startswith("250"):
            self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        self.before_answer()
        if self.hang_up:
            server.transport.close()
        return self.answer_to_mail


@contextmanager
def listening(port: int, sink: Sink | None = None) -> Iterator[Sink]:
    """Serve a sink on a port of 127.0.0.1."""
    sink = sink or Sink()
    controller = Controller(sink, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield sink
    finally:
        controller.stop()
