"""Links that editors put into pages: by page or by address, drawn without a statement each."""

from collections.abc import Iterator
from typing import Any

from wagtail.models import Page

from portal.pages.addresses import page_address


class LinkedPages:
    """The pages that the link blocks of a stream lead to, read in one statement when the first of them is drawn.

    A link to a page that readers cannot open is left out: whoever takes a page back need not look for those that link it.
    """

    def __init__(self, stream: Any) -> None:
        self._ids = {value["page"] for block in stream.raw_data for value in _values(block) if value.get("page")}
        self._found: dict[int, Page] | None = None

    def of(self, block: Any) -> list[dict[str, str]]:
        """Return the links of one block as {label, url}."""
        raw = block.block.get_prep_value(block.value)
        return list(self._links(_values({"type": block.block_type, "value": raw})))

    def _links(self, values: list[Any]) -> Iterator[dict[str, str]]:
        for value in values:
            if not value.get("page"):
                yield {"label": value["label"], "url": value["address"]}
            elif page := self._pages().get(value["page"]):
                yield {"label": value["label"], "url": page_address(page, page.locale.language_code)}

    def _pages(self) -> dict[int, Page]:
        if self._found is None:
            self._found = Page.objects.live().select_related("locale").in_bulk(sorted(self._ids))
        return self._found


def _values(block: Any) -> list[Any]:
    if block["type"] == "links":
        return [item["value"] for item in block["value"]["links"]]
    return [block["value"]] if block["type"] == "call_to_action" else []
