"""In whose name the portal writes."""

from portal.core.mail.sender import Sender, named
from portal.pages.models import SiteSettings


def sender() -> Sender:
    """Return the sender that an administrator has named, or that of the environment."""
    row = SiteSettings.objects.only("sender_name", "reply_to").first()
    return Sender(named(row.sender_name), row.reply_to) if row else Sender(named(""))
