"""`/api/v1/`: read-only open data of all apps, its OpenAPI document and a page that explains it."""

import hashlib
import json
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.urls import path
from django.utils.http import parse_etags
from django.views.generic import RedirectView
from ninja import NinjaAPI
from ninja.renderers import BaseRenderer
from pydantic_core import to_json

from portal.core.page_cache import public_page
from portal.core.permissions import ANYONE, declare_name, open_to
from portal.core.rate_limit import asking_address, is_over
from startups.directory.api import router as startups_router

LIMIT, SECONDS = 120, 60


class PlainRenderer(BaseRenderer):
    """JSON that a person can read too: Vietnamese letters are written as they are."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        return to_json(data)


class OpenData(NinjaAPI):
    """The interface with what all its answers share: rate limit, ETag, any origin may read."""

    def create_response(self, request: HttpRequest, data: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().create_response(request, data, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        if response.status_code != 200:
            response["Cache-Control"] = "no-store"
            return response
        etag = f'W/"{hashlib.sha256(response.content).hexdigest()[:24]}"'
        if etag in parse_etags(request.headers.get("If-None-Match", "")):
            response = HttpResponseNotModified()
            response["Access-Control-Allow-Origin"] = "*"
        response["ETag"] = etag
        response["Cache-Control"] = "public, max-age=60"
        return response


class TooMany(Exception):
    """More requests from one address than the limit allows."""


def within_limit(request: HttpRequest) -> bool:
    """Let a request pass, or raise TooMany."""
    if is_over("api", asking_address(request), limit=LIMIT, seconds=SECONDS):
        raise TooMany
    return True


api = OpenData(
    title="Quảng Ninh startup portal: open data",
    version="1",
    description="Read-only data of the public directory. No key is needed; 120 requests a minute from one address.",
    urls_namespace="api",
    docs_url=None,
    openapi_url=None,
    renderer=PlainRenderer(),
    auth=within_limit,
)
api.add_router("", startups_router)


@api.exception_handler(TooMany)
def too_many(request: HttpRequest, error: TooMany) -> HttpResponse:
    response = api.create_response(request, {"detail": "Too many requests"}, status=429)
    response["Retry-After"] = str(SECONDS)
    return response


@open_to(ANYONE)
@public_page()
def openapi(request: HttpRequest) -> HttpResponse:
    """The OpenAPI document."""
    schema = api.get_openapi_schema(path_prefix="/api/v1/")
    for operations in schema["paths"].values():
        for operation in operations.values():
            operation.pop("security", None)
    schema.get("components", {}).pop("securitySchemes", None)
    return HttpResponse(json.dumps(schema, ensure_ascii=False), content_type="application/json")


@open_to(ANYONE)
@public_page()
def docs(request: HttpRequest) -> HttpResponse:
    """What can be asked, written from the same schema, with examples that can be opened."""
    schema = api.get_openapi_schema(path_prefix="/api/v1/")
    operations = [
        {"path": where, **operation, "parameters": [_parameter(one) for one in operation.get("parameters", [])]}
        for where, methods in schema["paths"].items()
        for operation in methods.values()
    ]
    return render(request, "api/docs.html", {"operations": operations, "limit": LIMIT})


def _parameter(one: dict[str, Any]) -> dict[str, str]:
    return {"name": one["name"], "meaning": one.get("description") or one["schema"].get("description") or ""}


@open_to(ANYONE)
def nothing(request: HttpRequest, rest: str) -> HttpResponse:
    """Say in JSON that there is no such thing: a program asked."""
    return api.create_response(request, {"detail": "Not Found"}, status=404)


urlpatterns = [
    path("", RedirectView.as_view(pattern_name="api_docs"), name="api_home"),
    path("docs", docs, name="api_docs"),
    path("openapi.json", openapi, name="api_openapi"),
    *api.urls[0],
    path("<path:rest>", nothing, name="api_nothing"),
]
declare_name("api_home", ANYONE)
declare_name("api-root", ANYONE)
for operation in ("organization_list", "organization_detail", "unit_list"):
    declare_name(operation, ANYONE)
