"""What the styleguide shows its components with: believable Vietnamese texts, every state once. No database."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import segno
from django import forms

from portal.core.hexagons import center, view_box


class SampleForm(forms.Form):
    """One field of each sort, with hints and, when it is bound without data, with errors."""

    name = forms.CharField(label="Tên tổ chức", help_text="Như trong giấy chứng nhận đăng ký.", max_length=200)
    email = forms.EmailField(label="Thư điện tử", widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    stage = forms.ChoiceField(
        label="Giai đoạn", choices=[("", "Chọn giai đoạn"), ("idea", "Ý tưởng"), ("growth", "Tăng trưởng")]
    )
    about = forms.CharField(label="Giới thiệu", widget=forms.Textarea(attrs={"rows": 3}), required=False)


def _organization(name: str, tagline: str, **more: object) -> SimpleNamespace:
    values: dict[str, object] = {
        "name": name,
        "url": "#cards",
        "kind": "Startup",
        "tagline": tagline,
        "tagline_language": "",
        "sectors": ["Kinh tế biển", "Nông nghiệp công nghệ cao"],
        "unit": "Đặc khu Vân Đồn",
        "stage": "Tăng trưởng",
        "badges": [],
        "logo_url": "",
        "is_raising": False,
        "is_sample": False,
    }
    return SimpleNamespace(**(values | more))


BADGES = [
    ("certified_st_enterprise", "Doanh nghiệp KH&CN có giấy chứng nhận"),
    ("recognized_startup", "Startup được công nhận"),
    ("self_declared", "Tự khai"),
    ("raising", "Đang gọi vốn"),
    ("sample", "Mẫu"),
    ("closed", "Đã dừng hoạt động"),
]

ORGANIZATIONS = [
    _organization(
        "Hàu Xanh Bái Tử Long (mẫu)",
        "Nuôi hàu trên bè nhựa tái chế, truy xuất từng lồng từ bè tới bàn ăn.",
        badges=BADGES[:1],
        is_raising=True,
        is_sample=True,
        kind="Doanh nghiệp KH&CN",
    ),
    _organization(
        "Cảm Biến Mỏ Mạo Khê",
        "Cảnh báo khí mê-tan sớm cho thợ lò bằng cảm biến không dây, pin dùng ba năm.",
        badges=BADGES[1:3],
        unit="Phường Mạo Khê",
        sectors=["Khai khoáng sạch"],
        stage="Sản phẩm thử nghiệm",
    ),
    _organization(
        "Trung tâm Ươm tạo và Hỗ trợ khởi nghiệp sáng tạo của một trường đại học có tên rất dài",
        "Không gian làm việc chung, phòng thí nghiệm và cố vấn cho nhóm khởi nghiệp sinh viên.",
        stage="",
        kind="Vườn ươm",
        sectors=[],
        unit="Phường Uông Bí",
    ),
]

_CHOICES = ("Kinh tế biển", "Công nghiệp chế biến, chế tạo", "Du lịch thông minh", "Trí tuệ nhân tạo")


def _choices(names: tuple[str, ...], first: int) -> list[SimpleNamespace]:
    return [
        SimpleNamespace(value=f"v{place}", label=name, count=97 // place, selected=place == 1)
        for place, name in enumerate(names, start=first)
    ]


FACETS = [
    SimpleNamespace(
        name="sector",
        label="Lĩnh vực",
        open=True,
        choices=_choices(_CHOICES, 1),
        more=_choices(("Logistics", "Giáo dục và đào tạo"), 5),
    ),
    SimpleNamespace(
        name="stage", label="Giai đoạn", open=False, choices=_choices(("Ý tưởng", "Tăng trưởng"), 7), more=[]
    ),
]

STATS = [
    {"value": "31", "label": "doanh nghiệp khoa học và công nghệ", "source": "Báo cáo của tỉnh", "date": "7/2025"},
    {
        "value": "3/34",
        "label": "xếp hạng chỉ số đổi mới sáng tạo cấp địa phương",
        "note": "58,41 điểm",
        "source": "Bộ Khoa học và Công nghệ",
        "source_url": "https://www.most.gov.vn/",
        "date": "10/2025",
    },
]

FACTS = [
    {"label": "Loại hình", "text": "Doanh nghiệp KH&CN"},
    {"label": "Địa bàn", "text": "Đặc khu Vân Đồn", "url": "#facts"},
    {"label": "Thành lập", "text": "2021"},
    {"label": "Trang web", "text": "hau-xanh.example", "url": "#facts"},
    {"label": "Xác minh gần nhất", "text": "12/10/2026"},
]

PAGES = [
    {"number": 1, "url": "#pagination"},
    {"number": 2, "current": True},
    {"number": 3, "url": "#pagination"},
    {"number": 8, "gap": True},
    {"number": 9, "url": "#pagination"},
]

CRUMBS = [
    {"label": "Trang chủ", "url": "#breadcrumb"},
    {"label": "Danh bạ", "url": "#breadcrumb"},
    {"label": "Hàu Xanh Bái Tử Long (mẫu)"},
]

SORTS = [("relevance", "Phù hợp nhất", True), ("name", "Tên A–Z", False), ("newest", "Mới nhất", False)]

OPTIONS = [
    ("Nuôi hàu trên bè", "Từ khóa"),
    ("Hàu Xanh Bái Tử Long (mẫu)", "Doanh nghiệp KH&CN"),
    ("Đặc khu Vân Đồn", "Địa bàn"),
]

TABS = [
    {"name": "all", "label": "Tất cả", "count": 128, "url": "#site_search", "current": True},
    {"name": "organization", "label": "Tổ chức", "count": 115, "url": "#site_search", "current": False},
    {"name": "news", "label": "Tin tức", "count": 12, "url": "#site_search", "current": False},
    {"name": "page", "label": "Trang", "count": 1, "url": "#site_search", "current": False},
    {"name": "policy", "label": "Văn bản", "count": 0, "url": "", "current": False},
]


def _result(kind: str, title: str, text: str, *details: str, day: date | None = None, sample: bool = False) -> dict:
    card = {"url": "#site_search", "details": details, "day": day, "is_sample": sample}
    return {"kind": kind, "title": title, "text": text, "card": card}


RESULTS = [
    _result(
        "Tổ chức",
        "<mark>Hàu</mark> Xanh Bái Tử Long (mẫu)",
        "Nuôi <mark>hàu</mark> trên bè nhựa tái chế, truy xuất từng lồng từ bè tới bàn ăn.",
        "Doanh nghiệp KH&CN",
        "Đặc khu Vân Đồn",
        sample=True,
    ),
    _result("Tin tức", "Vụ <mark>hàu</mark> đầu tiên có mã truy xuất", "… bè nuôi", day=date(2026, 10, 12)),
    _result("Trang", "Về dữ liệu", ""),
]

COLORS = (
    "ink",
    "ink-2",
    "muted",
    "line",
    "line-strong",
    "surface",
    "canvas",
    "sunken",
    "sea",
    "sea-soft",
    "sea-deep",
    "sun",
    "sun-soft",
    "jade",
    "jade-soft",
    "coral",
    "coral-soft",
    "danger",
    "danger-soft",
    "violet",
    "violet-soft",
)

_UNITS = (
    ("Phường Bãi Cháy", 0, 0, 31, 5),
    ("Phường Hạ Long", 1, 0, 24, 4),
    ("Phường Cao Xanh", 0, -1, 15, 3),
    ("Phường Hà Lầm", 1, -1, 9, 2),
    ("Phường Hồng Gai", -1, 1, 4, 1),
    ("Phường Hà Tu", 2, -1, 0, 0),
    ("Đặc khu Vân Đồn", 3, 0, 12, 3),
)


def sample_map() -> dict[str, Any]:
    """Return a map of a few units with every shade."""
    hexes = []
    for label, q, r, count, step in _UNITS:
        x, y = center(q, r)
        short = label.split(" ", 1)[1].removeprefix("khu ")
        hexes.append({"x": x, "y": y, "label": label, "short": short, "count": count, "step": step, "url": "#map"})
    labels = ("0", "1–6", "7–12", "13–18", "19–24", "từ 25 trở lên")
    legend = [{"step": step, "label": label} for step, label in enumerate(labels)]
    return {"view_box": view_box((q, r) for _, q, r, _, _ in _UNITS), "hexes": hexes, "legend": legend}


def unit_rows() -> list[dict[str, Any]]:
    """Return the same units as rows of a table."""
    return [{"label": label, "count": count, "url": "#map"} for label, _, _, count, _ in _UNITS]


SCAN_KEY = "SAMPLESAMPLESAMPLESAMPLESAMPLE23"
SCAN_CODE = segno.make(f"otpauth://totp/sample?secret={SCAN_KEY}", error="m", micro=False).svg_data_uri(
    scale=4, border=4, light="white"
)
CODES = ["01234567", "12345678", "23456789", "34567890", "45678901"]
