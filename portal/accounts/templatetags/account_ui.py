"""The fields of another package's forms in the look of the site."""

from typing import Any

from django import forms, template
from django.utils.safestring import SafeString

register = template.Library()


@register.inclusion_tag("components/field.html")
def dressed_field(field: forms.BoundField) -> dict[str, Any]:
    """Draw a bound field by our component; the browser is told what the field holds, nothing else is changed."""
    if not isinstance(field.field.widget, forms.CheckboxInput):
        field.field.widget.attrs["class"] = "input"
    field.field.widget.attrs.pop("placeholder", None)  # the label says it, also while typing
    field.help_text = SafeString(field.help_text)
    return {"field": field}
