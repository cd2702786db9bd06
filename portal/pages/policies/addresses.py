"""The fixed address of the library: documents lie below it."""

from django.urls import reverse

from portal.pages.models.policy import POLICIES_SLUG


def library_url() -> str:
    """Return the address of the library in the active language; Wagtail serves it."""
    return reverse("wagtail_serve", args=[f"{POLICIES_SLUG}/"])
