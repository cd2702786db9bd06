"""The mail's place in the Wagtail admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.core.mail import staff


class MailMenuItem(MenuItem):
    """Shown to who looks after the mail."""

    def is_shown(self, request: HttpRequest) -> bool:
        return staff.MAIL_KEEPER.allows(request.user)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Mount the screen beside Wagtail's own."""
    return [
        path("mail/", staff.overview, name="mail_overview"),
        path("mail/trial/", staff.try_it, name="mail_trial"),
        path("mail/<int:pk>/again/", staff.again, name="mail_again"),
    ]


@hooks.register("register_settings_menu_item")
def menu_item() -> MailMenuItem:
    """Put it among the settings."""
    return MailMenuItem(_("Mail"), reverse("mail_overview"), name="mail", icon_name="mail", order=700)
