"""What a person has beside the password."""

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from portal.accounts.models import User

# Recovery codes stand in for a lost factor; alone they are none.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_factor(user: User) -> bool:
    """Whether the person has an authenticator app or a passkey."""
    return Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).exists()


def give_app(user: User) -> None:
    """Register an authenticator app whose secret is known to nobody but the database; one that is there stays."""
    if not Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).exists():
        TOTP.activate(user, generate_totp_secret())


def remove_all(user: User) -> None:
    """Take every second factor and every recovery code away."""
    Authenticator.objects.filter(user_id=user.pk).delete()
