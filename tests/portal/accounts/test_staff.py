"""Accounts in the Wagtail admin: made with a mail, changed, closed; never without an administrator left."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from portal.accounts.second_factor.factors import has_second_factor
from portal.accounts.staff import people
from portal.accounts.staff.errors import LastAdministratorError, NotYoursToChangeError
from portal.core.mail.models import Mail
from tests.signing_in import PASSWORD, make_staff, sign_in

User = get_user_model()


@pytest.fixture
def at_work(client, administrator):
    """The administrator, signed in."""
    sign_in(client, administrator)
    administrator.refresh_from_db()
    return client


@pytest.fixture
def colleague(db):
    """A second administrator who has signed in before."""
    user = make_staff("Quản trị viên", "ha@example.org", "Đỗ Thu Hà")
    User.objects.filter(pk=user.pk).update(last_login=timezone.now())
    return user


def role(name: str) -> int:
    return Group.objects.get(name=name).pk


def form_of(user, **changes):
    roles = list(user.groups.values_list("pk", flat=True))
    form = {"email": user.email, "full_name": user.full_name, "roles": roles, "is_active": "on"} | changes
    return {name: value for name, value in form.items() if value is not None}


def addresses(user) -> list[str]:
    single = ("edit", "history", "usage", "reset-second-factor", "invite")
    return ["/admin/users/", "/admin/users/new/", *(f"/admin/users/{name}/{user.pk}/" for name in single)]


def test_who_opens_the_screens(client, administrator, editor, person):
    for address in addresses(editor):
        assert Client().get(address)["Location"].startswith("/accounts/login/"), address
        for user, allowed in ((person, False), (editor, False), (administrator, True)):
            own = Client()
            own.force_login(user)
            assert (own.get(address).status_code == 200) is allowed, (address, user)
            if not allowed:
                own.post(address, form_of(editor, full_name="Tên khác"))
    editor.refresh_from_db()
    assert editor.full_name == "Vũ Thị Lan"
    assert has_second_factor(editor)


def test_a_new_person_gets_a_mail_whose_link_sets_a_password_once(at_work):
    form = {"email": "Minh.Moi@Example.org", "full_name": "Trần Minh Mới", "roles": [role("Biên tập viên")]}
    page = at_work.post("/admin/users/new/", form, follow=True).content.decode()
    assert "Trần Minh Mới" in page
    user = User.objects.get(email="minh.moi@example.org")
    assert not user.has_usable_password()
    mail = Mail.objects.get(to=user.email)
    assert "Chào Trần Minh Mới" in mail.text
    link = next(word for word in mail.text.split() if "/password/reset/key/" in word).removeprefix(
        "http://localhost:8000"
    )
    new = Client()
    setting = new.get(link, follow=True)
    address = setting.redirect_chain[-1][0]
    weak = new.post(address, {"password1": "1234567890", "password2": "1234567890"})
    assert "field-error" in weak.content.decode()
    new.post(address, {"password1": PASSWORD, "password2": PASSWORD})
    response = new.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    assert response["Location"] == "/admin/"
    assert new.get("/admin/")["Location"] == "/accounts/2fa/"
    assert "id_password1" not in Client().get(link, follow=True).content.decode()  # good once


def test_somebody_who_reads_english_gets_english_mails(administrator, editor):
    UserProfile.objects.create(user=editor, preferred_language="en")
    people.invite_again(user=User.objects.get(pk=editor.pk), by=administrator)
    mail = Mail.objects.get(to=editor.email)
    assert "/en/accounts/password/reset/key/" in mail.text
    assert "Hello Vũ Thị Lan" in mail.text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"email": "LAN@example.org"}, "đã"),
        ({"email": "no address"}, ""),
        ({"email": ""}, ""),
        ({"full_name": ""}, ""),
        ({"roles": [999999]}, ""),
        ({"full_name": "x" * 200}, ""),
    ],
)
def test_what_is_wrong_with_a_new_account_is_said_and_nothing_typed_is_lost(at_work, editor, changes, words):
    form = {"email": "moi@example.org", "full_name": "Trần Minh Mới", "roles": []} | changes
    response = at_work.post("/admin/users/new/", form)
    assert response.status_code == 200
    text = response.content.decode()
    assert "Không lập được tài khoản" in text
    assert words in text
    assert form["full_name"] in text
    assert not Mail.objects.filter(to="moi@example.org").exists()


def test_a_role_that_is_none_cannot_be_given(at_work, editor):
    other = Group.objects.create(name="Nhóm khác")
    response = at_work.post(f"/admin/users/edit/{editor.pk}/", form_of(editor, roles=[other.pk]))
    assert response.status_code == 200
    at_work.post(f"/admin/users/edit/{editor.pk}/", form_of(editor, is_superuser="on"))
    editor.refresh_from_db()
    assert not editor.is_superuser


def test_an_account_is_changed_and_its_address_moves(at_work, editor):
    form = form_of(editor, email="lan.vu@example.org", full_name="Vũ Lan", roles=[role("Người duyệt")])
    assert at_work.post(f"/admin/users/edit/{editor.pk}/", form).status_code == 302
    editor.refresh_from_db()
    assert (editor.email, editor.full_name) == ("lan.vu@example.org", "Vũ Lan")
    assert [group.name for group in editor.groups.all()] == ["Người duyệt"]
    assert [(row.email, row.verified, row.primary) for row in editor.emailaddress_set.all()] == [
        ("lan.vu@example.org", True, True)
    ]
    assert sign_in(Client(), editor)["Location"] == "/admin/"


def test_closing_an_account_signs_the_person_out_everywhere(at_work, editor):
    theirs = Client()
    sign_in(theirs, editor)
    assert theirs.get("/admin/").status_code == 200
    at_work.post(f"/admin/users/edit/{editor.pk}/", form_of(editor, is_active=None))
    assert theirs.get("/admin/").status_code == 302
    assert not UserSession.objects.filter(user=editor).exists()
    refused = Client()
    refused.post("/accounts/login/", {"login": editor.email, "password": PASSWORD})
    assert refused.get("/accounts/2fa/authenticate/")["Location"].endswith("/accounts/login/")
    assert ModelLogEntry.objects.filter(action="accounts.close", object_id=str(editor.pk)).exists()
    at_work.post(f"/admin/users/edit/{editor.pk}/", form_of(editor))
    refused.post("/accounts/login/", {"login": editor.email, "password": PASSWORD})
    assert refused.get("/accounts/2fa/authenticate/").status_code == 200


def test_nobody_closes_his_own_account_by_a_forged_form(at_work, administrator, colleague):
    at_work.post(f"/admin/users/edit/{administrator.pk}/", form_of(administrator, is_active=None))
    administrator.refresh_from_db()
    assert administrator.is_active


def test_the_last_administrator_keeps_the_role(at_work, administrator):
    response = at_work.post(f"/admin/users/edit/{administrator.pk}/", form_of(administrator, roles=[]))
    assert "không còn quản trị viên nào" in response.content.decode()
    assert people.is_administrator(User.objects.get(pk=administrator.pk))
    # Somebody who was invited and never came does not count.
    make_staff("Quản trị viên", "ha@example.org", "Đỗ Thu Hà")
    with pytest.raises(LastAdministratorError):
        people.change_person(
            user=administrator, email=administrator.email, full_name="An", roles=[], is_active=True, by=administrator
        )


def test_one_of_two_administrators_may_go(at_work, administrator, colleague):
    assert at_work.post(f"/admin/users/edit/{colleague.pk}/", form_of(colleague, is_active=None)).status_code == 302
    colleague.refresh_from_db()
    assert not colleague.is_active
    with pytest.raises(LastAdministratorError):
        people.change_person(
            user=administrator, email=administrator.email, full_name="An", roles=[], is_active=True, by=administrator
        )


def test_accounts_of_the_server_are_changed_on_the_server(at_work, administrator):
    boss = User.objects.create_superuser("goc@example.org", PASSWORD, full_name="Gốc")
    text = at_work.post(f"/admin/users/edit/{boss.pk}/", form_of(boss, full_name="Khác")).content.decode()
    assert "trên máy chủ" in text
    with pytest.raises(NotYoursToChangeError):
        people.reset_second_factor(user=boss, by=administrator)
    boss.refresh_from_db()
    assert boss.full_name == "Gốc"


def test_a_lost_phone_is_helped_with(at_work, editor):
    theirs = Client()
    sign_in(theirs, editor)
    address = f"/admin/users/reset-second-factor/{editor.pk}/"
    assert "Vũ Thị Lan" in at_work.get(address).content.decode()
    assert has_second_factor(editor)  # a mere link changes nothing
    assert at_work.post(address)["Location"] == "/admin/users/"
    assert not Authenticator.objects.filter(user=editor).exists()
    assert theirs.get("/admin/")["Location"].startswith("/accounts/login/")
    assert "lớp xác thực thứ hai" in Mail.objects.get(to=editor.email).subject
    theirs.post("/accounts/login/", {"login": editor.email, "password": PASSWORD})
    assert theirs.get("/admin/")["Location"] == "/accounts/2fa/"


def test_the_link_is_sent_again(at_work, editor):
    assert at_work.get(f"/admin/users/invite/{editor.pk}/").status_code == 200
    assert not Mail.objects.exists()
    at_work.post(f"/admin/users/invite/{editor.pk}/")
    assert "/password/reset/key/" in Mail.objects.get(to=editor.email).text


def test_accounts_are_not_deleted_and_not_changed_in_bulk(at_work, editor):
    superuser = User.objects.create_superuser("goc@example.org", PASSWORD)
    Authenticator.objects.filter(user=editor).update(user=superuser)
    root = Client()
    root.force_login(superuser)
    for own in (at_work, root):
        assert own.post(f"/admin/users/delete/{editor.pk}/").status_code in {302, 403}
        for action in ("delete", "set_active_state", "assign_role"):
            form = {"mark_as_active": "False", "role": role("Quản trị viên")}
            assert own.post(f"/admin/bulk/accounts/user/{action}/?id={editor.pk}", form).status_code in {302, 403, 404}
    editor.refresh_from_db()
    assert editor.is_active
    assert [group.name for group in editor.groups.all()] == ["Biên tập viên"]


def test_people_are_found_without_marks_and_by_role(at_work, administrator, editor):
    User.objects.filter(pk=editor.pk).update(is_active=False)
    for query in ("q=vu+thi+lan", f"groups={role('Biên tập viên')}", "is_active=0"):
        found = at_work.get(f"/admin/users/results/?{query}").content.decode()
        assert "Vũ Thị Lan" in found, query
        assert "Phạm An" not in found, query


@pytest.mark.parametrize("others", [1, 3])
def test_the_list_asks_the_same_number_of_questions_however_long_it_is(at_work, django_assert_num_queries, others):
    for number in range(others):
        make_staff("Biên tập viên", f"so-{number}@example.org", f"Người {number}")
    at_work.get("/admin/users/")
    with django_assert_num_queries(9):
        at_work.get("/admin/users/results/")


def test_the_account_page_leads_to_second_factor_and_sessions(at_work):
    text = at_work.get("/admin/account/").content.decode()
    for path in ("/accounts/2fa/", "/accounts/sessions/", "/accounts/password/change/"):
        assert f'href="{path}"' in text
