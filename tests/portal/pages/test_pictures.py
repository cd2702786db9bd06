"""The sizes of pictures that a page shows are made when it is published."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from portal.core.jobs import drain
from portal.pages.models import NewsIndexPage, NewsPage, NewsTopic
from portal.pages.pictures import pictures_of
from tests.factories.pictures import make_image, picture_bytes

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(home):
    cover, body = make_image(picture_bytes((300, 200))), make_image(picture_bytes((310, 200)))
    page = NewsPage(
        title="Ngày hội",
        lead="Một câu.",
        topic=NewsTopic.objects.first() or NewsTopic.objects.create(name_vi="Sự kiện", name_en="Events"),
        cover=cover,
        cover_alt="Hội trường",
        body=[("image", {"image": body, "alt_text": "Thuyền buồm"})],
    )
    parent = home.get_children().type(NewsIndexPage).first() or home.add_child(instance=NewsIndexPage(title="Tin tức"))
    parent.add_child(instance=page)
    return page


def test_a_page_knows_its_pictures_and_where_they_stand(article):
    cover, body = article.cover_id, article.body[0].value["image"].pk
    assert pictures_of(article) == {cover: {"cover", "card", "social"}, body: {"body"}}


def test_publishing_has_the_sizes_made(article):
    article.save_revision().publish()
    drain(until=timezone.now() + timedelta(seconds=10))
    made = set(article.cover.renditions.values_list("filter_spec", flat=True))
    assert made == {
        "fill-1200x630|format-jpeg",
        "fill-480x270|format-webp", "fill-320x180|format-webp", "fill-480x270|format-avif", "fill-320x180|format-avif",
    }  # fmt: skip
    shown = article.body[0].value["image"].renditions.values_list("filter_spec", flat=True)
    assert set(shown) == {"max-480x480|format-webp", "max-480x480|format-avif"}


def test_lost_sizes_are_made_again_on_demand(article, capsys):
    article.save_revision().publish()
    drain(until=timezone.now() + timedelta(seconds=10))
    article.cover.renditions.all().delete()
    call_command("prepare_pictures")
    assert capsys.readouterr().out.startswith("2 pictures")
    drain(until=timezone.now() + timedelta(seconds=10))
    assert article.cover.renditions.count() == 5
