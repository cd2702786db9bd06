"""The blocks that editors put pages together with, one module a page type."""

from portal.pages.blocks.article import ArticleStreamBlock
from portal.pages.blocks.home import HomeStreamBlock
from portal.pages.blocks.landing import LandingStreamBlock
from portal.pages.blocks.lists import FaqStreamBlock, PartnersStreamBlock, PeopleStreamBlock
from portal.pages.blocks.navigation import FooterStreamBlock, LinksStreamBlock, SocialStreamBlock
from portal.pages.blocks.texts import TEXT_FEATURES

__all__ = [
    "TEXT_FEATURES",
    "ArticleStreamBlock",
    "FaqStreamBlock",
    "FooterStreamBlock",
    "HomeStreamBlock",
    "LandingStreamBlock",
    "LinksStreamBlock",
    "PartnersStreamBlock",
    "PeopleStreamBlock",
    "SocialStreamBlock",
]
