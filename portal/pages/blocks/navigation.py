"""Menu and footer as settings: links with a label in each language."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StreamBlock, StructBlock, URLBlock
from wagtail.blocks.struct_block import StructBlockValidationError

from portal.pages.blocks.texts import LinkBlock


class MenuLinkBlock(LinkBlock):
    """A link whose label is the title of its page where none is given."""

    label = CharBlock(label=_("Label in Vietnamese"), max_length=60, required=False)
    label_en = CharBlock(label=_("Label in English"), max_length=60, required=False)

    class Meta:
        icon = "link"
        label = _("Link")

    def clean(self, value: Any) -> Any:
        """Demand a label in both languages for what has no title, and pages of the site as pages: they may be moved."""
        from portal.pages.redirects import live_page_at  # noqa: PLC0415 -- reads the pages that are built with this

        cleaned = super().clean(value)
        address = cleaned.get("address") or ""
        errors = {
            name: ValidationError(_now("An address has no title of its own, so it needs a label."))
            for name in ("label", "label_en")
            if address and not cleaned.get(name)
        }
        if address.startswith("/") and "?" not in address and (page := live_page_at(address)):
            text = _now("This is the page “%(title)s”. Choose it above, so that the link stays right when it is moved.")
            errors["address"] = ValidationError(text, params={"title": page.title})
        if errors:
            raise StructBlockValidationError(errors)
        return cleaned


class LinkGroupBlock(StructBlock):
    """A column of the footer."""

    title = CharBlock(label=_("Title in Vietnamese"), max_length=60)
    title_en = CharBlock(label=_("Title in English"), max_length=60)
    links = ListBlock(MenuLinkBlock(), label=_("Links"), min_num=1, max_num=10)

    class Meta:
        icon = "list-ul"
        label = _("Column")


class LinksStreamBlock(StreamBlock):
    """The links of the main menu."""

    link = MenuLinkBlock()


class FooterStreamBlock(StreamBlock):
    """The columns of the footer."""

    column = LinkGroupBlock()


class SocialLinkBlock(StructBlock):
    """A place elsewhere where the portal speaks."""

    name = CharBlock(label=_("Name"), max_length=40)
    address = URLBlock(label=_("Address"))

    class Meta:
        icon = "site"
        label = _("Social network")


class SocialStreamBlock(StreamBlock):
    """Places elsewhere where the portal speaks."""

    link = SocialLinkBlock()
