"""Every address of the site declares who may open it, and answers accordingly."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.models import get_page_models

from portal.core.permissions import declared_rule, page_type_rule


def patterns(resolver: URLResolver, path: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        where = path + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from patterns(entry, where)
        else:
            yield where, entry


def undeclared() -> list[str]:
    return [
        f"{where} ({entry.name})"
        for where, entry in patterns(get_resolver())
        if declared_rule(entry.callback, entry.name, where) is None
    ]


def test_every_address_declares_its_rule() -> None:
    assert undeclared() == []


def test_every_page_type_declares_its_rule() -> None:
    assert [model.__name__ for model in get_page_models() if page_type_rule(model) is None] == ["Page"]


@pytest.mark.django_db
def test_no_address_of_the_admin_opens_for_a_stranger(client) -> None:
    opened = []
    for where, entry in patterns(get_resolver()):
        if not where.startswith("admin/") or "<" in where or "(?P" in where or "login" in where:
            continue
        response = client.get("/" + where.replace("^", "").replace("$", ""))
        if response.status_code == 200 and entry.name not in {"wagtailadmin_javascript_catalog", "wagtailadmin_sprite"}:
            opened.append(where)
    assert opened == []
