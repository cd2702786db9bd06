"""The columns of the spreadsheet and the names that they may have in its first row. Documented in docs/import.md."""

import re
from collections.abc import Iterable, Sequence

from portal.core.vietnamese import fold

SEPARATOR = ";"
_SIGNS = re.compile(r"[^a-z0-9&]+")
_BETWEEN = re.compile(r"(?<!\\);|\n")

# Column: headings accepted for it, marks and case ignored. The first column of the tuple is written on export.
COLUMNS: dict[str, tuple[str, ...]] = {
    "name_vi": ("tên", "tên tổ chức", "tên doanh nghiệp", "tên tiếng việt", "tên pháp lý", "name"),
    "name_en": ("tên tiếng anh", "english name"),
    "brand_name": ("tên thương hiệu", "thương hiệu", "brand"),
    "tax_code": ("mã số thuế", "mst", "tax id"),
    "external_code": ("mã", "mã ngoài", "mã hồ sơ", "code"),
    "kind": ("loại", "loại hình", "loại tổ chức", "type"),
    "sectors": ("lĩnh vực", "ngành", "sector"),
    "tags": ("từ khóa", "công nghệ", "thẻ", "keywords", "technologies"),
    "unit": ("địa bàn", "xã phường", "xã, phường, đặc khu", "đơn vị hành chính", "commune", "ward"),
    "stage": ("giai đoạn",),
    "founded": ("năm thành lập", "thành lập", "ngày thành lập", "founded year"),
    "website": ("trang web", "web"),
    "email": ("thư điện tử", "e-mail", "email công khai"),
    "phone": ("điện thoại", "số điện thoại", "telephone"),
    "tagline_vi": ("giới thiệu ngắn", "một câu", "tagline"),
    "tagline_en": ("giới thiệu ngắn tiếng anh",),
    "description_vi": ("mô tả", "giới thiệu", "description"),
    "description_en": ("mô tả tiếng anh", "english description"),
    "products": ("sản phẩm", "sản phẩm, dịch vụ"),
    "certificate": ("giấy chứng nhận", "chứng nhận", "certificates"),
}


def plain(text: str) -> str:
    """Return a word as it is compared: marks, case, signs and spaces ignored."""
    return _SIGNS.sub(" ", fold(text)).strip()


def joined(values: Iterable[str]) -> str:
    """Write several values into one cell; a separator inside a value is escaped."""
    escaped = (value.replace(SEPARATOR, f"\\{SEPARATOR}") for value in values)
    # A space parts a backslash at the end from the separator, which it would escape.
    return f"{SEPARATOR} ".join(f"{value} " if value.endswith("\\") else value for value in escaped)


def several(cell: str) -> list[str]:
    """Read several values out of one cell, each once, in order: the mirror of `joined`."""
    parts = (part.replace(f"\\{SEPARATOR}", SEPARATOR).strip() for part in _BETWEEN.split(cell))
    return list(dict.fromkeys(part for part in parts if part))


_BY_HEADING = {plain(name): column for column, names in COLUMNS.items() for name in (column, *names)}


def recognize(headings: Sequence[str]) -> tuple[dict[int, str], list[str]]:
    """Return which place of a row holds which column, and the headings that are not known (they are left out)."""
    places: dict[int, str] = {}
    unknown = []
    for place, heading in enumerate(headings):
        column = _BY_HEADING.get(plain(heading))
        if column and column not in places.values():
            places[place] = column
        elif heading.strip():
            unknown.append(heading.strip())
    return places, unknown
