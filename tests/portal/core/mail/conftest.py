from collections.abc import Iterator

import pytest

from tests.smtp_sink import Sink, free_port, listening


@pytest.fixture
def server(settings) -> Iterator[Sink]:
    """A mail server, and the settings that name it."""
    port = free_port()
    settings.MAIL_TRANSPORT_URL = f"smtp://127.0.0.1:{port}"
    with listening(port) as sink:
        yield sink
