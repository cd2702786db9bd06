"""What an editor is told before a text goes to readers: headings in order, links that say where they lead. Knows no models."""

from collections.abc import Iterator
from html.parser import HTMLParser

from django.utils.translation import gettext as _

_HEADINGS = ("h1", "h2", "h3", "h4")


class _Outline(HTMLParser):
    """The headings and links of a piece of rich text as it is stored: links to pages have an id instead of an address."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.headings: list[tuple[int, str]] = []
        self.links: list[tuple[bool, str]] = []
        self._open: list[tuple[str, dict, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        if tag in _HEADINGS or tag == "a":
            self._open.append((tag, dict(attrs), []))

    def handle_data(self, data: str) -> None:
        for _tag, _attrs, words in self._open:
            words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            return
        _tag, attrs, words = self._open.pop()
        text = " ".join("".join(words).split())
        if tag == "a":
            self.links.append((bool(attrs.get("href") or attrs.get("id")), text))
        else:
            self.headings.append((int(tag[1]), text))


def problems(texts: list[str]) -> list[str]:
    """Return what is wrong with the rich texts of a page, read one after the other; empty when nothing is."""
    outline = _Outline()
    for text in texts:
        outline.feed(text)
    return list(dict.fromkeys((*_headings(outline.headings), *_links(outline.links))))


def _headings(found: list[tuple[int, str]]) -> Iterator[str]:
    above = 1  # the title of the page
    for level, text in found:
        if not text:
            yield _("There is a heading without words.")
        elif level > above + 1:
            yield _("The heading “%(text)s” skips a level: a smaller heading needs a bigger one above it.") % {
                "text": text
            }
        above = level


def _links(found: list[tuple[bool, str]]) -> Iterator[str]:
    for leads_somewhere, text in found:
        if not text:
            yield _("There is a link without words.")
        elif not leads_somewhere:
            yield _("The link “%(text)s” leads nowhere.") % {"text": text}
