"""The portal as a WSGI application for measuring: production's code paths, without HTTPS and without a secret."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks_settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()


class Uncached:
    """The same application with an empty page cache before each request, so that every answer is made anew."""

    def __call__(self, environ: dict, start_response: object) -> object:
        from django.core.cache import caches

        caches["pages"].clear()
        return application(environ, start_response)


uncached = Uncached()
