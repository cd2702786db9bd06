"""Settings of the benchmarks: as production, but plain HTTP on this machine."""

from portal.settings.base import *
from portal.settings.base import LOGGING, STORAGES, env

SECRET_KEY = "benchmarks"  # noqa: S105 -- this machine only
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
MAILBOX_ENABLED = False
if not env.bool("PACKED", default=False):
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
LOGGING["root"]["level"] = "ERROR"
WHITENOISE_AUTOREFRESH = False
