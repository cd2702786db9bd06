"""The first administrator of a new portal, and help when the last one has lost the phone."""

import io

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.test import Client

from portal.accounts.management.commands import create_admin
from portal.accounts.second_factor.factors import has_second_factor
from portal.accounts.staff.people import is_administrator
from tests.signing_in import PASSWORD

pytestmark = pytest.mark.django_db
User = get_user_model()


def run(name, *arguments, **options):
    out = io.StringIO()
    call_command(name, *arguments, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def typed(monkeypatch):
    """Type these passwords on a terminal."""

    def typing(*passwords):
        answers = iter(passwords)
        monkeypatch.setattr(create_admin.sys.stdin, "isatty", lambda: True, raising=False)
        monkeypatch.setattr(create_admin.getpass, "getpass", lambda prompt: next(answers))

    return typing


def test_the_first_administrator_sets_a_password_by_the_printed_link_once():
    printed = run("create_admin", "An@Example.org", "--name", "Phạm An")
    user = User.objects.get(email="an@example.org")
    assert (user.full_name, is_administrator(user), user.is_superuser) == ("Phạm An", True, False)
    link = printed.splitlines()[-1]
    assert link.startswith("http://localhost:8000/accounts/password/reset/key/")
    client = Client()
    address = client.get(link.removeprefix("http://localhost:8000"), follow=True).redirect_chain[-1][0]
    client.post(address, {"password1": PASSWORD, "password2": PASSWORD})
    assert client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})["Location"] == "/admin/"
    assert client.get("/admin/")["Location"] == "/accounts/2fa/"
    assert "http" not in run("create_admin", "an@example.org")


def test_running_it_again_changes_nothing():
    run("create_admin", "an@example.org", "--name", "Phạm An")
    assert "already there" in run("create_admin", "AN@example.org", "--name", "Khác")
    assert User.objects.get().full_name == "Phạm An"


def test_somebody_who_is_there_gets_the_role(editor):
    assert "http" not in run("create_admin", editor.email)
    assert is_administrator(editor)
    assert editor.check_password(PASSWORD)


def test_the_password_is_asked_for_on_a_terminal(typed):
    typed(PASSWORD, PASSWORD)
    assert "http" not in run("create_admin", "an@example.org", "--ask-password")
    assert User.objects.get().check_password(PASSWORD)


@pytest.mark.parametrize(
    ("passwords", "words"),
    [(("short", "short"), "short"), (("1234567890", "1234567890"), "numeric"), ((PASSWORD, "other"), "differ"),
     (("an@example.org", "an@example.org"), "similar")],
)  # fmt: skip
def test_a_weak_password_is_refused_and_leaves_nothing(typed, passwords, words):
    typed(*passwords)
    with pytest.raises(CommandError, match=words):
        run("create_admin", "an@example.org", "--ask-password")
    assert not User.objects.exists()


def test_without_a_terminal_nothing_is_asked(monkeypatch):
    monkeypatch.setattr(create_admin.sys.stdin, "isatty", lambda: False, raising=False)
    with pytest.raises(CommandError, match="terminal"):
        run("create_admin", "an@example.org", "--ask-password")


@pytest.mark.parametrize("address", ["", "an", "an@", "an@example.org\nBcc: x@example.org"])
def test_what_is_no_address_is_refused(address):
    with pytest.raises(CommandError, match="no e-mail address"):
        run("create_admin", address)


def test_a_lost_second_factor_is_reset_on_the_server(administrator):
    run("reset_second_factor", administrator.email)
    assert not has_second_factor(administrator)
    with pytest.raises(CommandError, match="no account"):
        run("reset_second_factor", "nobody@example.org")
