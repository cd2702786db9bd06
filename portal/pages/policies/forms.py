"""What is checked before a document is stored."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from portal.core.vietnamese import normalize
from portal.pages.models import PolicyDocument
from portal.pages.policies.numbers import address_of
from portal.pages.policies.validity import today


class PolicyForm(WagtailAdminModelForm):
    """The form of the admin; dates that contradict each other and circles of replacements are refused here.

    The validity is compared by `PolicyDocument.clean`, which also other ways of writing go through.
    """

    def clean_number(self) -> str:
        """Return the number in one line; the same number in another writing is refused, for it has the same address."""
        number = normalize(self.cleaned_data["number"])
        same = PolicyDocument.objects.filter(slug=address_of(number)).exclude(pk=self.instance.pk).first()
        if same:
            self.add_error("number", _("There is already a document with this number: %(name)s") % {"name": same})
        return number

    def clean(self) -> dict[str, Any]:
        """Compare the fields with each other."""
        data = super().clean()
        self._check_dates(data)
        if data.get("is_verified") and not data.get("last_checked_on"):
            self.add_error("last_checked_on", _("Say when it was read and compared."))
        if (other := data.get("replaced_by")) and self._leads_back(other):
            self.add_error("replaced_by", _("This document replaces that one, directly or by others in between."))
        return data

    def _check_dates(self, data: dict[str, Any]) -> None:
        issued, ends, checked = (data.get(name) for name in ("issued_on", "effective_until", "last_checked_on"))
        if issued and issued > today():
            self.add_error("issued_on", _("This day has not come yet."))
        if checked and checked > today():
            self.add_error("last_checked_on", _("This day has not come yet."))
        if issued and ends and ends < issued:
            self.add_error("effective_until", _("It cannot end before it was issued."))

    def _leads_back(self, other: PolicyDocument | None) -> bool:
        """Whether the chain of replacements from `other` comes to the document in hand."""
        seen: set[int] = set()
        while other and other.pk not in seen:
            if other.pk == self.instance.pk:
                return True
            seen.add(other.pk)
            other = other.replaced_by
        return False
