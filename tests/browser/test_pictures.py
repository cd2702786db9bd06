"""Pictures and videos as a browser takes them: the right size, when it is needed, without a jump."""

import base64

import pytest
from playwright.sync_api import Page, expect

from portal.core.pictures.jobs import prepare
from portal.pages.models import HomePage, NewsIndexPage, NewsPage, NewsTopic
from tests.factories.files import CAPTIONS, make_file
from tests.factories.pictures import make_image, picture_bytes

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# A second and a half of colors, recorded by the browser itself.
_RECORD = """async () => {
  const canvas = document.createElement('canvas'); canvas.width = 160; canvas.height = 90;
  const pen = canvas.getContext('2d');
  const recorder = new MediaRecorder(canvas.captureStream(20), {mimeType: 'video/webm;codecs=vp8'});
  const parts = []; recorder.ondataavailable = event => parts.push(event.data); recorder.start();
  for (let step = 0; step < 30; step++) {
    pen.fillStyle = `hsl(${step * 12} 60% 40%)`; pen.fillRect(0, 0, 160, 90);
    await new Promise(done => setTimeout(done, 50));
  }
  await new Promise(done => { recorder.onstop = done; recorder.stop(); });
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
}"""


def publish(*blocks, **values) -> str:
    """Publish an article and return its address."""
    home = HomePage.objects.get(locale__language_code="vi")
    index = NewsIndexPage.objects.child_of(home).first() or home.add_child(instance=NewsIndexPage(title="Tin tức"))
    topic = NewsTopic.objects.first() or NewsTopic.objects.create(name_vi="Sự kiện", name_en="Events")
    page = NewsPage(title="Ngày hội", lead="Một câu.", topic=topic, body=list(blocks), **values)
    index.add_child(instance=page)
    page.save_revision().publish()
    return page.url


def shift_of(page: Page) -> float:
    """Return how much has moved since the page began."""
    return page.evaluate(
        "() => new Promise(done => { let sum = 0; new PerformanceObserver(list => { for (const entry of list.getEntries())"
        " sum += entry.value; }).observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(sum), 300); })"
    )


@pytest.mark.parametrize("width", [390, 1280])
def test_pictures_come_when_they_are_needed_and_nothing_moves(open_page, width):
    images = [make_image(picture_bytes(size)) for size in ((1300, 900), (900, 1300), (300, 200))]
    for image in images:
        prepare.func(image.pk, ["cover", "body"])
    text = ("text", "<p>" + "Nuôi hàu trên bè nhựa tái chế. " * 400 + "</p>")
    blocks = [text, *(("image", {"image": image, "alt_text": "Thuyền buồm"}) for image in images[1:])]
    page = open_page(publish(*blocks, cover=images[0], cover_alt="Hội trường"), width=width)
    first, second, third = (page.locator("main article picture img").nth(place) for place in range(3))
    assert first.evaluate("image => image.currentSrc").endswith(".avif")
    assert second.evaluate("image => image.currentSrc") == ""  # not before it is near
    third.scroll_into_view_if_needed()
    expect(third).to_have_js_property("complete", True)
    second.scroll_into_view_if_needed()
    page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=second.element_handle())
    box = second.bounding_box()
    assert abs(box["height"] / box["width"] - 1300 / 900) < 0.02
    assert third.bounding_box()["width"] <= 300
    assert shift_of(page) < 0.01
    assert page.locator("html").evaluate("html => html.scrollWidth") == width


def test_a_video_is_loaded_by_parts_once_it_is_started(open_page, chromium):
    recording = chromium.new_page()
    clip = base64.b64decode(recording.evaluate(_RECORD))
    recording.close()
    video, captions = make_file(clip, "gioi-thieu.webm"), make_file(CAPTIONS, "phu-de.vtt")
    address = publish(
        ("video", {"title": "Giới thiệu", "video": video, "captions": captions, "captions_language": "vi"})
    )
    page = open_page(address)
    answers: list[int] = []
    page.on("response", lambda answer: answers.append(answer.status) if video.url in answer.url else None)
    player = page.locator("video")
    player.scroll_into_view_if_needed()
    assert answers == []
    player.evaluate("video => { video.muted = true; return video.play(); }")
    page.wait_for_function("() => document.querySelector('video').currentTime > 0.2")
    assert set(answers) == {206}
    player.evaluate("video => { video.pause(); video.currentTime = 1; }")
    page.wait_for_function(
        "() => { const v = document.querySelector('video'); return !v.seeking && v.currentTime === 1; }"
    )
    assert player.evaluate("video => video.textTracks[0].cues.length") == 1


def test_a_picture_that_is_being_prepared_says_what_it_will_show(open_page, violations):
    image = make_image(picture_bytes((600, 400)))
    page = open_page(publish(("image", {"image": image, "alt_text": "Thuyền buồm giữa các đảo"})))
    waiting = page.locator(".picture-waiting")
    expect(waiting).to_contain_text("Thuyền buồm giữa các đảo")
    assert abs(waiting.bounding_box()["height"] - 400) <= 2
    assert violations(page) == []
