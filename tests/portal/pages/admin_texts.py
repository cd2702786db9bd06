"""What a person reads on a screen of the Wagtail admin, and which of it is English."""

import json
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import allauth
import polib
import taggit
import wagtail
from django.contrib import auth

from tests.architecture.messages import ROOT

_SHOWN = {"title", "aria-label", "placeholder", "alt"}
# English that is shown as it is: names of products, formats and keys, and what Django writes for an empty value.
_NAMES = {
    "wagtail",
    "url",
    "startup",
    "startups",
    "english",
    "none",
    "json",
    "html",
    "ctrl",
    "alt",
    "shift",
    "enter",
    "esc",
}
# What Wagtail 8 never gives to gettext: a heading, labels made from the names of fields (links in a text, sites, roles,
# pages of a workflow), a name of a permission, and the titles of ticks.
_HARD_CODED = {
    "Actions",
    "Email address",
    "Link text",
    "Page",
    "Phone number",
    "Port",
    "Role",
    "Root page",
    "Simple translation",
    "Site name",
    "Sắp xếp theo “Port” tăng dần.",
    "Subject",
    "True",
}
_WORD = re.compile(r"(?<![\w@./#\-])[A-Za-z]{3,}(?![\w@/\-]|\.\w)")
_VARIABLE = re.compile(r"<[^>]*>|%\(\w+\)\w|\{\w+\}|&\w+;")


class _Shown(HTMLParser):
    """What a person reads: text, titles, labels."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: set[str] = set()
        self.hidden = 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in {"script", "style"}
        self.texts |= {value.strip() for name, value in attrs if name in _SHOWN and value}

    def handle_endtag(self, tag):
        self.hidden -= tag in {"script", "style"}

    def handle_data(self, data):
        if not self.hidden and data.strip():
            self.texts.add(" ".join(data.split()))


def shown_texts(response) -> set[str]:
    """Return the texts of a screen, of a dialog (HTML within JSON) and of the side bar (properties within JSON)."""
    body = response.content.decode()
    if response["Content-Type"].startswith("application/json"):
        body = response.json()["html"]
    shown = _Shown()
    shown.feed(body)
    properties = re.search(r'<script id="wagtail-sidebar-props"[^>]*>(.*?)</script>', body, re.DOTALL)
    return shown.texts | (set(_labels(json.loads(properties[1]))) if properties else set())


def _labels(value: Any) -> Iterator[str]:
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _labels(part)
    if isinstance(value, dict) and isinstance(value.get("label"), str):
        yield value["label"]


@cache
def english_words() -> frozenset[str]:
    """Return the words of the packages' English that no Vietnamese text of ours uses."""
    folders = [Path(package.__file__).parent for package in (wagtail, allauth, taggit, auth)]
    english = [path for folder in folders for path in folder.rglob("locale/en/LC_MESSAGES/*.po")]
    ours = sorted((ROOT / "locale").rglob("*.po"))
    said = {word for path in english for entry in polib.pofile(str(path)) for word in _words(entry.msgid)}
    meant = {
        word
        for path in ours
        for entry in polib.pofile(str(path))
        for text in (entry.msgstr, *entry.msgstr_plural.values())
        for word in _words(text)
    }
    return frozenset(said - meant - _NAMES)


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(_VARIABLE.sub(" ", text))}


def english(texts: set[str], data: set[str] = frozenset()) -> list[str]:
    """Return the texts with an English word in them; `data` is what people wrote."""
    left = {text for text in texts if text not in _HARD_CODED and text not in data}
    return sorted(text for text in left if _words(text) & english_words())
