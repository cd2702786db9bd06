"""A page that was moved is found at its old address, in both languages; nothing leads in a circle."""

import pytest
from django.db import OperationalError
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from portal.pages import redirects
from tests.signing_in import give_second_factor

pytestmark = pytest.mark.django_db


@pytest.fixture
def renamed(django_capture_on_commit_callbacks):
    """Publish a page under another name; Wagtail writes the redirect after the commit."""

    def rename(page, slug: str) -> None:
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    return rename


def led_to(client, address: str) -> tuple[int, str]:
    response = client.get(address)
    return response.status_code, response.get("Location", "")


@pytest.mark.parametrize(("language", "start"), [("vi", ""), ("en", "/en")])
def test_a_page_with_a_new_address_is_found_at_the_old_one(client, renamed, language, start):
    page = Page.objects.get(slug="ve-du-lieu", locale__language_code=language).specific
    renamed(page, "du-lieu")
    assert led_to(client, f"{start}/ve-du-lieu/") == (301, f"{start}/du-lieu/")
    assert led_to(client, f"{start}/ve-du-lieu/?utm=x") == (301, f"{start}/du-lieu/")
    assert client.get(f"{start}/du-lieu/").status_code == 200
    other = "" if start else "/en"
    assert client.get(f"{other}/ve-du-lieu/").status_code == 200


@pytest.mark.parametrize(("language", "start"), [("vi", ""), ("en", "/en")])
def test_a_page_moved_below_another_is_found_at_the_old_address(client, language, start):
    pages = Page.objects.filter(locale__language_code=language)
    pages.get(slug="ve-du-lieu").specific.move(pages.get(slug="tuyen-bo-tro-nang"), pos="last-child")
    assert led_to(client, f"{start}/ve-du-lieu/") == (301, f"{start}/tuyen-bo-tro-nang/ve-du-lieu/")


def test_all_earlier_addresses_lead_straight_to_the_present_one(client, renamed, text_page):
    renamed(text_page, "du-lieu")
    renamed(text_page, "nguon-du-lieu")
    assert led_to(client, "/ve-du-lieu/") == led_to(client, "/du-lieu/") == (301, "/nguon-du-lieu/")


def test_a_page_that_comes_back_is_read_at_its_address(client, renamed, text_page, django_capture_on_commit_callbacks):
    renamed(text_page, "du-lieu")
    renamed(text_page, "ve-du-lieu")
    assert client.get("/ve-du-lieu/").status_code == 200
    assert led_to(client, "/du-lieu/") == (301, "/ve-du-lieu/")
    with django_capture_on_commit_callbacks(execute=True):
        text_page.unpublish()
    assert client.get("/du-lieu/").status_code == client.get("/ve-du-lieu/").status_code == 404


def test_a_circle_of_redirects_ends_as_a_missing_page(client):
    for old, new in [("/a", "http://localhost:8000/b/"), ("/b", "http://testserver/c"), ("/c", "http://testserver/a/")]:
        Redirect.add_redirect(old, new)
    assert [client.get(f"/{name}/").status_code for name in "abc"] == [404, 404, 404]


def test_a_redirect_to_an_address_that_leads_on_is_followed(client):
    Redirect.add_redirect("/a", "http://testserver/b/", is_permanent=False)
    Redirect.add_redirect("/b", "https://www.quangninh.gov.vn/")
    assert led_to(client, "/a/") == (302, "http://testserver/b/")
    assert led_to(client, "/b/") == (301, "https://www.quangninh.gov.vn/")


def test_a_live_page_is_never_taken_for_a_part_of_a_circle(client, text_page):
    Redirect.add_redirect("/a", "http://testserver/ve-du-lieu/")
    Redirect.add_redirect("/ve-du-lieu", "http://testserver/a/")  # left from the time before the page
    assert led_to(client, "/a/") == (301, "http://testserver/ve-du-lieu/")


def test_a_form_that_is_sent_is_not_led_elsewhere(client):
    Redirect.add_redirect("/a", "http://testserver/b/")
    assert client.post("/a/").status_code in {403, 404, 405}


def test_the_page_cache_keeps_neither_the_redirect_nor_the_page_before_it(client, renamed, text_page):
    for _time in range(2):
        assert client.get("/ve-du-lieu/").status_code == 200
    renamed(text_page, "du-lieu")
    response = client.get("/ve-du-lieu/")
    assert (response.status_code, response["Cache-Control"]) == (301, "private, no-store")


def test_without_a_database_a_missing_page_stays_one(client, monkeypatch):
    def away(*arguments):
        raise OperationalError

    monkeypatch.setattr(redirects, "get_redirect", away)
    assert client.get("/khong-co/").status_code == 404


@pytest.mark.parametrize("path", ["/%00/", "/%ff%fe/", "/" + "x" * 3000 + "/", "/a%0d%0aX: y/", "/%E1%BA%A3nh/?%00"])
def test_odd_addresses_are_missing_pages(client, path):
    assert client.get(path).status_code in {400, 404}


class TestForm:
    """What an administrator may write down."""

    @staticmethod
    def errors(**values) -> dict:
        form = redirects.RedirectForm({"is_permanent": "on"} | values)
        return {name: [str(error) for error in found] for name, found in form.errors.items()}

    def test_a_redirect_with_one_goal_is_fine(self, text_page):
        assert self.errors(old_path="/cu/", redirect_page=text_page.pk) == {}
        assert self.errors(old_path="/cu/", redirect_link="https://www.quangninh.gov.vn/") == {}

    def test_one_goal_is_needed(self, text_page):
        assert list(self.errors(old_path="/cu/")) == ["redirect_page"]
        both = {"redirect_page": text_page.pk, "redirect_link": "https://www.quangninh.gov.vn/"}
        assert list(self.errors(old_path="/cu/", **both)) == ["redirect_page"]

    @pytest.mark.parametrize(
        "path", ["/ve-du-lieu/", "/en/ve-du-lieu", "/", "/en/", "http://localhost:8000/doanh-nghiep/"]
    )
    def test_the_address_of_a_page_cannot_lead_elsewhere(self, path, text_page):
        assert list(self.errors(old_path=path, redirect_link="https://www.quangninh.gov.vn/")) == ["old_path"]

    def test_a_circle_is_refused(self):
        Redirect.add_redirect("/a", "http://localhost:8000/b/")
        assert list(self.errors(old_path="/b", redirect_link="http://localhost:8000/a/")) == ["redirect_link"]
        assert list(self.errors(old_path="/x", redirect_link="http://localhost:8000/x/")) == ["redirect_link"]

    def test_a_page_that_is_not_live_is_refused(self, text_page):
        text_page.unpublish()
        assert list(self.errors(old_path="/cu/", redirect_page=text_page.pk)) == ["redirect_page"]


def test_the_screens_are_for_administrators_and_refuse_circles(client, editor_client, django_user_model):
    assert editor_client.get("/admin/redirects/").status_code in {302, 403}
    administrator = django_user_model.objects.create_superuser("an@example.org", "a-long-password")
    give_second_factor(administrator)
    client.force_login(administrator)
    for address in ("", "add/", "import/"):
        assert client.get(f"/admin/redirects/{address}").status_code == 200
    form = {"old_path": "/cu/", "redirect_link": "http://localhost:8000/cu/", "redirect_page": "", "site": ""}
    response = client.post("/admin/redirects/add/", form)
    assert "Các địa chỉ này dẫn vòng tròn." in response.content.decode()
    form["redirect_link"] = "https://www.quangninh.gov.vn/"
    assert client.post("/admin/redirects/add/", form).status_code == 302
    assert Redirect.objects.get().redirect_link == form["redirect_link"]
