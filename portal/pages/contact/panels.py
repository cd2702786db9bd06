"""What the first screen of staff says about messages."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component

from portal.pages.contact.messages import due_on
from portal.pages.models import ContactMessage, SiteSettings
from portal.pages.models.contact import ContactState


class WaitingMessages(Component):
    """How many messages wait, and how many of them longer than was promised; nothing when none does."""

    order = 20
    template_name = "pages/admin_waiting_messages.html"

    def __init__(self, request: HttpRequest) -> None:
        self.waiting = 0
        if request.user.has_perm("pages.change_contactmessage"):
            days = (SiteSettings.objects.first() or SiteSettings()).answer_days
            rows = list(ContactMessage.objects.filter(state=ContactState.NEW).only("created_at"))
            self.waiting = len(rows)
            self.overdue = sum(due_on(row, days) < timezone.localdate() for row in rows)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"waiting": self.waiting, "overdue": self.overdue}
