"""The pages of migrations grow beside what editors have made, and go again without taking anything of theirs."""

import pytest
from django.apps import apps
from wagtail.models import Page

from portal.pages.initial.planting import plant, uproot
from portal.pages.models import StandardPage
from tests.factories.page_types import publish

TEXTS = {
    code: {"title": title, "seo_title": "", "search_description": "", "body": "<p>…</p>"}
    for code, title in (("vi", "Bản đồ"), ("en", "Map"))
}


def below(home, slug="ban-do"):
    return Page.objects.child_of(Page.objects.get(pk=home.pk)).filter(slug=slug)


@pytest.fixture
def english(home):
    return home.get_translations().get()


def test_a_page_grows_in_both_languages_and_the_tree_is_sound(home, english):
    for number in range(40):  # beyond the digits of the first place
        assert plant(apps, "StandardPage", f"trang-{number}", TEXTS) == 2
    assert plant(apps, "StandardPage", "ban-do", TEXTS) == 2
    one, other = below(home).get(), below(english).get()
    assert one.translation_key == other.translation_key and one.locale != other.locale
    assert one.specific.body == "<p>…</p>"
    assert Page.find_problems() == ([], [], [], [], [])
    assert publish(home, StandardPage(title="Sau đó", body="<p>…</p>")).url_path == "/home/sau-do/"
    assert Page.find_problems() == ([], [], [], [], [])


def test_what_an_editor_has_made_stays(home, english):
    own = publish(home, StandardPage(title="Bản đồ", body="<p>Của tôi</p>"))
    assert plant(apps, "StandardPage", "ban-do", TEXTS) == 1
    assert below(home).get().pk == own.pk
    assert below(english).get().translation_key == own.translation_key
    uproot(apps, "StandardPage", "ban-do")
    assert below(home).get().pk == own.pk and not below(english).exists()
    assert Page.find_problems() == ([], [], [], [], [])


@pytest.mark.parametrize(
    "slug", ["gioi-thieu", "quyen-rieng-tu", "dieu-khoan", "hoi-dap", "doi-tac", "lien-he", "tin-tuc", "van-ban"]
)
def test_the_standing_pages_answer_in_both_languages(client, db, slug):
    for path in (f"/{slug}/", f"/en/{slug}/"):
        response = client.get(path)
        assert response.status_code == 200, path
        assert f'hreflang="en" href="http://localhost:8000/en/{slug}/"' in response.content.decode()
