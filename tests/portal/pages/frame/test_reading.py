"""The frame of every page: what administrators set, in the reader's language, at once and in two statements."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from portal.pages.frame.reading import frame
from portal.pages.models import SiteSettings, StandardPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def chosen() -> SiteSettings:
    return SiteSettings.load()


def link(page=None, **values) -> dict:
    return {"type": "link", "value": {"page": page and page.pk, "label": "", "label_en": "", "address": ""} | values}


def column(title: str, *links: dict) -> dict:
    items = [{"type": "item", "value": each["value"]} for each in links]
    return {"type": "column", "value": {"title": title, "title_en": f"{title} (en)", "links": items}}


def save(chosen, **values) -> SiteSettings:
    for name, value in values.items():
        setattr(chosen, name, value)
    chosen.save()
    return chosen


def labels(links) -> list[tuple[str, str]]:
    return [(each.label, each.url) for each in links]


def fresh(language: str = "vi"):
    return frame(language, uuid.uuid4().hex)


def test_without_settings_the_portal_stands_as_it_comes():
    SiteSettings.objects.all().delete()
    for language, start, first, about in [
        ("vi", "", "Danh bạ", ["/tuyen-bo-tro-nang/", "/ve-du-lieu/"]),
        ("en", "/en", "Directory", ["/en/tuyen-bo-tro-nang/", "/en/ve-du-lieu/"]),
    ]:
        now = fresh(language)
        assert labels(now.menu)[0] == (first, f"{start}/doanh-nghiep/")
        assert set(about) <= {each.url for each in now.about}
        assert (now.columns, now.social, now.notice_now(), now.email, now.phone, now.address) == (
            (),
            (),
            None,
            "",
            "",
            "",
        )


def test_a_link_is_by_page_and_speaks_the_language_of_the_reader(chosen, text_page):
    save(chosen, navigation=[link(text_page), link(text_page, label="Dữ liệu", label_en="Data")])
    assert labels(fresh().menu) == [("Về dữ liệu", "/ve-du-lieu/"), ("Dữ liệu", "/ve-du-lieu/")]
    assert labels(fresh("en").menu) == [("About the data", "/en/ve-du-lieu/"), ("Data", "/en/ve-du-lieu/")]
    # Chosen in English, found in Vietnamese.
    save(chosen, navigation=[link(text_page.get_translations().get())])
    assert labels(fresh().menu) == [("Về dữ liệu", "/ve-du-lieu/")]


def test_a_page_not_named_in_english_has_its_english_title(chosen, text_page):
    save(chosen, navigation=[link(text_page, label="Dữ liệu")])
    assert labels(fresh("en").menu) == [("About the data", "/en/ve-du-lieu/")]


def test_a_page_that_is_moved_keeps_its_place_in_the_menu(chosen, text_page):
    save(chosen, navigation=[link(text_page)])
    text_page.move(StandardPage.objects.get(slug="tuyen-bo-tro-nang", locale=text_page.locale), pos="last-child")
    assert labels(fresh().menu) == [("Về dữ liệu", "/tuyen-bo-tro-nang/ve-du-lieu/")]


def test_a_page_without_live_version_in_a_language_is_not_linked_there(chosen, text_page):
    save(chosen, navigation=[link(text_page)], footer=[column("Dữ liệu", link(text_page))])
    text_page.get_translations().get().unpublish()
    assert labels(fresh().menu) == [("Về dữ liệu", "/ve-du-lieu/")]
    assert fresh("en").menu == ()
    assert fresh("en").columns == ()  # nor is a heading left over nothing
    text_page.delete()
    assert fresh().menu == ()


def test_an_address_within_the_site_is_that_of_the_language(chosen):
    addresses = [
        "/doanh-nghiep/?sector=logistics",
        "/api/v1/docs",
        "https://www.most.gov.vn/",
        "mailto:so@mail.example",
    ]
    save(chosen, navigation=[link(label="Một", label_en="One", address=each) for each in addresses])
    assert [each.url for each in fresh().menu] == addresses
    assert [each.url for each in fresh("en").menu] == ["/en/doanh-nghiep/?sector=logistics", *addresses[1:]]
    assert {each.label for each in fresh("en").menu} == {"One"}
    save(chosen, navigation=[link(label="Một", label_en="One", address="/en/doanh-nghiep/?sector=logistics")])
    assert fresh().menu[0].url == "/doanh-nghiep/?sector=logistics"


def test_columns_of_the_footer_stand_before_the_pages_marked_for_it(chosen, text_page):
    save(chosen, footer=[column("Dữ liệu", link(text_page), link(label="Mã", label_en="Code", address="/api/v1/docs"))])
    now = fresh()
    assert [(each.title, labels(each.links)) for each in now.columns] == [
        ("Dữ liệu", [("Về dữ liệu", "/ve-du-lieu/"), ("Mã", "/api/v1/docs")])
    ]
    about = {each.url for each in now.about}
    assert "/tuyen-bo-tro-nang/" in about
    assert "/ve-du-lieu/" not in about  # what a column has, is not said twice
    assert fresh("en").columns[0].title == "Dữ liệu (en)"


@pytest.mark.parametrize(
    ("begins", "ends", "shown"),
    [(None, None, True), (-1, 1, True), (1, 2, False), (-2, -1, False), (None, -1, False), (-1, None, True)],
)
def test_a_notice_is_shown_in_its_time(chosen, begins, ends, shown):
    hours = [each and timezone.now() + timedelta(hours=each) for each in (begins, ends)]
    save(chosen, notice_vi="Tạm dừng tối nay.", notice_from=hours[0], notice_until=hours[1])
    assert bool(fresh().notice_now()) is shown


def test_a_notice_without_english_is_marked_as_vietnamese(chosen, client):
    save(chosen, notice_vi="Tạm dừng tối nay.", notice_kind="warning")
    text = client.get("/en/").content.decode()
    assert '<p lang="vi">Tạm dừng tối nay.</p>' in text
    assert "notice-warning" in text
    save(chosen, notice_en="Closed tonight.")
    assert fresh("en").notice_now().text == "Closed tonight."
    assert fresh("en").notice_now().language == "en"


@pytest.mark.parametrize("number", [1, 3])
def test_its_statements_do_not_grow(chosen, home, django_assert_num_queries, number):
    pages = [
        home.add_child(instance=StandardPage(title=f"Trang {each}", body="<p>…</p>", locale=home.locale))
        for each in range(number)
    ]
    save(chosen, navigation=[link(page) for page in pages], footer=[column("Cột", *map(link, pages))] * number)
    with django_assert_num_queries(2):
        now = fresh()
    assert len(now.menu) == len(now.columns[0].links) == number


def test_every_page_shows_a_change_at_once(chosen, client, django_capture_on_commit_callbacks, editor):
    for _time in range(2):
        assert "Tạm dừng tối nay." not in client.get("/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        save(chosen, notice_vi="Tạm dừng tối nay.", contact_phone="0203 123 4567", contact_email="so@mail.example")
    text = client.get("/").content.decode()
    assert "Tạm dừng tối nay." in text
    assert 'href="tel:02031234567"' in text
    client.force_login(editor)
    assert 'href="mailto:so@mail.example"' in client.get("/ve-du-lieu/").content.decode()


def test_the_menu_says_where_the_reader_is(client, chosen, text_page, home):
    below = text_page.add_child(instance=StandardPage(title="Nguồn", slug="nguon", body="<p>…</p>", locale=home.locale))
    save(chosen, navigation=[link(home), link(text_page)])
    assert 'href="/ve-du-lieu/" aria-current="page"' in client.get("/ve-du-lieu/").content.decode()
    text = client.get(f"/ve-du-lieu/{below.slug}/").content.decode()
    assert 'href="/ve-du-lieu/" aria-current="true"' in text
    assert text.count("aria-current") == 2  # the breadcrumb has its own


def test_no_text_of_the_settings_becomes_markup(chosen, client):
    evil = "<b>x</b><script>alert(1)</script>"
    save(
        chosen, notice_vi=evil, contact_phone=evil, contact_address_vi=evil, contact_email='"<b>"@mail.example',
        navigation=[link(label=evil, address="/api/v1/docs")], footer=[column(evil, link(label=evil, address='/"><b>x</b>'))],
        social_links=[{"type": "link", "value": {"name": evil, "address": 'https://x.example/"><b>x</b>'}}],
    )  # fmt: skip
    text = client.get("/").content.decode()
    assert evil not in text
    assert "<b>x</b>" not in text
    assert text.count("&lt;script&gt;") >= 6
