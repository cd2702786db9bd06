"""Pictures in templates: `{% load pictures %}{% picture page.cover "card" alt="…" %}`."""

from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from portal.core.pictures import drawing

register = template.Library()


@register.simple_tag(takes_context=True)
def picture(
    context: Context, image: Any, name: str, *, alt: str = "", first: bool = False, sizes: str = ""
) -> SafeString:
    """Draw a picture in a named format (portal/core/pictures/formats.py); nothing where there is none."""
    if not image:
        return SafeString("")
    request = context.get("request") or getattr(context, "request", None)
    preview = bool(getattr(request, "is_preview", False))
    return drawing.draw_picture(image, name, alt=alt, first=first, sizes=sizes, make=preview)


@register.simple_tag
def picture_url(image: Any, name: str) -> str:
    """Return the address of one size of a picture, for a poster or `og:image`; empty until it is made."""
    return drawing.picture_url(image, name) if image else ""
