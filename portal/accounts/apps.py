from typing import Any

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "portal.accounts"
    label = "accounts"

    def ready(self) -> None:
        from allauth.mfa.signals import authenticator_added

        authenticator_added.connect(_first_factor_added, dispatch_uid="first-factor-added")


def _first_factor_added(request: Any, user: Any, **kwargs: Any) -> None:
    """Sign a person out wherever he came in with a password alone, once a second factor is there."""
    from allauth.mfa.models import Authenticator

    from portal.accounts.second_factor.factors import FACTORS
    from portal.accounts.sessions import end_sessions

    if Authenticator.objects.filter(user=user, type__in=FACTORS).count() == 1:
        end_sessions(user=user, but=request.session.session_key)
