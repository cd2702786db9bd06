"""Every component in both color schemes, with the texts that it really carries; axe reads this page in the tests."""

from types import SimpleNamespace

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from portal.core.permissions import ANYONE, open_to

_SECTIONS = (
    "buttons", "badges", "chips", "cards", "search", "facets", "sorting", "pagination", "alerts", "empty", "fields",
    "figures", "facts", "table", "map", "navigation",
)  # fmt: skip


class _All(list):
    def all(self) -> "_All":
        return self


class SampleForm(forms.Form):
    """A form with a hint, and with an error when it is bound without its field."""

    name = forms.CharField(
        label="Tên tổ chức", help_text="Như trong giấy đăng ký.", widget=forms.TextInput(attrs={"class": "input"})
    )


def _organization(name: str, tagline: str, **more: object) -> SimpleNamespace:
    values = {
        "name": name, "tagline": tagline, "logo": None, "is_sample": True, "is_raising": False, "badges": [],
        "sectors": _All([SimpleNamespace(name="Kinh tế biển"), SimpleNamespace(name="Logistics")]),
        "unit": SimpleNamespace(name="Đặc khu Vân Đồn"), "stage": "growth", "get_absolute_url": "#cards",
        "get_kind_display": "Startup", "get_stage_display": "Tăng trưởng",
    }  # fmt: skip
    return SimpleNamespace(**(values | more))


def _samples() -> dict:
    certified = SimpleNamespace(value="certified_st_enterprise", label="Doanh nghiệp KH&CN có giấy chứng nhận")
    declared = SimpleNamespace(value="self_declared", label="Tự khai")
    choice = [{"value": f"v{n}", "label": label, "count": n * 7, "selected": n == 1} for n, label in enumerate(("Ươm tạo", "Kinh tế biển", "Công nghiệp chế biến, chế tạo"), start=1)]
    hexes = [
        {"x": 0, "y": 0, "step": 2, "count": 12, "label": "Phường Hạ Long", "short": "Hạ Long", "url": "#map"},
        {"x": 34, "y": 0, "step": 4, "count": 31, "label": "Phường Bãi Cháy", "short": "Bãi Cháy", "url": "#map"},
    ]  # fmt: skip
    return {
        "first": _organization("Hàu Xanh Bái Tử Long (mẫu)", "Nuôi hàu trên bè nhựa tái chế, truy xuất từng lồng từ bè tới bàn ăn.", badges=[certified], is_raising=True),
        "second": _organization("Cảm Biến Mỏ Mạo Khê (mẫu)", "Cảnh báo khí mê-tan sớm cho thợ lò bằng cảm biến không dây.", badges=[declared]),
        "marked": "Nuôi <mark>hàu</mark> trên bè nhựa tái chế ở <mark>Vân Đồn</mark>.",
        "facet": {"name": "sector", "label": "Lĩnh vực", "open": True, "choices": choice, "more": [{"value": "v9", "label": "Lĩnh vực khác", "count": 2, "selected": False}]},
        "pages": [{"number": 1, "url": "#pagination"}, {"number": 2, "current": True}, {"number": 3, "url": "#pagination"}, {"number": 8, "gap": True}, {"number": 9, "url": "#pagination"}],
        "map": {"view_box": "-20 -22 76 44", "hexes": hexes, "legend": [{"step": 0, "label": "0"}, {"step": 2, "label": "3–12"}, {"step": 4, "label": "30 trở lên"}]},
        "actions": [{"label": "Tất cả tổ chức", "url": "#empty", "strong": True}],
        "crumbs": [{"label": "Trang chủ", "url": "#navigation"}, {"label": "Danh bạ", "url": ""}],
        "sections": _SECTIONS,
    }  # fmt: skip


@open_to(ANYONE)
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show every component, light beside dark."""
    schemes = [
        {"name": name, "form": SampleForm(auto_id=f"{name}_%s"), "wrong": SampleForm({}, auto_id=f"{name}_wrong_%s")}
        for name in ("light", "dark")
    ]
    return render(request, "styleguide/index.html", {"schemes": schemes, **_samples()})


urlpatterns = [path("", styleguide, name="styleguide")]
