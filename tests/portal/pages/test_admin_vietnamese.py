"""No English is left on the screens that an editor sees: what Wagtail's catalogs know in English must not be shown."""

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import polib
import pytest
import wagtail

SCREENS = (
    "/admin/",
    "/admin/pages/",
    "/admin/pages/{home}/",
    "/admin/pages/{home}/edit/",
    "/admin/pages/{directory}/edit/",
    "/admin/pages/{text}/edit/",
    "/admin/pages/{home}/history/",
    "/admin/pages/{text}/unpublish/",
    "/admin/pages/{text}/copy/",
    "/admin/pages/add/pages/standardpage/{home}/",
    "/admin/images/",
    "/admin/images/multiple/add/",
    "/admin/account/",
    "/admin/pages/{text}/history/",
    "/admin/pages/{text}/move/",
    "/admin/pages/{text}/delete/",
    "/admin/pages/{text}/usage/",
    "/admin/pages/{text}/revisions/compare/earliest...latest/",
    "/admin/pages/search/?q=du+lieu",
    "/admin/pages/999999/",
    "/admin/choose-page/?page_type=wagtailcore.page",
    "/admin/choose-external-link/",
    "/admin/choose-email-link/",
    "/admin/choose-phone-link/",
    "/admin/choose-anchor-link/",
    "/admin/images/chooser/",
)
# "Actions" is written into a template of Wagtail without translation; "None" is a page's empty value, not a text.
_SAME_IN_BOTH = {"Wagtail", "URL", "Startup", "Actions", "None"}
_PLAIN = {"inlineStyleRanges": [], "entityRanges": []}
_SHOWN = {"title", "aria-label", "placeholder"}


class Shown(HTMLParser):
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
    shown = Shown()
    shown.feed(body)
    properties = re.search(r'<script id="wagtail-sidebar-props"[^>]*>(.*?)</script>', body, re.DOTALL)
    return shown.texts | (set(_labels(json.loads(properties[1]))) if properties else set())


def _labels(value: Any) -> Iterator[str]:
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _labels(part)
    if isinstance(value, dict) and isinstance(value.get("label"), str):
        yield value["label"]


@pytest.fixture(scope="module")
def english() -> Callable[[set[str]], list[str]]:
    """Return what finds the texts that are English of Wagtail, with whatever stands for the variables."""
    folder = Path(wagtail.__file__).parent
    known = {
        " ".join(text.split())
        for path in folder.rglob("locale/en/LC_MESSAGES/django.po")
        for entry in polib.pofile(str(path))
        for text in (entry.msgid, entry.msgid_plural)
        if re.search("[a-z]{3}", text)
    } - _SAME_IN_BOTH
    patterns = [
        re.compile(re.sub(r"%\\\(\w+\\\)[sd]", ".+", re.escape(text)))
        for text in known
        if "%(" in text and re.search("[a-z]{3}", re.sub(r"%\(\w+\)[sd]", "", text))
    ]

    def found(texts: set[str]) -> list[str]:
        return sorted(text for text in texts if text in known or any(one.fullmatch(text) for one in patterns))

    return found


def test_no_english_of_wagtail_is_left(approver_client, home, text_page, english):
    directory = home.get_children().get(slug="doanh-nghiep")
    for _change in range(2):
        text_page.save_revision(user=approver_client.editor, log_action=True)
    left = {}
    for screen in SCREENS:
        address = screen.format(home=home.pk, directory=directory.pk, text=text_page.pk)
        response = approver_client.get(address)
        assert response.status_code == (404 if "999999" in address else 200), address
        if found := english(shown_texts(response)):
            left[screen] = found
    assert left == {}


def test_what_is_said_after_a_change_is_vietnamese(approver_client, text_page, english):
    text = {"blocks": [{"key": "a", "type": "unstyled", "depth": 0, "text": "Mới"} | _PLAIN], "entityMap": {}}
    form = {"title": "Về dữ liệu", "slug": "ve-du-lieu", "body": json.dumps(text)}
    edit = f"/admin/pages/{text_page.pk}/edit/"
    for more in ({}, {"action-publish": "1"}, {"title": ""}):
        response = approver_client.post(edit, form | more, follow=True)
        assert english(shown_texts(response)) == [], more
    assert "Đã xuất bản trang" in approver_client.post(edit, form | {"action-publish": "1"}, follow=True).content.decode()


def test_the_texts_of_scripts_are_vietnamese_too(client):
    assert "Ch\\u00e8n kh\\u1ed1i" in client.get("/admin/jsi18n/").content.decode()
