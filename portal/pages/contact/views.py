"""The form on the contact page. It carries a token, so its page is not kept for others; the answer after sending is."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language

from portal.core.page_cache import public_page
from portal.core.permissions import ANYONE, open_to
from portal.core.rate_limit import asking_address
from portal.pages.contact.forms import ContactForm
from portal.pages.contact.messages import receive
from portal.pages.models import ContactPage


def contact(request: HttpRequest, page: Any) -> HttpResponse:
    """Show the form of the contact page, or take what was sent with it."""
    sent = request.method == "POST"
    form = ContactForm(request.POST if sent else None)
    status = 200
    if sent and form.is_valid():
        if form.is_allowed(asking_address(request)):
            receive(**form.values(), language=(get_language() or "vi")[:2])
            return redirect("contact_sent")
        status = 429
    elif sent:
        status = 422
    return render(request, "pages/contact_page.html", {"page": page, "form": form}, status=status)


@open_to(ANYONE)
@public_page()
def contact_sent(request: HttpRequest) -> HttpResponse:
    """Thank for a message; opened again or shared, it sends nothing."""
    language = (get_language() or "vi")[:2]
    page = get_object_or_404(ContactPage.objects.live().public(), locale__language_code=language)
    return render(request, "pages/contact_sent.html", {"page": page})
