"""Which pictures a page shows, and in which formats: their sizes are made when it is published."""

from collections import defaultdict

from django.db.models import ForeignKey
from wagtail.fields import StreamField
from wagtail.models import Page

from portal.core.models import PortalImage
from portal.core.pictures.jobs import prepare_later

# By the name of the field or block that holds the picture. What is not named here is no picture of a page, as a logo.
_FORMATS = {
    "cover": ("cover", "card", "social"),
    "image": ("body",),
    "logo": ("logo",),
    "photo": ("portrait",),
    "poster": ("poster",),
}


def pictures_of(page: Page) -> dict[int, set[str]]:
    """Return the formats that a page needs of each of its pictures."""
    found: dict[int, set[str]] = defaultdict(set)
    for field in page._meta.get_fields():
        if isinstance(field, ForeignKey) and field.related_model is PortalImage:
            if key := getattr(page, field.attname):
                found[key].update(_FORMATS.get(field.name, ()))
        elif isinstance(field, StreamField):
            for model, key, path, _place in field.extract_references(getattr(page, field.name)):
                if model is PortalImage:
                    found[int(key)].update(_FORMATS.get(path.rpartition(".")[2], ()))
    return {key: formats for key, formats in found.items() if formats}


def prepare_pictures(page: Page) -> None:
    """Have the sizes made that a page shows, one job a picture."""
    for key, formats in sorted(pictures_of(page).items()):
        prepare_later(key, *formats)
