"""The development mailbox: what would have been sent."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from portal.core.mail.models import Mail
from portal.core.permissions import ANYONE, open_to

_SHOWN = 50


@open_to(ANYONE)
def mailbox(request: HttpRequest) -> HttpResponse:
    """List the newest mails."""
    return render(request, "mail/mailbox.html", {"mails": Mail.objects.order_by("-pk")[:_SHOWN]})


@open_to(ANYONE)
def mailbox_mail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one mail as text, as its readers without HTML see it."""
    return render(request, "mail/mailbox_mail.html", {"mail": get_object_or_404(Mail, pk=pk)})
