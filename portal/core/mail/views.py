"""The development mailbox: what the site has sent, or would have sent; mounted only with MAILBOX_ENABLED."""

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
    """Show one mail in both its forms, the HTML in a frame that may do nothing."""
    return render(request, "mail/mailbox_mail.html", {"mail": get_object_or_404(Mail, pk=pk)})
