"""What a news article is written with."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock

from portal.pages.blocks.files import FileBlock, VideoBlock
from portal.pages.blocks.linked import OrganizationBlock, UnitBlock
from portal.pages.blocks.pictures import PictureBlock
from portal.pages.blocks.texts import CallToActionBlock, FigureBlock, QuoteBlock, TableBlock, text_block


class ArticleStreamBlock(StreamBlock):
    """Text first; everything else stands between paragraphs."""

    text = text_block()
    image = PictureBlock(group=_("Pictures and files"))
    video = VideoBlock(group=_("Pictures and files"))
    file = FileBlock(group=_("Pictures and files"))
    quote = QuoteBlock(group=_("Words"))
    figure = FigureBlock(group=_("Words"))
    table = TableBlock(group=_("Words"))
    call_to_action = CallToActionBlock(group=_("Links"))
    organization = OrganizationBlock(group=_("Links"))
    unit = UnitBlock(group=_("Links"))
