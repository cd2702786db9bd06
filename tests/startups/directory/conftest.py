from collections.abc import Callable, Iterator
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.files.images import ImageFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from portal.core.models import PortalImage
from portal.search import knowledge


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """The glossary and the words of the index are kept in the process: not from one test to the next."""
    knowledge.forget()
    yield
    knowledge.forget()


@pytest.fixture
def count_queries(client: Client) -> Callable[..., tuple[HttpResponse, int]]:
    """Ask twice past the page cache (no page knows the parameter): what the second answer costs, every later one does."""

    def ask(path: str, **headers: str) -> tuple[HttpResponse, int]:
        path += "&not-kept=1" if urlsplit(path).query else "?not-kept=1"
        client.get(path, headers=headers)
        with CaptureQueriesContext(connection) as queries:
            response = client.get(path, headers=headers)
        return response, len(queries)

    return ask


def parameters(url: str) -> dict[str, list[str]]:
    """Return the parameters of an address."""
    return parse_qs(urlsplit(url).query, keep_blank_values=True)


@pytest.fixture
def logo(tmp_path, settings) -> Callable[[], PortalImage]:
    """Make pictures in a folder of their own."""
    settings.MEDIA_ROOT = tmp_path

    def make() -> PortalImage:
        data = BytesIO()
        Image.new("RGB", (300, 300), "#0a5a72").save(data, "PNG")
        return PortalImage.objects.create(title="Logo", file=ImageFile(BytesIO(data.getvalue()), name="logo.png"))

    return make
