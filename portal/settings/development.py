"""A developer's machine: SQLite, plain logs, mails in a mailbox page, no secrets needed."""

from portal.settings.base import *
from portal.settings.base import BASE_DIR, LOGGING, STORAGES, env

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = "development-only-never-in-production"  # noqa: S105 -- production.py demands its own
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *env.list("ALLOWED_HOSTS", default=[])]
STYLEGUIDE_ENABLED = True
INTERNAL_IPS = ["127.0.0.1"]

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True

MAILBOX_ENABLED = True
DEMO_LOGINS_FILE = BASE_DIR / ".demo-logins"

LOGGING["handlers"]["console"]["formatter"] = "plain"
