"""What a reader's browser gets: sizes to choose from, room kept, nothing encoded."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import timezone

from portal.core.jobs import drain
from portal.core.models import PortalImage, PortalRendition
from portal.core.pictures.drawing import draw_picture, picture_url
from portal.core.pictures.jobs import prepare
from portal.core.pictures.renditions import read_renditions, with_renditions
from tests.factories.pictures import make_image, picture_bytes

pytestmark = pytest.mark.django_db


def soon():
    return timezone.now() + timedelta(seconds=10)


@pytest.fixture
def image():
    return make_image(picture_bytes((1000, 800)))


def test_a_picture_offers_avif_and_webp_in_several_sizes(image):
    prepare.func(image.pk, ["card"])
    html = draw_picture(image, "card", alt='Thuyền "buồm" <i>')
    source, img = re.search(r"<source ([^>]*)>", html)[1], re.search(r"<img ([^>]*)>", html)[1]
    assert 'type="image/avif"' in source
    for part, ending in ((source, "avif"), (img, "webp")):
        offered = re.search(r'srcset="([^"]*)"', part)[1].split(", ")
        assert [entry.split(" ")[1] for entry in offered] == ["320w", "480w", "640w", "960w"]
        assert all(entry.split(" ")[0].endswith(ending) for entry in offered)
        assert 'sizes="(min-width: 62rem)' in part
    assert 'width="400" height="225"' in img
    assert 'alt="Thuyền &quot;buồm&quot; &lt;i&gt;"' in img
    assert 'loading="lazy" decoding="async"' in img


def test_the_first_picture_is_fetched_at_once(image):
    prepare.func(image.pk, ["cover"])
    html = draw_picture(image, "cover", alt="", first=True)
    assert 'fetchpriority="high"' in html
    assert "lazy" not in html


def test_until_a_size_is_made_its_room_is_kept_and_nothing_is_encoded(image, django_assert_num_queries):
    with django_assert_num_queries(1):
        html = draw_picture(image, "body", alt="Thuyền buồm")
    assert 'svg width="704" height="563"' in html
    assert ">Thuyền buồm</span>" in html
    assert ">&lt;b&gt;</span>" in draw_picture(image, "body", alt="<b>")
    assert not PortalRendition.objects.exists()


def test_what_is_made_is_shown_before_all_is_made(image):
    image.get_rendition("fill-320x180|format-webp")
    html = draw_picture(image, "card", alt="")
    assert "<source" not in html
    assert "320w" in html


def test_an_editor_sees_one_size_in_the_preview(image):
    request = RequestFactory().get("/")
    request.is_preview = True
    template = Template('{% load pictures %}{% picture image "card" alt="" %}')
    html = template.render(Context({"image": image, "request": request}))
    assert [made.filter_spec for made in PortalRendition.objects.all()] == ["fill-640x360|format-webp"]
    assert "640w" in html
    assert "picture-waiting" in template.render(Context({"image": make_image(), "request": RequestFactory().get("/")}))


def test_the_tag_draws_nothing_without_a_picture():
    assert (
        Template('{% load pictures %}{% picture none "card" %}{% picture_url none "social" %}').render(Context()) == ""
    )


def test_a_crop_keeps_what_the_editor_marked():
    content = picture_bytes((400, 1600))
    image = make_image(content, focal_point_x=100, focal_point_y=1550, focal_point_width=60, focal_point_height=60)
    prepare.func(image.pk, ["card"])
    low = Path(image.renditions.get(filter_spec="fill-320x180|format-webp").file.path)
    from PIL import Image

    red, _green, blue = Image.open(low).convert("RGB").getpixel((10, 10))
    assert blue > red + 150  # the blue quarter lies at the foot


def test_an_address_of_one_size_is_empty_until_it_is_made(image):
    assert picture_url(image, "social") == ""
    prepare.func(image.pk, ["social", "poster"])
    assert picture_url(image, "social").endswith(".jpg")
    assert picture_url(image, "poster").endswith(".webp")


@pytest.mark.parametrize("number", [1, 3])
def test_a_list_reads_its_sizes_in_one_statement(number, django_assert_num_queries):
    for _picture in range(number):
        prepare.func(make_image().pk, ["card"])
    images = list(PortalImage.objects.all())
    with django_assert_num_queries(1):
        read_renditions([*images, None], "card")
        html = "".join(draw_picture(image, "card", alt="") for image in images)
    assert html.count("<source") == number


@pytest.mark.parametrize("number", [1, 3])
def test_a_list_of_owners_reads_its_pictures_in_two_statements(number, django_assert_num_queries):
    from startups.models import Organization
    from tests.factories.startups import OrganizationFactory

    for _organization in range(number):
        OrganizationFactory(logo=make_image())
    for image in PortalImage.objects.all():
        prepare.func(image.pk, ["portrait"])
    with django_assert_num_queries(2):
        found = list(Organization.objects.select_related("logo").prefetch_related(with_renditions("logo", "portrait")))
        html = "".join(draw_picture(organization.logo, "portrait", alt="") for organization in found)
    assert html.count("<source") == number


def test_a_picture_that_an_editor_saves_is_made_in_every_size(django_user_model):
    user = django_user_model.objects.create_user("lan@example.org")
    image = make_image(picture_bytes((300, 200)), uploaded_by_user=user)
    assert drain(until=soon()) > 0
    made = set(image.renditions.values_list("filter_spec", flat=True))
    assert {"fill-320x180|format-avif", "max-480x480|format-webp", "fill-1200x630|format-jpeg"} <= made
    image.focal_point_x = image.focal_point_y = image.focal_point_width = image.focal_point_height = 50
    image.save()
    drain(until=soon())
    assert image.renditions.filter(filter_spec="fill-320x180|format-avif").count() == 2
