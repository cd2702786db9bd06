"""The fixed address of the directory: profiles lie below it, and once published it never changes."""

from collections.abc import Callable

from django.urls import reverse

DIRECTORY_SLUG = "doanh-nghiep"


def directory_url() -> str:
    """Return the address of the directory page in the active language; Wagtail serves it."""
    return reverse("wagtail_serve", args=[f"{DIRECTORY_SLUG}/"])


def profile_address() -> Callable[[str], str]:
    """Return what makes the address of a profile in the active language from its slug, for many at once."""
    before, after = reverse("organization", args=["0"]).rsplit("0", 1)
    return lambda slug: f"{before}{slug}{after}"
