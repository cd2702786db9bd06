"""The fixed address of the directory: profiles lie below it, and once published it never changes."""

from django.urls import reverse

DIRECTORY_SLUG = "doanh-nghiep"


def directory_url() -> str:
    """Return the address of the directory page in the active language; Wagtail serves it."""
    return reverse("wagtail_serve", args=[f"{DIRECTORY_SLUG}/"])
