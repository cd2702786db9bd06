"""Samples of what stands in news and in the library of documents."""

from datetime import date, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo


def _article(title: str, topic: str, topic_id: int, **more: object) -> SimpleNamespace:
    values: dict[str, object] = {
        "title": title,
        "lead": "Từ vụ này, hai bên thử nối hai hệ thống lại để người nuôi chỉ phải ghi một lần.",
        "topic": SimpleNamespace(name=topic),
        "topic_id": topic_id,
        "cover": None,
        "first_published_at": datetime(2026, 11, 20, 8, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")),
        "is_sample": False,
    }
    return SimpleNamespace(**(values | more))


ARTICLES = [
    _article("Hai đơn vị ở Vân Đồn thử dùng chung một nhật ký bè hàu (mẫu)", "Công nghệ", 1, is_sample=True),
    _article("Nấm chẹo Tiên Yên và mục tiêu đưa nghiên cứu vào thực tiễn", "Câu chuyện", 2),
    _article("Buổi đọc chéo về Nghị định 268", "Chính sách", 3),
    _article("Quỹ mở bàn hỏi đáp hằng tháng", "Vốn và đầu tư", 4),
    _article("Bảy chục việc treo ở Quảng Yên", "Sự kiện", 5),
]
LINE = SimpleNamespace(
    name="Hàu Xanh Bái Tử Long (mẫu)",
    tagline="Nuôi hàu trên bè nhựa HDPE, mỗi lồng có mã riêng từ bè tới bàn ăn.",
    is_sample=True,
    get_kind_display="Doanh nghiệp KH&CN",
    get_absolute_url="#news",
)
POLICIES = [
    {
        "validity": SimpleNamespace(value="in-force", label="Còn hiệu lực"),
        "document": SimpleNamespace(
            number="268/2025/NĐ-CP",
            get_kind_display="Nghị định",
            get_absolute_url="#news",
            title="Quy định chi tiết về đổi mới sáng tạo và doanh nghiệp khoa học và công nghệ",
            title_en="On innovation and science-and-technology enterprises",
            summary="Điều kiện theo quy mô doanh nghiệp; có hiệu lực từ ngày ký.",
            summary_en="Conditions by size.",
            issuer="Chính phủ",
            issuer_en="Government",
            issued_on=date(2025, 10, 14),
            is_verified=True,
        ),
    },
    {
        "validity": SimpleNamespace(value="unknown", label="Chưa rõ hiệu lực"),
        "document": SimpleNamespace(
            number="1974/QĐ-UBND",
            get_kind_display="Quyết định",
            get_absolute_url="#news",
            title="Đề án phát triển thị trường khoa học và công nghệ đến năm 2030",
            title_en="Project for the science and technology market to 2030",
            summary="",
            summary_en="",
            issuer="Ủy ban nhân dân tỉnh Quảng Ninh",
            issuer_en="People's Committee of Quảng Ninh",
            issued_on=date(2025, 6, 13),
            is_verified=False,
        ),
    },
]
