"""The columns of the spreadsheet, and the names under which they may stand in its first row. Documented in docs/import.md."""

from collections.abc import Sequence

from portal.core.vietnamese import fold

SEPARATOR = ";"

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


def _plain(heading: str) -> str:
    return " ".join(fold(heading.replace("_", " ")).split())


_BY_HEADING = {_plain(name): column for column, names in COLUMNS.items() for name in (column, *names)}


def recognize(headings: Sequence[str]) -> tuple[dict[int, str], list[str]]:
    """Return which place of a row holds which column, and the headings that are not known (they are left out)."""
    places: dict[int, str] = {}
    unknown = []
    for place, heading in enumerate(headings):
        column = _BY_HEADING.get(_plain(heading))
        if column and column not in places.values():
            places[place] = column
        elif heading.strip():
            unknown.append(heading.strip())
    return places, unknown
