"""The sections of a home page."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    IntegerBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    TextBlock,
)
from wagtail.snippets.blocks import SnippetChooserBlock

from portal.pages.blocks.texts import TEXT_FEATURES, FigureBlock


class HeroBlock(StructBlock):
    """The opening with the search box."""

    title = CharBlock(label=_("Title"), max_length=80)
    lead = TextBlock(label=_("Lead"), max_length=300)
    examples = ListBlock(
        CharBlock(label=_("Example"), max_length=40), label=_("Example searches"), max_num=4, default=[]
    )

    class Meta:
        icon = "pick"
        label = _("Opening with search")
        template = "pages/sections/hero.html"


class FiguresBlock(StructBlock):
    """A row of numbers."""

    figures = ListBlock(FigureBlock(), label=_("Numbers"), min_num=1, max_num=4)

    class Meta:
        icon = "order"
        label = _("Numbers")
        template = "pages/sections/figures.html"


class FeaturedBlock(StructBlock):
    """Cards of organizations, taken from the directory."""

    title = CharBlock(label=_("Title"), max_length=80)
    order = ChoiceBlock(
        choices=[("verified", _("Last verified first")), ("newest", _("Newest first"))],
        default="verified",
        label=_("Order"),
        search_index=False,  # it is not shown, and its words depend on who asks
    )
    number = IntegerBlock(label=_("How many"), min_value=3, max_value=9, default=6)

    class Meta:
        icon = "group"
        label = _("Organizations")
        template = "pages/sections/featured.html"


class SectorsBlock(StructBlock):
    """The sectors with the number of organizations in each."""

    title = CharBlock(label=_("Title"), max_length=80)

    class Meta:
        icon = "tag"
        label = _("Sectors")
        template = "pages/sections/sectors.html"


class TerritoryBlock(StructBlock):
    """The map of the 54 units with its table."""

    title = CharBlock(label=_("Title"), max_length=80)
    lead = TextBlock(label=_("Lead"), max_length=300, required=False)

    class Meta:
        icon = "site"
        label = _("Territory")
        template = "pages/sections/territory.html"


class NewsBlock(StructBlock):
    """The latest news, all or of one topic."""

    title = CharBlock(label=_("Title"), max_length=80)
    topic = SnippetChooserBlock("pages.NewsTopic", label=_("Topic"), required=False)
    number = IntegerBlock(label=_("How many"), min_value=1, max_value=9, default=3)

    class Meta:
        icon = "doc-full-inverse"
        label = _("News")
        template = "pages/sections/news.html"


class HomeStreamBlock(StreamBlock):
    """The sections of a home page."""

    hero = HeroBlock()
    figures = FiguresBlock()
    featured = FeaturedBlock()
    sectors = SectorsBlock()
    territory = TerritoryBlock()
    news = NewsBlock()
    text = RichTextBlock(label=_("Text"), icon="pilcrow", features=TEXT_FEATURES, template="pages/sections/text.html")

    class Meta:
        block_counts = {"hero": {"max_num": 1}, "sectors": {"max_num": 1}, "territory": {"max_num": 1}}
