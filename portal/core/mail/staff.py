"""The screen of the Wagtail admin that shows whether mails leave the portal."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from portal.core.mail import outbox
from portal.core.mail.trial import mail_state, send_trial
from portal.core.permissions import Rule, open_to
from portal.core.rate_limit import limited

MAIL_KEEPER = Rule("looks after the mail", lambda user: user.has_perm("mail.view_mail"))


@open_to(MAIL_KEEPER)
def overview(request: HttpRequest) -> HttpResponse:
    """Show the own trial, what failed and with which words, and what stands in the way."""
    context = {"mail": mail_state(user=request.user), "header_title": _("Mail"), "header_icon": "mail"}
    return render(request, "mail/overview.html", context)


@require_POST
@open_to(MAIL_KEEPER)
@limited("mail-trial", limit=10)
def try_it(request: HttpRequest) -> HttpResponse:
    """Send the person who asks a mail."""
    mail = send_trial(user=request.user, language=get_language() or "vi")
    messages.success(request, _("A mail to %(address)s was written.") % {"address": mail.to})
    return redirect("mail_overview")


@require_POST
@open_to(MAIL_KEEPER)
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand a mail that failed over once more."""
    if outbox.send_again(mail_id=pk):
        messages.success(request, _("The mail is tried again."))
    return redirect("mail_overview")
