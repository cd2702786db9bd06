"""The markup of a picture: `<picture>` with AVIF and WebP, from what is made; a quiet field of the same size until then."""

from typing import TYPE_CHECKING, Any

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from portal.core.pictures.formats import AVIF, FORMATS, SOCIAL, WEBP, filters_for, rendition_filter

if TYPE_CHECKING:
    from portal.core.models import PortalImage

_addresses: dict[str, str] = {}
_MOST_ADDRESSES = 5000
_FIRST = mark_safe(' fetchpriority="high"')
_LATER = mark_safe(' loading="lazy" decoding="async"')


def draw_picture(
    image: "PortalImage", name: str, *, alt: str, first: bool = False, sizes: str = "", make: bool = False
) -> SafeString:
    """Return the markup of a picture in one of the named formats.

    `alt` is empty for what only decorates. `first` is for the one picture that a reader sees without scrolling. `make`
    is for previews: an editor waits for one size rather than see none.
    """
    chosen = FORMATS[name]
    width, height = chosen.shown(image)
    webp = filters_for(image, name, WEBP)
    found = image.find_existing_renditions(*filters_for(image, name, AVIF), *webp)
    if make and not any(one in found for one in webp):
        found[webp[len(webp) // 2]] = image.get_rendition(webp[len(webp) // 2])
    sets = {
        encoding: [found[one] for one in filters_for(image, name, encoding) if one in found]
        for encoding in (AVIF, WEBP)
    }
    if not sets[WEBP]:
        return _waiting(name, alt, width, height)
    where = sizes or chosen.sizes_for(image)
    source: str | SafeString = ""
    if sets[AVIF]:
        source = format_html('<source type="image/avif" srcset="{}" sizes="{}">', _srcset(sets[AVIF]), where)
    return format_html(
        '<picture class="picture picture-{}">{}<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}"{}></picture>',
        name, source, mark_safe(_address(sets[WEBP][-1])), _srcset(sets[WEBP]), where, width, height, alt, _FIRST if first else _LATER,
    )  # fmt: skip


def picture_url(image: "PortalImage", name: str) -> str:
    """Return the address of one size, for a player's poster or (`social`) a shared link; empty until it is made."""
    wanted = (rendition_filter(SOCIAL),) if name == "social" else filters_for(image, name, WEBP)
    found = image.find_existing_renditions(*wanted)
    return found[max(found, key=wanted.index)].url if found else ""


def _srcset(renditions: list[Any]) -> SafeString:
    """Join addresses, which are escaped, and widths."""
    return mark_safe(", ".join(f"{_address(one)} {one.width:d}w" for one in renditions))


def _address(rendition: Any) -> str:
    """Return the escaped address of a size. Kept by the name of its file: joining addresses is the dear part of a list."""
    name = rendition.file.name
    if name not in _addresses:
        if len(_addresses) >= _MOST_ADDRESSES:
            _addresses.clear()
        _addresses[name] = escape(rendition.url)
    return _addresses[name]


def _waiting(name: str, alt: str, width: int, height: int) -> SafeString:
    """Keep the place and say what will be there: making a size takes a worker some seconds after the picture was saved."""
    return format_html(
        '<span class="picture picture-{} picture-waiting"><svg width="{}" height="{}" viewBox="0 0 {} {}" aria-hidden="true">'
        '<rect width="100%" height="100%"/></svg><span class="picture-waiting-text">{}</span></span>',
        name, width, height, width, height, alt,
    )  # fmt: skip
