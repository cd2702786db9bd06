"""The permission registry: every address of the site declares who may open it.

A view declares its rule with the decorator, which also enforces it; what other packages mount is declared by path or by
name of the pattern, page types by class. `tests/architecture/test_permissions.py` fails on an address without a rule.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse


@dataclass(frozen=True)
class Rule:
    """Who may open an address: a name for people and a predicate over the user."""

    name: str
    allows: Callable[[Any], bool]


ANYONE = Rule("anyone", lambda user: True)
SIGNED_IN = Rule("signed in", lambda user: user.is_authenticated)
ADMIN_SITE = Rule("may enter the Wagtail admin", lambda user: user.has_perm("wagtailadmin.access_admin"))

_paths: dict[str, Rule] = {}
_names: dict[str, Rule] = {}
_page_types: dict[type, Rule] = {}


def open_to(rule: Rule) -> Callable[[Callable], Callable]:
    """Declare and enforce the rule of a view: sign-in is asked of a stranger, 403 answers the wrong role."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            # A view for anyone must not look at the session: its answer may come from the page cache.
            if rule is not ANYONE and not rule.allows(request.user):
                if request.user.is_authenticated:
                    raise PermissionDenied
                return redirect_to_login(request.get_full_path())
            return view(request, *args, **kwargs)

        guarded.rule = rule  # type: ignore[attr-defined]
        return guarded

    return decorate


def declare_path(prefix: str, rule: Rule) -> None:
    """Declare the rule of every pattern below a path that another package mounts and guards by itself."""
    _paths[prefix] = rule


def declare_name(url_name: str, rule: Rule) -> None:
    """Declare the rule of one pattern of another package, or of several by a prefix that ends with `*`."""
    _names[url_name] = rule


def declare_page_type(page_type: type, rule: Rule) -> None:
    """Declare who may read the live pages of a Wagtail page type."""
    _page_types[page_type] = rule


def declared_rule(view: Callable, url_name: str | None, path: str) -> Rule | None:
    """Return the rule of a URL pattern, or None when nobody has declared one."""
    if found := getattr(view, "rule", None):
        return found
    name = url_name or ""
    for declared, rule in _names.items():
        if name == declared or (declared.endswith("*") and name.startswith(declared[:-1])):
            return rule
    return next((rule for prefix, rule in _paths.items() if path.startswith(prefix)), None)


def page_type_rule(page_type: type) -> Rule | None:
    """Return the declared rule of a Wagtail page type, or None."""
    return _page_types.get(page_type)
