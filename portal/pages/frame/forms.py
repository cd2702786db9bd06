"""What an administrator may write into the settings, with a reason for everything that is refused."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

_PHONE = re.compile(r"\+?[0-9][0-9 .()-]{5,38}")
_MOST_DAYS = {"answer_days": 60, "message_keep_days": 3650}
# Spelled out as they are, not encoded: a reader of the mail sees them.
_NOT_IN_A_NAME = set('<>"\\@,;:')


class SiteSettingsForm(WagtailAdminModelForm):
    """The settings of the site."""

    def clean_sender_name(self) -> str:
        """Keep signs out that a mail program reads as part of an address."""
        name = " ".join(self.cleaned_data["sender_name"].split())
        if _NOT_IN_A_NAME & set(name):
            raise ValidationError(_("A sender's name has no quotation marks, brackets, commas, colons and no @."))
        return name

    def clean_contact_phone(self) -> str:
        """Demand a number that a telephone can dial."""
        phone = self.cleaned_data["contact_phone"].strip()
        if phone and not _PHONE.fullmatch(phone):
            raise ValidationError(_("Write a telephone number with digits, spaces, points, brackets and a leading +."))
        return phone

    def clean_answer_days(self) -> int:
        """A promise is neither of today nor of next year."""
        return self._days("answer_days")

    def clean_message_keep_days(self) -> int:
        """Messages are kept for some time, not for ever."""
        return self._days("message_keep_days")

    def _days(self, name: str) -> int:
        days, most = self.cleaned_data[name], _MOST_DAYS[name]
        if not 1 <= days <= most:
            raise ValidationError(_("Write a number from 1 to %(most)d."), params={"most": most})
        return days

    def clean(self) -> dict[str, Any]:
        """Check what concerns two fields."""
        data = super().clean()
        begins, ends = data.get("notice_from"), data.get("notice_until")
        if data.get("notice_en") and not data.get("notice_vi") and "notice_vi" not in self.errors:
            self.add_error("notice_vi", _("Vietnamese readers need the notice too."))
        if data.get("contact_address_en") and not data.get("contact_address_vi"):
            self.add_error("contact_address_vi", _("Write the Vietnamese address too."))
        if begins and ends and ends <= begins:
            self.add_error("notice_until", _("The notice would end before it begins."))
        elif ends and "notice_until" in self.changed_data and ends <= timezone.now():
            self.add_error("notice_until", _("This time has passed, nobody would see the notice."))
        return data
