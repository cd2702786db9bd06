"""The bands of a landing page."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StreamBlock, StructBlock, TextBlock

from portal.pages.blocks.home import FeaturedBlock, FiguresBlock, NewsBlock, SectorsBlock, TerritoryBlock
from portal.pages.blocks.texts import CallToActionBlock, LinkBlock, QuoteBlock, text_block


class OpeningBlock(StructBlock):
    """The dark opening of a page: title and what it is about."""

    title = CharBlock(label=_("Title"), max_length=80)
    lead = TextBlock(label=_("Lead"), max_length=300)

    class Meta:
        icon = "pick"
        label = _("Opening")
        template = "pages/sections/opening.html"


class StepBlock(StructBlock):
    """One step of a procedure, or one reason."""

    title = CharBlock(label=_("Title"), max_length=80)
    text = TextBlock(label=_("Text"), max_length=400)

    class Meta:
        label = _("Step")


class StepsBlock(StructBlock):
    """Numbered steps."""

    title = CharBlock(label=_("Title"), max_length=80)
    steps = ListBlock(StepBlock(), label=_("Steps"), min_num=2, max_num=8)

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "pages/sections/steps.html"


class LinkCardsBlock(StructBlock):
    """Links as cards."""

    title = CharBlock(label=_("Title"), max_length=80)
    links = ListBlock(LinkBlock(), label=_("Links"), min_num=1, max_num=12)

    class Meta:
        icon = "link"
        label = _("Links")
        template = "pages/sections/link_cards.html"


class LandingStreamBlock(StreamBlock):
    """The bands of a landing page, in any order."""

    opening = OpeningBlock()
    text = text_block()
    figures = FiguresBlock()
    steps = StepsBlock()
    quote = QuoteBlock()
    links = LinkCardsBlock()
    call_to_action = CallToActionBlock()
    news = NewsBlock()
    featured = FeaturedBlock()
    sectors = SectorsBlock()
    territory = TerritoryBlock()

    class Meta:
        block_counts = {"opening": {"max_num": 1}, "sectors": {"max_num": 1}, "territory": {"max_num": 1}}
