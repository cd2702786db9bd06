"""The form in which editors write pages."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.widgets import SlugInput

from portal.core.vietnamese import fold
from portal.pages.publishing.soundness import faults

# What the admin's script replaces while a title is typed; by itself it writes đ as dj and drops ơ, ư and every tone.
_MARKED = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ"
_WITHOUT_MARKS = [("[\u0300-\u036f]", "")] + [
    (f"[{letters}{letters.upper()}]", plain)
    for plain in "aeiouyd"
    if (letters := "".join(letter for letter in _MARKED if fold(letter) == plain))
]


class BasePageForm(WagtailAdminPageForm):
    """Makes the address where an editor leaves it empty, checks what readers would stumble over, keeps the translation.

    A draft may still have every fault; nothing is published or sent for approval with one.
    """

    matches_source = forms.BooleanField(label=_("The text says what the Vietnamese page says now"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("slug"):
            field.required = False
            field.widget = SlugInput(attrs=field.widget.attrs, formatters=_WITHOUT_MARKS)

    def clean(self) -> dict[str, Any]:
        """Refuse headings out of order and empty links, each beside its field, and a cover that says nothing."""
        cleaned = super().clean()
        if self.is_deferred_validation:
            return cleaned
        for name, fault in faults(self.instance._meta.get_fields(), cleaned):
            self.add_error(name, fault)
        return cleaned

    def save(self, commit: bool = True) -> Any:
        """Remember that the translation says what its source says now."""
        from portal.pages.publishing.translations import source_of, translated_from  # noqa: PLC0415 -- reads models

        if self.cleaned_data.get("matches_source") and (source := source_of(self.instance)):
            self.instance.source_revision = translated_from(source)
        return super().save(commit=commit)
