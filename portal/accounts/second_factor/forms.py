"""django-allauth's forms, with a code that counts once and with answers of browsers that may be anything."""

from typing import Any

from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

# What the parsers of fido2 raise for JSON of another shape.
_MALFORMED = (TypeError, ValueError, KeyError, AttributeError, IndexError)


class _OnceForm(forms.Form):
    """A code of the app is good for its own step and the two beside it; allauth forgets a used one after one step."""

    authenticator: Authenticator

    def clean_code(self) -> str:
        code: str = super().clean_code()  # type: ignore[misc]
        if self.authenticator.type == Authenticator.Type.TOTP and not self._is_first_use(code):
            raise get_adapter().validation_error("incorrect_code")
        return code

    def _is_first_use(self, code: str) -> bool:
        key = f"second-factor:used:{self.authenticator.pk}:{''.join(filter(str.isdigit, code))}"
        return cache.add(key, "y", timeout=app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1))


class CodeForm(_OnceForm, AuthenticateForm):
    """The second step of signing in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_digits(self.fields["code"])
        self.fields["code"].help_text = _("Six digits from your authenticator app, or one of your recovery codes.")


class CodeAgainForm(_OnceForm, ReauthenticateForm):
    """The same before something that matters is changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_digits(self.fields["code"])


class AppForm(ActivateTOTPForm):
    """Setting an app up: its first code proves that it has the secret."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("The six digits that the app shows now")
        _ask_for_digits(self.fields["code"])


class _AnyAnswerForm(forms.Form):
    """Whatever a browser sends that is no passkey is an incorrect one, not a fault of ours."""

    def _clean_fields(self) -> None:
        try:
            super()._clean_fields()  # type: ignore[misc]
        except _MALFORMED:
            self.add_error("credential", get_adapter().validation_error("incorrect_code"))


class PasskeyCodeForm(_AnyAnswerForm, AuthenticateWebAuthnForm):
    """A passkey as the second step of signing in."""


class PasskeyAgainForm(_AnyAnswerForm, ReauthenticateWebAuthnForm):
    """A passkey before something that matters is changed."""


class PasskeyLoginForm(_AnyAnswerForm, LoginWebAuthnForm):
    """A passkey instead of the password."""


class PasskeyForm(AddWebAuthnForm):
    """Adding a passkey; by default it may replace the password, as people expect of one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of the passkey")
        self.fields["name"].help_text = _("So that you tell your passkeys apart, such as “Office laptop”.")
        self.fields["passwordless"].label = _("Sign in with this passkey alone")
        self.fields["passwordless"].help_text = _(
            "Without e-mail address and password. The device then asks for your fingerprint, face or PIN."
        )
        self.fields["passwordless"].initial = True

    def clean(self) -> dict[str, Any]:
        try:
            return super().clean()
        except _MALFORMED as error:
            raise get_adapter().validation_error("incorrect_code") from error


def _ask_for_digits(field: forms.Field) -> None:
    field.widget.attrs["inputmode"] = "numeric"
