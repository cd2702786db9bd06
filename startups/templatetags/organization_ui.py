"""Cards of organizations, drawn in Python: a list has two dozen, and as templates they were the dearest part of its page."""

from collections.abc import Iterable
from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from portal.core.templatetags.ui import avatar_picture, badge, icon, sample_ribbon

register = template.Library()


@register.simple_tag
def organization_card(organization: Any, title: str = "", text: str = "", heading: str = "h3") -> SafeString:
    """Draw a card (startups/directory/cards.py); `title` and `text` are escaped HTML with marks instead of its own."""
    own = organization
    name = title or escape(own.name)
    if not text and own.tagline:
        language = f' lang="{own.tagline_language}"' if own.tagline_language else ""
        tagline = f'<p class="card-text"{language}>{escape(own.tagline)}</p>'
    else:
        tagline = f'<p class="card-text">{text}</p>' if text else ""
    return mark_safe(
        f'<article class="card">{sample_ribbon() if own.is_sample else ""}'
        f'<div class="card-head">{avatar_picture(own.name, own.logo_url)}<div>'
        f'<{heading}><a href="{escape(own.url)}">{name}</a></{heading}>'
        f'<p class="card-kind">{escape(own.kind)}</p></div></div>{_badges(own)}{tagline}{_sectors(own)}{_meta(own)}</article>\n'
    )


@register.simple_tag
def organization_cards(entries: Iterable[Any]) -> SafeString:
    """Draw the cards of a list (startups/directory/listing.py)."""
    return mark_safe("".join(organization_card(entry.organization, entry.title, entry.text) for entry in entries))


def _badges(card: Any) -> str:
    drawn = [badge(code, label) for code, label in card.badges]
    if card.is_raising:
        drawn.append(badge("raising", _("Raising now")))
    return f'<p class="cluster">{"".join(drawn)}</p>' if drawn else ""


def _sectors(card: Any) -> str:
    chips = "".join(f'<li class="chip">{escape(sector)}</li>' for sector in card.sectors)
    return f'<ul class="cluster">{chips}</ul>' if chips else ""


def _meta(card: Any) -> str:
    facts = ((card.unit, "map-pin"), (card.stage, "layers"))
    said = "".join(f"<span>{icon(sign)}{escape(fact)}</span>" for fact, sign in facts if fact)
    return f'<p class="card-meta">{said}</p>' if said else ""
