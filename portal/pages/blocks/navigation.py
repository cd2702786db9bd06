"""Menu and footer as settings: links with a label in each language."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StreamBlock, StructBlock, URLBlock

from portal.pages.blocks.texts import LinkBlock


class MenuLinkBlock(LinkBlock):
    """A link whose label is the title of its page where none is given."""

    label = CharBlock(label=_("Label in Vietnamese"), max_length=60, required=False)
    label_en = CharBlock(label=_("Label in English"), max_length=60, required=False)

    class Meta:
        icon = "link"
        label = _("Link")


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
