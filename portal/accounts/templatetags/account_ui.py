"""The fields of another package's forms in the look of the site, and what its pages do not know."""

from collections.abc import Mapping
from typing import Any

from django import forms, template
from django.utils.safestring import SafeString

from portal.accounts.second_factor import gate
from portal.accounts.sessions import OpenSession, open_sessions
from portal.core.permissions import ADMIN_SITE

register = template.Library()


@register.inclusion_tag("components/field.html")
def dressed_field(field: forms.BoundField) -> dict[str, Any]:
    """Draw a bound field by our component; the browser is told what the field holds, nothing else is changed."""
    if not isinstance(field.field.widget, forms.CheckboxInput):
        field.field.widget.attrs["class"] = "input"
    field.field.widget.attrs.pop("placeholder", None)  # the label says it, also while typing
    field.help_text = SafeString(field.help_text)
    return {"field": field}


@register.simple_tag(takes_context=True)
def second_factor_missing(context: Mapping[str, Any]) -> bool:
    """Whether the person who reads the page must set a second factor up."""
    return gate.is_missing(context["request"].user)


@register.simple_tag(takes_context=True)
def wanted_address(context: Mapping[str, Any]) -> str:
    """Return where the person wanted to go before a second factor was asked for, or nothing."""
    return context["request"].session.get(gate.WANTED, "")


@register.simple_tag(takes_context=True)
def works_in_admin(context: Mapping[str, Any]) -> bool:
    """Whether the person who reads the page may enter the Wagtail admin."""
    return ADMIN_SITE.allows(context["request"].user)


@register.simple_tag(takes_context=True)
def places_signed_in(context: Mapping[str, Any]) -> list[OpenSession]:
    """Return where the person who reads the page is signed in."""
    request = context["request"]
    return open_sessions(user=request.user, current=request.session.session_key)
