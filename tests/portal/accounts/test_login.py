"""The one login, by e-mail address, in both languages."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from portal.core import jobs
from portal.core.mail.models import Mail


@pytest.fixture
def person(db):
    user = get_user_model().objects.create_user("lan@example.org", "a-long-password", full_name="Vũ Thị Lan")
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    return user


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "words"), [("/accounts/login/", "Quên mật khẩu?"), ("/en/accounts/login/", "Forgot your password?")]
)
def test_the_page_speaks_the_language_of_its_address(client, path, words):
    text = client.get(path).content.decode()
    assert words in text
    assert 'autocomplete="current-password"' in text


def test_an_address_in_capitals_is_the_same_person(client, person):
    response = client.post("/accounts/login/", {"login": "Lan@Example.org", "password": "a-long-password"})
    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(person.pk)


@pytest.mark.django_db
def test_a_wrong_password_is_said_and_nothing_typed_is_lost(client, person):
    response = client.post("/accounts/login/", {"login": "lan@example.org", "password": "wrong"})
    text = response.content.decode()
    assert "Địa chỉ thư điện tử hoặc mật khẩu không đúng." in text
    assert 'value="lan@example.org"' in text
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_nobody_can_sign_up_yet(client):
    form = {"email": "new@example.org", "password1": "a-long-password", "password2": "a-long-password"}
    assert "Chưa mở đăng ký" in client.post("/accounts/signup/", form).content.decode()
    assert not get_user_model().objects.filter(email="new@example.org").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["lan@example.org", "nobody@example.org"])
def test_a_reset_never_says_whether_an_account_exists(client, person, address):
    response = client.post("/accounts/password/reset/", {"email": address})
    assert (response.status_code, response["Location"]) == (302, "/accounts/password/reset/done/")


@pytest.mark.usefixtures("mails_as_rows")
def test_a_reset_mail_is_a_row_in_vietnamese_with_a_link_that_works(client, person):
    client.post("/accounts/password/reset/", {"email": person.email})
    mail = Mail.objects.get()
    assert "đặt lại mật khẩu" in mail.text
    assert "<html" in mail.html
    jobs.drain()
    link = next(word for word in mail.text.split() if word.startswith("http"))
    page = client.get(link, follow=True)
    assert page.status_code == 200
    assert "Mật khẩu mới" in page.content.decode()


@pytest.mark.usefixtures("mails_as_rows")
def test_the_mail_is_ours_whatever_the_request_calls_us(client, person):
    response = client.post("/accounts/password/reset/", {"email": person.email}, headers={"Host": "127.0.0.1:9999"})
    assert (response.status_code, response["Location"]) == (302, "/accounts/password/reset/done/")
    mail = Mail.objects.get()
    assert "http://localhost:8000/accounts/password/reset/key/" in mail.text
    assert "127.0.0.1" not in mail.subject + mail.text + mail.html
    assert "Khởi nghiệp Quảng Ninh xin chào!" in mail.text
    assert not mail.subject.startswith("[")


@pytest.mark.django_db
@pytest.mark.usefixtures("mails_as_rows")
def test_nobody_without_an_account_gets_a_mail(client):
    client.post("/accounts/password/reset/", {"email": "nobody@example.org"})
    assert not Mail.objects.exists()


@pytest.mark.parametrize(("group", "place"), [("Biên tập viên", "/admin/"), (None, "/")])
def test_an_editor_lands_on_the_editors_screens(client, person, group, place):
    if group:
        person.groups.add(Group.objects.get(name=group))
    response = client.post("/accounts/login/", {"login": person.email, "password": "a-long-password"})
    assert (response.status_code, response["Location"]) == (302, place)


def test_the_address_asked_for_goes_first(client, person):
    form = {"login": person.email, "password": "a-long-password", "next": "/accounts/password/change/"}
    assert client.post("/accounts/login/", form)["Location"] == "/accounts/password/change/"


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_page_of_the_account_opens_in_the_look_of_the_site(client, person, prefix):
    for path in (
        "login/",
        "signup/",
        "password/reset/",
        "password/reset/done/",
        "password/reset/key/done/",
        "inactive/",
    ):
        assert "site-header" in client.get(f"{prefix}/accounts/{path}").content.decode(), path
    client.force_login(person)
    for path in ("logout/", "password/change/", "email/", "reauthenticate/"):
        assert "site-header" in client.get(f"{prefix}/accounts/{path}").content.decode(), path
