"""Where pages are found."""

from typing import Any

from django.urls import reverse
from django.utils.translation import override


def page_address(page: Any, code: str) -> str:
    """Return the path at which Wagtail serves a page of this language, without a query."""
    # Each language's home page lies below the root, so its own part of the path goes; asking Wagtail costs a query.
    with override(code):
        return reverse("wagtail_serve", args=[page.url_path.split("/", 2)[2]])
