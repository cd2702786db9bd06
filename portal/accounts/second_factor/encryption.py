"""The secrets of second factors, unreadable in the database and in its backups without the site's SECRET_KEY."""

import base64
import logging
import secrets

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac

log = logging.getLogger(__name__)

_SALT = "portal.accounts.second_factor"


def _keys() -> MultiFernet:
    """The key of today first; the ones of SECRET_KEY_FALLBACKS still read what they wrote."""
    digests = (
        salted_hmac(_SALT, "secrets", secret=key, algorithm="sha256").digest()
        for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    )
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])


def encrypt(secret: str) -> str:
    """Return a secret as it is stored."""
    return _keys().encrypt(secret.encode()).decode()


def decrypt(stored: str) -> str:
    """Return a stored secret. One that no key opens becomes a random one: no code fits it, and nobody can compute one."""
    try:
        return _keys().decrypt(stored.encode()).decode()
    except InvalidToken:
        log.error("a second factor was stored under another SECRET_KEY; add that one to SECRET_KEY_FALLBACKS")
        return base64.b32encode(secrets.token_bytes(20)).decode()
