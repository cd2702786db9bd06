"""What the settings say about the frame of every page, in two statements a language, kept for a minute."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.db.models import Exists, Q
from django.urls import translate_url
from django.utils import timezone
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext as _
from wagtail.models import Page

from portal.pages.addresses import page_address
from portal.pages.models import SiteSettings
from startups.directory.addresses import directory_url
from startups.models import Organization

_SECONDS = 60
# Where the menu leads while nobody has written one, as far as these pages are live.
_OF_THE_MENU = ("directorypage", "newsindexpage", "policyindexpage", "contactpage")


@dataclass(frozen=True)
class Link:
    """A link of the frame."""

    label: str
    url: str


@dataclass(frozen=True)
class Column:
    """A column of the footer."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Notice:
    """What stands above every page for a while; `language` is that of the text."""

    text: str
    kind: str
    language: str
    begins: datetime | None
    ends: datetime | None

    def is_shown(self, now: datetime) -> bool:
        """Whether this is the time for it."""
        return (self.begins is None or self.begins <= now) and (self.ends is None or now < self.ends)


@dataclass(frozen=True)
class Frame:
    """The frame of every page in one language; `about` are the pages that want to stand in the footer."""

    menu: tuple[Link, ...]
    columns: tuple[Column, ...]
    about: tuple[Link, ...]
    social: tuple[Link, ...]
    email: str
    phone: str
    address: str
    answer_days: int
    notice: Notice | None
    has_samples: bool

    def notice_now(self) -> Notice | None:
        """Return the notice while it is to be shown."""
        return self.notice if self.notice and self.notice.is_shown(timezone.now()) else None


def frame(language: str, generation: str) -> Frame:
    """Return the frame in a language as of this generation of the page cache."""
    key = f"frame:{generation}:{language}"
    kept = caches["pages"].get(key)
    if kept is None:
        with override(language):
            kept = _built(language)
        caches["pages"].set(key, kept, _SECONDS)
    return kept


def _built(language: str) -> Frame:
    samples = Exists(Organization.objects.filter(is_sample=True))
    row = SiteSettings.objects.annotate(has_samples=samples).first()
    chosen = row or SiteSettings()
    pages = Pages(language, chosen)
    columns = tuple(_columns(chosen, pages))
    linked = {link.url for column in columns for link in column.links}
    return Frame(
        menu=tuple(pages.links(_raw(chosen.navigation)) if chosen.navigation else pages.menu()),
        columns=columns,
        about=tuple(link for link in pages.about() if link.url not in linked),
        social=tuple(Link(value["name"], value["address"]) for value in _raw(chosen.social_links)),
        email=chosen.contact_email,
        phone=chosen.contact_phone,
        address=chosen.contact_address,
        answer_days=chosen.answer_days,
        notice=_notice(chosen, language),
        has_samples=row.has_samples if row else Organization.objects.filter(is_sample=True).exists(),
    )


def _columns(chosen: SiteSettings, pages: "Pages") -> Iterator[Column]:
    """A column none of whose pages is there in this language is not there either."""
    for value in _raw(chosen.footer):
        links = tuple(pages.links(item["value"] for item in value["links"]))
        if links:
            yield Column(pages.worded(value, "title"), links)


def _notice(chosen: SiteSettings, language: str) -> Notice | None:
    if not chosen.notice:
        return None
    written_in = "en" if language == "en" and chosen.notice_en else "vi"
    return Notice(chosen.notice, chosen.notice_kind, written_in, chosen.notice_from, chosen.notice_until)


def _raw(stream: Any) -> list[Mapping[str, Any]]:
    """The blocks as they are stored: made into values, each would ask for its page by itself."""
    return [block["value"] for block in stream.raw_data]


class Pages:
    """The pages that the frame may link, found in one statement by what they are, in whichever language they were chosen."""

    def __init__(self, language: str, chosen: SiteSettings) -> None:
        self.language = language
        linked = [
            *_raw(chosen.navigation),
            *(item["value"] for value in _raw(chosen.footer) for item in value["links"]),
        ]
        ids = {value["page"] for value in linked if value.get("page")}
        usual = Q(content_type__model__in=_OF_THE_MENU) | Q(content_type__model="standardpage", show_in_menus=True)
        wanted = Q(content_type__app_label="pages", live=True, locale__language_code=language) & usual
        if ids:
            wanted |= Q(translation_key__in=Page.objects.filter(pk__in=ids).values("translation_key"))
        rows = list(Page.objects.filter(wanted).select_related("locale", "content_type").order_by("path"))
        self.here = [page for page in rows if page.live and page.locale.language_code == language]
        self._keys = {page.pk: page.translation_key for page in rows}
        self._by_key = {page.translation_key: page for page in self.here}

    def links(self, values: Any) -> Iterator[Link]:
        """Yield the links that there are in this language: those to an address, and those whose page is live."""
        for value in values:
            if not value.get("page"):
                yield Link(self.worded(value, "label") or value["address"], self._address(value["address"]))
            elif page := self._by_key.get(self._keys.get(value["page"])):
                # A page is named by its own title rather than in the other language.
                label = value.get("label_en" if self.language == "en" else "label")
                yield Link(label or page.title, page_address(page, self.language))

    def worded(self, value: Mapping[str, Any], name: str) -> str:
        """Return a text of a block in this language, Vietnamese where there is no English."""
        return (value.get(f"{name}_en") if self.language == "en" else "") or value.get(name) or ""

    def menu(self) -> Iterator[Link]:
        """Yield the main menu as the portal comes: the directory, and the index pages that are live."""
        yield Link(_("Directory"), directory_url())
        there = {page.content_type.model: page for page in self.here}
        for model in _OF_THE_MENU[1:]:
            if page := there.get(model):
                yield Link(page.title, page_address(page, self.language))

    def about(self) -> Iterator[Link]:
        """Yield the pages of text that want to stand in the footer."""
        for page in self.here:
            if page.content_type.model == "standardpage" and page.show_in_menus:
                yield Link(page.title, page_address(page, self.language))

    def _address(self, address: str) -> str:
        """Within the site the same page in this language, anywhere else what was written."""
        if not address.startswith("/"):
            return address
        with override(get_language_from_path(address) or settings.LANGUAGE_CODE):  # that in which the address is known
            return translate_url(address, self.language)


def is_below(path: str, links: Sequence[Link]) -> Link | None:
    """Return the link of a menu under which a path lies: the one with the longest address."""
    above = [link for link in links if link.url.startswith("/") and path.startswith(link.url.split("?")[0])]
    homes = ("/", *(f"/{code}/" for code, _name in settings.LANGUAGES))
    return max(
        (link for link in above if link.url not in homes or link.url == path),
        key=lambda link: len(link.url),
        default=None,
    )
