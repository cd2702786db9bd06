"""What a camera writes into a picture (place, time, owner, serial number) does not reach readers."""

from typing import Any

from wagtail.images.image_operations import FilterOperation
from wagtail.images.models import Filter

# What a picture needs to look right: its colors, and what is transparent.
_KEPT = {"icc_profile", "transparency", "gamma", "background"}


class DropMetadata(FilterOperation):
    """The last operation of every rendition; Wagtail has turned the picture upright by its EXIF before."""

    def construct(self) -> None:
        pass

    def run(self, willow: Any, image: Any, env: dict[str, Any]) -> Any:
        willow.image.info = {name: value for name, value in willow.image.info.items() if name in _KEPT}
        return willow


class CleanFilter(Filter):
    """A filter of Wagtail that leaves no metadata behind, under the same spec."""

    @property
    def filter_operations(self) -> list[FilterOperation]:
        return [*super().filter_operations, DropMetadata("drop")]
