"""Groups of people and of partners, with what their pictures need read in one statement."""

from typing import Any

from portal.core.pictures.renditions import read_renditions


def groups_with_pictures(stream: Any, entries: str, picture: str, *formats: str) -> list[dict[str, Any]]:
    """Return the groups as {title, entries}; one that has nobody in it is left out."""
    groups = [{"title": block.value["title"], "entries": list(block.value[entries])} for block in stream]
    read_renditions((entry[picture] for group in groups for entry in group["entries"]), *formats)
    return [group for group in groups if group["entries"]]
