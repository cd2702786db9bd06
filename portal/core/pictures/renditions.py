"""Read the made sizes of pictures ahead, in one statement for a whole list."""

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from portal.core.models import PortalImage, PortalRendition
from portal.core.pictures.formats import specs


def with_renditions(path: str, *formats: str) -> Prefetch:
    """Return what a query set prefetches for the pictures at `path`, beside `select_related(path)`."""
    return Prefetch(f"{path}__renditions", _made(formats))


def read_renditions(images: Iterable[PortalImage | None], *formats: str) -> None:
    """Read the renditions of pictures that are in hand already, as those of a text are; None is left out."""
    there = [image for image in images if image is not None]
    if there:
        prefetch_related_objects(there, Prefetch("renditions", _made(formats)))


def _made(formats: tuple[str, ...]) -> QuerySet[PortalRendition]:
    return PortalRendition.objects.filter(filter_spec__in=specs(*formats))
