"""The commands: who may load where, and the editor's login, which is shown once."""

import io

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from wagtail.models import Page

from portal.demo import accounts
from startups.models import Organization
from tests.signing_in import make_staff

pytestmark = pytest.mark.django_db


def run(name, *arguments):
    out = io.StringIO()
    call_command(name, *arguments, stdout=out)
    return out.getvalue()


def password_in(text):
    return next(line.split()[-1] for line in text.splitlines() if accounts.EDITOR.email in line)


def test_the_login_is_printed_once_works_and_is_kept_hashed(client, own_files):
    password = password_in(run("load_demo"))
    assert accounts.EDITOR.email not in run("load_demo")
    user = get_user_model().objects.get(email=accounts.EDITOR.email)
    assert password not in user.password
    assert user.is_sample
    client.post("/accounts/login/", {"login": accounts.EDITOR.email, "password": password})
    client.post("/accounts/2fa/authenticate/", {"code": run("demo_code", accounts.EDITOR.email).strip()})
    assert client.get("/admin/").status_code == 200


def test_the_logins_file_is_for_its_owner_only_and_goes_with_the_purge(own_files):
    printed = run("load_demo")
    kept = own_files / "logins"
    assert password_in(kept.read_text()) == password_in(printed)
    assert kept.stat().st_mode & 0o077 == 0
    run("purge_demo")
    assert not kept.exists()
    assert not get_user_model().objects.filter(email=accounts.EDITOR.email).exists()


def test_pages_that_the_demo_approver_published_stay(own_files):
    run("load_demo")
    editor = get_user_model().objects.get(full_name="Người duyệt (mẫu)")
    home = Page.objects.get(depth=2, locale__language_code="vi").specific
    home.save_revision(user=editor).publish(user=editor)
    run("purge_demo")
    home.refresh_from_db()
    assert home.live
    assert home.latest_revision.user is None


def test_production_refuses_sample_data_unless_forced(settings):
    settings.SETTINGS_MODULE = "portal.settings.production"
    with pytest.raises(CommandError, match="--force"):
        run("load_demo")
    assert not Organization.objects.exists()
    run("load_demo", "--force")
    assert Organization.objects.filter(is_sample=True).exists()


def test_more_for_load_work_on_demand():
    assert "7 more" in run("load_demo", "--scale", "7")
    assert Organization.objects.filter(external_code__startswith="QNX-").count() == 7


def test_codes_are_shown_for_accounts_of_the_demo_and_never_in_production(settings):
    run("load_demo")
    assert len(run("demo_code", accounts.EDITOR.email).strip()) == 6
    real = make_staff("Biên tập viên")
    with pytest.raises(CommandError, match="no account of the demo"):
        run("demo_code", real.email)
    settings.SETTINGS_MODULE = "portal.settings.production"
    with pytest.raises(CommandError, match="development only"):
        run("demo_code", accounts.EDITOR.email)


def test_an_account_of_before_gets_its_second_factor_with_the_next_load():
    run("load_demo")
    Authenticator.objects.all().delete()
    assert "login" not in run("load_demo")
    assert len(run("demo_code", accounts.EDITOR.email).strip()) == 6
