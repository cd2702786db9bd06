"""Whether a page may go to readers as it is: what the form of an editor asks, asked of a page that comes without a form."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import RichText

from portal.pages.publishing.checks import problems


def faults(fields: Any, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (field, what is wrong) of the texts and the cover of a page, given the values of its fields."""
    for field in fields:
        value = values.get(field.name)
        if isinstance(field, RichTextField) and value:
            yield from ((field.name, problem) for problem in problems([str(value)]))
        elif isinstance(field, StreamField) and value:
            yield from ((field.name, problem) for problem in problems(list(_rich_texts(value))))
    if values.get("cover") and not values.get("cover_alt") and not values.get("cover_is_decorative"):
        yield "cover_alt", _("Say what the picture shows, or mark it as one that only decorates.")


def is_sound(page: Page) -> bool:
    """Whether a page or a draft of it has no fault that would keep its form from publishing it."""
    fields = page._meta.get_fields()
    values = {field.name: getattr(page, field.name, None) for field in fields if getattr(field, "concrete", False)}
    try:
        page.full_clean()
        for field in fields:
            if isinstance(field, StreamField):
                field.stream_block.clean(values[field.name])
    except ValidationError:
        return False
    return not list(faults(fields, values))


def _rich_texts(value: Any) -> Iterator[str]:
    """Yield every rich text in a value of blocks, in the order of the page."""
    if isinstance(value, RichText):
        yield value.source
    elif isinstance(value, dict):
        for part in value.values():
            yield from _rich_texts(part)
    elif hasattr(value, "__iter__") and not isinstance(value, str | bytes):
        for part in value:
            yield from _rich_texts(getattr(part, "value", part))
