"""What templates of the site need everywhere: icons, money, initials, addresses with changed parameters."""

import json
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import Any
from urllib.parse import urlencode

from django import template
from django.templatetags.static import static
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from portal.core.localized import localized as localized_text
from portal.core.money import format_money
from portal.core.vietnamese import fold

register = template.Library()

_HUES = 5
_MARKERS = {"(mẫu)", "(sample)"}


_BADGE_ICONS = {
    "certified_st_enterprise": "badge-check",
    "recognized_startup": "award",
    "raising": "trending-up",
    "sample": "tag",
    "closed": "x",
    "in-force": "circle-check",
    "not-yet": "clock",
    "ended": "x",
}


@register.simple_tag
@lru_cache(maxsize=500)
def icon(name: str, label: str = "") -> SafeString:
    """Draw an icon of the sprite; without a label it is decoration and hidden from screen readers.

    Kept in the process: a page of the directory draws a hundred of the same few.
    """
    href = f"{static('portal/icons/sprite.svg')}#{name}"
    if label:
        return format_html('<svg class="icon" role="img" aria-label="{}"><use href="{}"></use></svg>', label, href)
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}"></use></svg>', href)


@register.simple_tag
def badge(code: str, label: str) -> SafeString:
    """Draw a badge: text and icon, never color alone."""
    sign = icon(_BADGE_ICONS.get(code, "info"))
    return mark_safe(f'<span class="badge badge-{escape(code)}">{sign}{escape(label)}</span>')


@register.simple_tag
def sample_ribbon() -> SafeString:
    """Draw the corner of a card whose data are invented."""
    return mark_safe(f'<span class="ribbon">{icon("tag")}{escape(_("Sample"))}</span>')


@register.simple_tag
def avatar_picture(name: str, url: str = "", size: str = "", is_round: bool = False) -> SafeString:
    """Draw a square with a logo, or with the letters of a name; decoration, because the name stands beside it."""
    large = size == "large"
    if url:
        edge, lazy = ("96", "") if large else ("52", ' loading="lazy"')
        inner = f'<img src="{escape(url)}" width="{edge}" height="{edge}" alt=""{lazy}>'
    else:
        inner = escape(initials(name))
    more = (" avatar-large" if large else "") + (" avatar-round" if is_round else "")
    return mark_safe(f'<span class="avatar avatar-{hue(name)}{more}" aria-hidden="true">{inner}</span>')


@register.simple_tag
def facet_group(facet: Any, prefix: str = "") -> SafeString:
    """Draw a facet with its choices. In Python, because a page has more than a hundred of them."""
    label, chevron = escape(facet.label), icon("chevron-down")
    more = ""
    if facet.more:
        said = escape(ngettext("%(number)s more", "%(number)s more", len(facet.more)) % {"number": len(facet.more)})
        more = (
            f'<details class="facet-more"><summary>{said}{chevron}<span class="visually-hidden">: {label}</span></summary>'
            f"\n{_choices(facet.name, facet.more, prefix)}</details>"
        )
    return mark_safe(
        f'<details class="facet"{" open" if facet.open else ""}><summary>{label}{chevron}</summary>'
        f'<fieldset><legend class="visually-hidden">{label}</legend>\n{_choices(facet.name, facet.choices, prefix)}{more}'
        "</fieldset></details>\n"
    )


def _choices(name: str, choices: Sequence[Any], prefix: str) -> str:
    # The id is what keeps the focus on a box when the list is swapped.
    start = f'<label><input type="checkbox" id="{escape(prefix or "f")}-{name}-'
    return "".join(
        f'{start}{(value := escape(choice.value))}" name="{name}" value="{value}"{" checked" if choice.selected else ""}>'
        f'{escape(choice.label)}<span class="count">{_grouped(choice.count)}</span></label>\n'
        for choice in choices
    )


def _grouped(number: int) -> str:
    return str(number) if number < 1000 else number_format(number, use_l10n=True, force_grouping=True)


@register.filter
def money(amount: int | None, currency: str = "VND") -> str:
    """Write an amount in minor units for the reader's language; nothing for None."""
    return "" if amount is None else format_money(amount, currency, get_language() or "vi")


@register.filter
def initials(name: str) -> str:
    """Return the first letters of the first and last word, without marks of samples, for a missing picture."""
    words = [word for word in name.split() if word not in _MARKERS and word[0].isalpha()]
    if not words:
        return "?"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


@register.filter
@lru_cache(maxsize=2000)
def hue(name: str) -> int:
    """Return 1 to 5, always the same for a name."""
    return sum(fold(name).encode()) % _HUES + 1


@register.filter
def two_lines(name: str) -> list[str]:
    """Break a short name after its first word, for the hexagons of the map: `Móng Cái 1` gives `Móng`, `Cái 1`."""
    return name.split(" ", 1)


@register.filter
def localized(instance: Any, field: str) -> str:
    """Return the text of a field in the active language, Vietnamese where there is no English."""
    return localized_text(instance, field)


@register.filter
def lang_of(instance: Any, field: str) -> SafeString:
    """Return ` lang="vi"` where an English reader gets Vietnamese because there is no English, else nothing."""
    english = (get_language() or "vi").startswith("en")
    return mark_safe(' lang="vi"' if english and not getattr(instance, f"{field}_en") else "")


@register.filter
def web_host(url: str) -> str:
    """Return what people call a web address: its host without `www.`."""
    return url.split("//", 1)[-1].split("/", 1)[0].removeprefix("www.")


@register.filter
def tel(phone: str) -> str:
    """Return a telephone number as a `tel:` address has it: digits, and the plus before a country."""
    return ("+" if phone.lstrip().startswith("+") else "") + "".join(sign for sign in phone if sign.isdecimal())


@register.simple_tag
def query_string(pairs: list[tuple[str, str]]) -> str:
    """Return `?a=b&a=c`, or an empty text when there is nothing to say."""
    return f"?{urlencode(pairs)}" if pairs else ""


@register.filter
def json_ld_script(data: dict) -> SafeString:
    """Write structured data for search engines; `<`, `>` and `&` are escaped, so that no text can end the element."""
    text = json.dumps(data, ensure_ascii=False)
    for sign, escaped in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        text = text.replace(sign, escaped)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')
