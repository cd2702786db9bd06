"""Files and videos inside a text: what they need before they are published, and what readers get."""

import pytest
from django.contrib.auth.models import Group
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import Collection, CollectionViewRestriction

from portal.core.pictures.jobs import prepare
from portal.pages.blocks.files import FileBlock, VideoBlock
from tests.factories.files import CAPTIONS, MP4, make_file
from tests.factories.pictures import make_image, picture_bytes

pytestmark = pytest.mark.django_db


@pytest.fixture
def video():
    return make_file(MP4, "gioi-thieu.mp4", title="Giới thiệu")


@pytest.fixture
def captions():
    return make_file(CAPTIONS, "phu-de.vtt", title="Phụ đề")


@pytest.fixture
def poster():
    return make_image(picture_bytes((600, 400)))


@pytest.fixture
def private():
    collection = Collection.get_first_root_node().add_child(name="Nội bộ thử")
    restriction = CollectionViewRestriction.objects.create(collection=collection, restriction_type="groups")
    restriction.groups.add(Group.objects.get(name="Biên tập viên"))
    return make_file(collection=collection)


def of(block, **values):
    keys = {name: value.pk if hasattr(value, "pk") else value for name, value in values.items()}
    return block.to_python({"title": "Giới thiệu vịnh", **keys})


def wrong(block, **values) -> dict[str, str]:
    with pytest.raises(StructBlockValidationError) as caught:
        block.clean(of(block, **values))
    return {name: error.messages[0] for name, error in caught.value.block_errors.items()}


def test_a_video_needs_captions_or_silence(video, captions):
    assert "phụ đề" in wrong(VideoBlock(), video=video)["captions"]
    assert VideoBlock().clean(of(VideoBlock(), video=video, captions=captions))
    assert VideoBlock().clean(of(VideoBlock(), video=video, silent=True))


def test_a_video_is_a_file_or_a_page_elsewhere(video, captions, poster):
    link = "https://www.youtube.com/watch?v=1"
    assert set(wrong(VideoBlock())) == {"video"}
    assert set(wrong(VideoBlock(), video=video, captions=captions, link=link)) == {"link"}
    assert "ảnh chờ" in wrong(VideoBlock(), link=link)["poster"]
    assert VideoBlock().clean(of(VideoBlock(), link=link, poster=poster)).host == "youtube.com"


def test_each_file_stands_at_its_place(video, captions):
    pdf = make_file()
    assert set(wrong(VideoBlock(), video=pdf, captions=captions)) == {"video"}
    assert set(wrong(VideoBlock(), video=video, captions=pdf)) == {"captions"}
    assert set(wrong(FileBlock(), file=video)) == {"file"}
    assert FileBlock().clean(of(FileBlock(), file=pdf))


def test_a_draft_may_lack_what_is_still_being_made(video):
    assert VideoBlock().clean_deferred(of(VideoBlock()))
    assert VideoBlock().clean_deferred(of(VideoBlock(), video=video))


def test_a_file_that_readers_could_not_open_is_refused(private):
    assert "bộ sưu tập riêng" in wrong(FileBlock(), file=private)["file"]


def test_a_player_loads_nothing_before_it_is_started(video, captions, poster):
    prepare.func(poster.pk, ["poster"])
    html = VideoBlock().render(of(VideoBlock(), video=video, captions=captions, poster=poster, credit="Đài tỉnh"))
    assert '<video class="video" controls preload="none"' in html
    assert 'poster="/media/images/' in html
    assert f'<source src="{video.url}" type="video/mp4">' in html
    assert f'<track kind="captions" src="{captions.url}" srclang="vi" label="Tiếng Việt" default>' in html
    assert "iframe" not in html
    assert "Video: Đài tỉnh" in " ".join(html.split())


def test_a_video_elsewhere_is_a_link_with_the_name_of_the_site(poster):
    html = VideoBlock().render(of(VideoBlock(), link="https://www.youtube.com/watch?v=1", poster=poster))
    assert 'href="https://www.youtube.com/watch?v=1"' in html
    assert "Xem trên youtube.com" in html
    assert "<video" not in html


def test_a_file_says_its_kind_and_size():
    html = FileBlock().render(of(FileBlock(), file=make_file(), title=""))
    assert "Quyết định" in html
    assert "PDF, 125" in html.replace("\xa0", " ")
