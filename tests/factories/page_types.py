"""Published pages of every kind that is a list or made of sections."""

from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from portal.core.models import PortalImage
from portal.pages.models import ContactPage, FaqPage, LandingPage, PartnersPage, PeoplePage

CONSENT = "Chỉ người của Sở đọc thư này. Thư bị xóa sau 180 ngày."


def image(title: str = "Ảnh") -> PortalImage:
    return PortalImage.objects.create(title=title, file=get_test_image_file(size=(640, 480)))


def faq(home, number: int = 1, text: str = "Đăng ký có mất phí không?") -> FaqPage:
    questions = [
        {"question": f"{text} {place}", "answer": "<p>Không mất <b>đồng</b> nào.</p>"} for place in range(number)
    ]
    groups = [("group", {"title": f"Danh bạ {place}", "questions": questions}) for place in range(number)]
    return publish(home, FaqPage(title="Hỏi đáp", introduction="<p>Điều hay được hỏi.</p>", groups=groups))


def people(home, number: int = 1, **values) -> PeoplePage:
    person = {
        "name": "Nguyễn Thị Hà",
        "role": "Đầu mối",
        "email": "ha@mail.example",
        "phone": "0203 123 456",
        "note": "",
    }
    entries = [person | {"photo": image()} | values for _place in range(number)]
    groups = [("group", {"title": f"Sở {place}", "people": entries}) for place in range(number)]
    return publish(home, PeoplePage(title="Con người", groups=groups))


def partners(home, number: int = 1, **values) -> PartnersPage:
    partner = {"name": "Trường Đại học Hạ Long", "website": "https://truong.example/", "text": "Đào tạo"}
    entries = [partner | {"logo": image()} | values for _place in range(number)]
    groups = [("group", {"title": f"Trường {place}", "partners": entries}) for place in range(number)]
    return publish(home, PartnersPage(title="Đối tác", groups=groups))


def landing(home, *sections, title: str = "Chương trình ươm tạo") -> LandingPage:
    return publish(home, LandingPage(title=title, sections=list(sections)))


def publish(home, page):
    page.locale = home.locale
    home = type(home).objects.get(pk=home.pk)
    home.add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def contact_page_below(home: Page) -> ContactPage:
    ContactPage.objects.child_of(home).delete()
    home = Page.objects.get(pk=home.pk).specific
    page = ContactPage(
        title="Liên hệ", locale=home.locale, introduction="<p>Chúng tôi đọc mọi thư.</p>", consent=CONSENT,
        thanks="<p>Cảm ơn bạn.</p>", translation_key="9a1b6f0e-0000-4000-8000-000000000001",
    )  # fmt: skip
    return home.add_child(instance=page)
