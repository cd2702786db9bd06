"""The language of a page is in its address, and nowhere else."""

from django.http import HttpRequest, HttpResponseBase
from django.middleware.locale import LocaleMiddleware


class PathLanguageMiddleware(LocaleMiddleware):
    """Django's, without `Vary: Accept-Language`: a shared address answers everybody alike, so caches may keep it."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        varies = response.get("Vary")
        response = super().process_response(request, response)
        if varies is None:
            response.headers.pop("Vary", None)
        else:
            response["Vary"] = varies
        return response
