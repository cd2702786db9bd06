"""Text in two columns, `*_vi` and `*_en`: Vietnamese is always there, English when somebody wrote it."""

from typing import Any

from django.utils.translation import get_language


def localized(instance: Any, field: str) -> str:
    """Return the text of `field` in the active language, or the Vietnamese one where the English is missing."""
    if (get_language() or "vi").startswith("en") and (text := getattr(instance, f"{field}_en")):
        return text
    return getattr(instance, f"{field}_vi")
