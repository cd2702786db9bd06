"""Pictures inside a text: what they show is told in words, or they are said to decorate only."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.telepath import register
from wagtail.blocks import BooleanBlock, CharBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageBlockAdapter, ImageChooserBlock

_FILE_NAME = re.compile(r"^[\w-]+\.(avif|gif|heic|jpe?g|png|webp)$|^(dsc|img|pxl|screenshot)[-_ ]?\d*$", re.IGNORECASE)


class PictureValue(StructValue):
    """The picture as a page shows it."""

    @property
    def alt(self) -> str:
        """The alternative text; empty for what only decorates."""
        return "" if self.get("decorative") else self.get("alt_text") or ""

    @property
    def shown_credit(self) -> str:
        """Who made it: as written here, or as written with the picture."""
        return self.get("credit") or getattr(self.get("image"), "credit", "")


class PictureBlock(StructBlock):
    """A picture with alternative text, caption and credit.

    Wagtail's ImageBlock has neither caption nor credit, and its value is the picture itself. Its script is used all the
    same: it proposes the text that is written with the picture, and closes the field for what only decorates.
    """

    image = ImageChooserBlock(label=_("Picture"))
    alt_text = CharBlock(
        label=_("Alternative text"),
        max_length=250,
        required=False,
        help_text=_("What the picture shows, for people who cannot see it: one sentence, without “picture of”."),
    )
    decorative = BooleanBlock(
        label=_("Only decorates"), required=False, help_text=_("It says nothing that the text does not say.")
    )
    caption = CharBlock(label=_("Caption"), max_length=250, required=False)
    credit = CharBlock(
        label=_("Credit"), max_length=150, required=False, help_text=_("When empty, the one written with the picture.")
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "pages/blocks/picture.html"
        value_class = PictureValue

    def clean(self, value: Any) -> Any:
        """Demand words or the word that none are needed; a draft may still lack them."""
        cleaned = super().clean(value)
        text = (cleaned.get("alt_text") or "").strip()
        if cleaned.get("decorative"):
            cleaned["alt_text"] = ""
        elif not text and not self.is_deferred_validation:
            raise _at("alt_text", gettext("Say what the picture shows, or mark it as one that only decorates."))
        elif _FILE_NAME.match(text):
            raise _at("alt_text", gettext("This is the name of a file. Say what the picture shows."))
        return cleaned


class PictureBlockAdapter(ImageBlockAdapter):
    """Wagtail looks for the script of a block by its class."""


register(PictureBlockAdapter(), PictureBlock)


def _at(field: str, text: str) -> StructBlockValidationError:
    return StructBlockValidationError({field: ValidationError(text)})
