"""Every page type of the site, and what its pages show that is no page. One subject a file."""

from portal.pages.models.contact import ContactMessage, ContactPage
from portal.pages.models.directory import DirectoryPage
from portal.pages.models.faq import FaqPage
from portal.pages.models.home import HomePage
from portal.pages.models.landing import LandingPage
from portal.pages.models.news import NewsIndexPage, NewsPage, NewsPageOrganization, NewsPageUnit, NewsTopic
from portal.pages.models.partners import PartnersPage
from portal.pages.models.people import PeoplePage
from portal.pages.models.policy import PolicyDocument, PolicyIndexPage
from portal.pages.models.settings import SiteSettings
from portal.pages.models.standard import StandardPage

# What is listed here is public by declaration: indexed, in the sitemap, checked by the permission registry.
PAGE_TYPES = (
    HomePage, DirectoryPage, NewsIndexPage, NewsPage, PolicyIndexPage, ContactPage, LandingPage, StandardPage, FaqPage,
    PeoplePage, PartnersPage,
)  # fmt: skip

__all__ = [
    "PAGE_TYPES",
    "ContactMessage",
    "ContactPage",
    "DirectoryPage",
    "FaqPage",
    "HomePage",
    "LandingPage",
    "NewsIndexPage",
    "NewsPage",
    "NewsPageOrganization",
    "NewsPageUnit",
    "NewsTopic",
    "PartnersPage",
    "PeoplePage",
    "PolicyDocument",
    "PolicyIndexPage",
    "SiteSettings",
    "StandardPage",
]
