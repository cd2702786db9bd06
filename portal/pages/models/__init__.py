"""Every page type of the site. One type a file."""

from portal.pages.models.directory import DirectoryPage
from portal.pages.models.home import HomePage
from portal.pages.models.standard import StandardPage

__all__ = ["DirectoryPage", "HomePage", "StandardPage"]
