"""Pictures and files of the styleguide: one drawn file stands for every size; neither database nor media folder is needed."""

from types import SimpleNamespace
from typing import Any

from django.templatetags.static import static


class SamplePicture:
    """What `draw_picture` needs of a picture: its measures and the sizes that are made."""

    width, height = 800, 600

    def __init__(self, *, made: bool = True) -> None:
        self.made = made

    def find_existing_renditions(self, *filters: Any) -> dict[Any, Any]:
        return {one: self._size(one.spec) for one in filters} if self.made else {}

    def _size(self, spec: str) -> SimpleNamespace:
        operation, _bar, encoding = spec.partition("|format-")
        width = int(operation.partition("-")[2].partition("x")[0])
        url = static(f"portal/img/sample-picture.{encoding}")
        return SimpleNamespace(file=SimpleNamespace(name=url), url=url, width=min(width, self.width))


PICTURES = [
    {"image": SamplePicture(), "format": name, "alt": "Thuyền buồm trên vịnh lúc mặt trời mọc"}
    for name in ("body", "cover", "card", "portrait")
]
PICTURES.append({"image": SamplePicture(made=False), "format": "card", "alt": "Ảnh đang được chuẩn bị"})
FILE = SimpleNamespace(
    url="#media", title="Kế hoạch hỗ trợ khởi nghiệp sáng tạo năm 2026", file_extension="pdf", get_file_size=1_240_000
)
VIDEO = SimpleNamespace(url="#media", content_type="video/mp4")
CAPTIONS = SimpleNamespace(url=static("portal/img/sample-captions.vtt"))
