"""No English is left on the screens that an editor sees: what Wagtail's catalogs know in English must not be shown."""

import re
from html.parser import HTMLParser
from pathlib import Path

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
)
# "Actions" is written into a template of Wagtail without translation; "None" is a page's empty value, not a text.
_SAME_IN_BOTH = {"Wagtail", "URL", "Startup", "Actions", "None"}
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


@pytest.fixture(scope="module")
def english() -> set[str]:
    folder = Path(wagtail.__file__).parent
    return {
        " ".join(entry.msgid.split())
        for path in folder.rglob("locale/en/LC_MESSAGES/django.po")
        for entry in polib.pofile(str(path))
        if re.search("[a-z]{3}", entry.msgid)
    } - _SAME_IN_BOTH


def test_no_english_of_wagtail_is_left(editor_client, home, text_page, english):
    directory = home.get_children().get(slug="doanh-nghiep")
    left = {}
    for screen in SCREENS:
        address = screen.format(home=home.pk, directory=directory.pk, text=text_page.pk)
        response = editor_client.get(address)
        assert response.status_code == 200, address
        shown = Shown()
        shown.feed(response.content.decode())
        if found := sorted(shown.texts & english):
            left[screen] = found
    assert left == {}


def test_the_texts_of_scripts_are_vietnamese_too(client):
    assert "Ch\\u00e8n kh\\u1ed1i" in client.get("/admin/jsi18n/").content.decode()
