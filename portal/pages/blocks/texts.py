"""Blocks of words and numbers that every kind of page may use. Every number has a source and a date, or it is not shown."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, PageChooserBlock, RichTextBlock, StructBlock, TextBlock, URLBlock
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link"]


def text_block() -> RichTextBlock:
    """Return the block of running text."""
    return RichTextBlock(
        label=_("Text"), icon="pilcrow", features=TEXT_FEATURES, template="pages/blocks/text.html", group=_("Words")
    )


class FigureBlock(StructBlock):
    """One number with what it counts, where it comes from and of which day it is."""

    value = CharBlock(label=_("Number"), max_length=20)
    label = CharBlock(label=_("What it counts"), max_length=100)
    note = CharBlock(label=_("Note"), max_length=120, required=False)
    source = CharBlock(label=_("Source"), max_length=120)
    source_url = URLBlock(label=_("Address of the source"), required=False)
    date = CharBlock(
        label=_("Date of the number"),
        max_length=20,
        help_text=_("As precisely as the source says: 7/2025, or 16/06/2025."),
    )

    class Meta:
        icon = "order"
        label = _("Number")
        template = "pages/blocks/figure.html"


class QuoteBlock(StructBlock):
    """What somebody said, with who said it."""

    text = TextBlock(label=_("Quotation"), max_length=600)
    speaker = CharBlock(label=_("Who said it"), max_length=100)
    role = CharBlock(label=_("Role"), max_length=150, required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "pages/blocks/quote.html"


class TableBlock(StructBlock):
    """A table with its caption; a column is of words or of numbers."""

    caption = CharBlock(label=_("Caption"), max_length=150)
    table = TypedTableBlock(
        [("text", CharBlock(label=_("Words"))), ("number", CharBlock(label=_("Numbers")))], label=_("Table")
    )

    class Meta:
        icon = "table"
        label = _("Table")
        template = "pages/blocks/table.html"

    def get_searchable_content(self, value: Any) -> list[str]:
        """Return the caption and every cell; the table block itself says nothing to a search."""
        table = value.get("table")
        cells = [str(cell.value) for row in table.rows for cell in row] if table else []
        return [value.get("caption", ""), *cells]


class LinkBlock(StructBlock):
    """A link to a page of the site or to another address: exactly one of the two."""

    label = CharBlock(label=_("Label"), max_length=80)
    page = PageChooserBlock(label=_("Page"), required=False)
    address = CharBlock(
        label=_("Other address"),
        max_length=300,
        required=False,
        help_text=_("Begins with https://, mailto:, tel: or, within this site, with /."),
    )

    class Meta:
        icon = "link"
        label = _("Link")

    def clean(self, value: Any) -> Any:
        """Demand one target of a known scheme."""
        cleaned = super().clean(value)
        page, address = cleaned.get("page"), (cleaned.get("address") or "").strip()
        if bool(page) == bool(address):
            raise StructBlockValidationError(
                {"address": ValidationError(gettext("Choose a page or enter an address, one of the two."))}
            )
        if address and not address.startswith(("https://", "http://", "mailto:", "tel:")) and not _within(address):
            raise StructBlockValidationError(
                {"address": ValidationError(gettext("This does not look like an address."))}
            )
        return cleaned


def _within(address: str) -> bool:
    return address.startswith("/") and not address.startswith(("//", "/\\"))


class CallToActionBlock(LinkBlock):
    """One sentence and one button."""

    text = TextBlock(label=_("Sentence"), max_length=200)

    class Meta:
        icon = "pick"
        label = _("Call to action")
        template = "pages/blocks/call_to_action.html"
