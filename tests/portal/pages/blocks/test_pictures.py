"""A picture inside a text cannot be published without words, unless it only decorates."""

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from portal.core.pictures.jobs import prepare
from portal.pages.blocks.pictures import PictureBlock
from tests.factories.pictures import make_image, picture_bytes

pytestmark = pytest.mark.django_db


@pytest.fixture
def image():
    return make_image(picture_bytes((300, 200)), credit="Minh Hà")


def value(image, **values):
    return PictureBlock().to_python({"image": image.pk, **values})


def refused(block, given) -> dict[str, str]:
    with pytest.raises(StructBlockValidationError) as caught:
        block.clean(given)
    return {name: error.messages[0] for name, error in caught.value.block_errors.items()}


@pytest.mark.parametrize("text", ["", "   "])
def test_a_picture_without_words_is_refused(image, text):
    assert refused(PictureBlock(), value(image, alt_text=text)) == {
        "alt_text": "Hãy viết ảnh cho thấy điều gì, hoặc đánh dấu ảnh chỉ để trang trí."
    }


@pytest.mark.parametrize("text", ["DSC_0012.JPG", "IMG_2034", "anh-1.webp", "screenshot"])
def test_the_name_of_a_file_says_nothing(image, text):
    assert "tên tệp" in refused(PictureBlock(), value(image, alt_text=text))["alt_text"]


def test_words_or_decoration_are_enough(image):
    assert PictureBlock().clean(value(image, alt_text="Thuyền buồm")).alt == "Thuyền buồm"
    cleaned = PictureBlock().clean(value(image, alt_text="quên xóa", decorative=True))
    assert (cleaned.alt, cleaned["alt_text"]) == ("", "")


def test_a_draft_may_still_lack_the_words(image):
    assert PictureBlock().clean_deferred(value(image)).alt == ""


def test_a_picture_is_demanded():
    assert set(refused(PictureBlock(), PictureBlock().to_python({"alt_text": "Thuyền"}))) == {"image"}


def test_caption_and_credit_stand_below_it(image):
    prepare.func(image.pk, ["body"])
    html = PictureBlock().render(value(image, alt_text="<b>Thuyền</b>", caption="Lễ <i>khai mạc</i>"))
    assert "&lt;b&gt;Thuyền" in html
    assert "Lễ &lt;i&gt;khai mạc" in html
    assert "Ảnh: Minh Hà" in " ".join(html.split())
    assert "Báo Quảng Ninh" in PictureBlock().render(value(image, alt_text="x", credit="Báo Quảng Ninh"))
    assert "figcaption" not in PictureBlock().render(value(make_image(), decorative=True))


def test_a_picture_that_was_deleted_is_left_out(image):
    given = value(image, alt_text="Thuyền")
    image.delete()
    given["image"] = None
    assert PictureBlock().render(given).strip() == ""


def test_the_words_are_found_by_a_search(image):
    assert "Thuyền buồm" in PictureBlock().get_searchable_content(value(image, alt_text="Thuyền buồm"))
