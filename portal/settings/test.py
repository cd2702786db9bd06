"""Tests: the same jobs, mail and search as everywhere; only the password hash is cheap."""

import tempfile
from pathlib import Path

from portal.settings.base import *
from portal.settings.base import LOGGING, STORAGES

SECRET_KEY = "test"  # noqa: S105 -- tests only
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
STYLEGUIDE_ENABLED = True
MAILBOX_ENABLED = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="portal-media-"))
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
LOGGING["root"]["level"] = "WARNING"
