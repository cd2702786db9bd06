"""What the Wagtail admin shows of accounts besides its list."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks

from portal.accounts.models import User


@hooks.register("register_log_actions")
def what_is_done_with_accounts(actions: Any) -> None:
    """Name our entries in Wagtail's log."""
    actions.register_action("accounts.close", gettext_lazy("Close"), gettext_lazy("Account closed"))
    actions.register_action("accounts.invite", gettext_lazy("Invite"), gettext_lazy("Link sent that sets the password"))
    actions.register_action(
        "accounts.reset_second_factor", gettext_lazy("Reset the second factor"), gettext_lazy("Second factor reset")
    )


@hooks.register("before_bulk_action")
def accounts_one_by_one(request: HttpRequest, action_type: str, objects: Any, action_class_instance: Any) -> None:
    """Refuse Wagtail's bulk actions for accounts: they would not ask whether an administrator is left."""
    if action_class_instance.model is User:
        raise PermissionDenied


@hooks.register("register_account_menu_item")
def second_factor_of_mine(request: HttpRequest) -> dict[str, str]:
    """Lead from the account page of the admin to the second factor."""
    return {
        "url": reverse("mfa_index"),
        "label": _("Two-Factor Authentication"),
        "help_text": _("Authenticator app, passkeys and recovery codes."),
    }


@hooks.register("register_account_menu_item")
def sessions_of_mine(request: HttpRequest) -> dict[str, str]:
    """Lead from the account page of the admin to the sessions."""
    return {
        "url": reverse("usersessions_list"),
        "label": _("Sessions"),
        "help_text": _("Where you are signed in, and how to end it."),
    }


@hooks.register("register_account_menu_item")
def password_of_mine(request: HttpRequest) -> dict[str, str]:
    """Lead from the account page of the admin to the password."""
    return {
        "url": reverse("account_change_password"),
        "label": _("Change Password"),
        "help_text": _("You then sign in anew everywhere."),
    }
