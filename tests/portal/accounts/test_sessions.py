"""Where one is signed in, and ending it."""

import pytest
from allauth.usersessions.models import UserSession

from portal.accounts.sessions import browser_name
from tests.signing_in import PASSWORD, sign_in

PHONE = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36"
)


def log_in(client, user, agent="Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"):
    client.post("/accounts/login/", {"login": user.email, "password": PASSWORD}, headers={"User-Agent": agent})
    return client


@pytest.fixture
def phone(client, person):
    return log_in(client.__class__(), person, PHONE)


def test_every_place_is_listed_the_one_in_hand_first(client, person, phone):
    text = log_in(client, person).get("/accounts/sessions/").content.decode()
    assert text.index("Firefox · Linux") < text.index("Chrome · Android")
    assert text.index("tại đây") < text.index("Chrome · Android")
    assert "127.0.0.1" in text


def test_one_other_place_is_ended(client, person, phone):
    log_in(client, person)
    other = UserSession.objects.get(user_agent=PHONE)
    response = client.post(f"/accounts/sessions/{other.pk}/end/", follow=True)
    assert "Đã đăng xuất ở nơi đó." in response.content.decode()
    assert phone.get("/accounts/sessions/").status_code == 302
    assert client.get("/accounts/sessions/").status_code == 200


def test_all_others_are_ended(client, person, phone):
    log_in(client, person)
    client.post("/accounts/sessions/")
    assert phone.get("/accounts/sessions/").status_code == 302
    assert client.get("/accounts/sessions/").status_code == 200


def test_nobody_ends_the_session_of_another(client, person, phone, editor):
    sign_in(client, editor)
    other = UserSession.objects.get(user_agent=PHONE)
    assert client.post(f"/accounts/sessions/{other.pk}/end/").status_code == 302
    assert phone.get("/accounts/sessions/").status_code == 200


def test_a_stranger_and_a_mere_link_end_nothing(client, person, phone):
    other = UserSession.objects.get(user_agent=PHONE)
    response = client.post(f"/accounts/sessions/{other.pk}/end/")
    assert response["Location"].startswith("/accounts/login/")
    assert log_in(client, person).get(f"/accounts/sessions/{other.pk}/end/").status_code == 405
    assert phone.get("/accounts/sessions/").status_code == 200


def test_ending_what_has_ended_is_no_fault(client, person):
    assert log_in(client, person).post("/accounts/sessions/999999/end/").status_code == 302


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (PHONE, "Chrome · Android"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0",
            "Microsoft Edge · Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1 Version/17.5 Mobile/15E148 Safari/604.1",
            "Safari · iPhone",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/118.0 Chrome/112.0 Safari/537.36",
            "Cốc Cốc · Windows",
        ),
        ("curl/8.5", "Trình duyệt không rõ"),
    ],
)
def test_a_browser_is_called_by_its_name(agent, name):
    assert browser_name(agent) == name
