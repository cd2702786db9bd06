"""Making, changing and closing the accounts of the people who work on the portal.

Every function writes what it did into Wagtail's log, which the history of an account shows.
"""

from collections.abc import Collection

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from portal.accounts.models import User
from portal.accounts.roles import ADMINISTRATOR, role_groups
from portal.accounts.second_factor import factors
from portal.accounts.sessions import end_sessions
from portal.accounts.staff import emails
from portal.accounts.staff.errors import AddressTakenError, LastAdministratorError, NotYoursToChangeError


def create_person(*, email: str, full_name: str, roles: Collection[Group], by: User | None) -> User:
    """Make an account without a password and write the mail whose link sets one; AddressTakenError when there is one."""
    with transaction.atomic():
        user = _new_account(email=email, full_name=full_name)
        user.groups.set(roles)
        emails.invite(user)
        log(user, "wagtail.create", user=by)
    return user


def make_administrator(*, email: str, full_name: str) -> tuple[User, bool]:
    """Return the account of an administrator and whether it is new; one that is there gets the role and is opened again."""
    with transaction.atomic():
        group, _new = Group.objects.get_or_create(name=ADMINISTRATOR)
        user = User.objects.filter(email__iexact=email).first()
        is_new = user is None
        if user is None:
            user = _new_account(email=email, full_name=full_name)
        elif not user.is_active:
            user.is_active = True
            user.save(update_fields=["is_active"])
        user.groups.add(group)
        log(user, "wagtail.create" if is_new else "wagtail.edit")
    return user, is_new


def change_person(
    *, user: User, email: str, full_name: str, roles: Collection[Group], is_active: bool, by: User
) -> None:
    """Change an account; closing it signs the person out everywhere.

    LastAdministratorError when nobody else could make accounts afterwards, NotYoursToChangeError, AddressTakenError.
    """
    with transaction.atomic():
        # One change after the other, or two administrators could each rely on the one who is just leaving.
        list(Group.objects.select_for_update().filter(name=ADMINISTRATOR))
        before = User.objects.select_for_update().get(pk=user.pk)
        _check_may_change(before, by)
        _move_address(before, email)
        # Other groups than the roles are not shown in the form; they stay.
        before.groups.set([*before.groups.exclude(pk__in=role_groups()), *roles])
        closed = before.is_active and not is_active
        before.full_name, before.is_active = full_name, is_active
        before.save(update_fields=["email", "full_name", "is_active"])
        if not is_administrator(before):
            _check_somebody_is_left(user=before)
        if closed:
            end_sessions(user=before)
        log(before, "accounts.close" if closed else "wagtail.edit", user=by)


def reset_second_factor(*, user: User, by: User | None) -> None:
    """Take a person's second factor away and sign him out everywhere; a mail tells him. `by` is None on the machine."""
    with transaction.atomic():
        if by is not None:
            _check_may_change(user, by)
        factors.remove_all(user)
        end_sessions(user=user)
        emails.tell_of_reset(user)
        log(user, "accounts.reset_second_factor", user=by)


def invite_again(*, user: User, by: User) -> None:
    """Send a person another link that sets a password; the earlier ones stay good until one of them is used."""
    with transaction.atomic():
        _check_may_change(user, by)
        emails.invite(user)
        log(user, "accounts.invite", user=by)


def is_administrator(user: User) -> bool:
    """Whether the account is open and may make accounts."""
    return user.is_active and (user.is_superuser or user.groups.filter(name=ADMINISTRATOR).exists())


def _new_account(*, email: str, full_name: str) -> User:
    _check_is_free(email, None)
    user = User.objects.create_user(email, None, full_name=full_name)
    # The link in the mail proves the address: nobody signs in before he has followed it.
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def _move_address(user: User, email: str) -> None:
    email = email.lower()
    if email == user.email:
        return
    _check_is_free(email, user)
    user.email = email
    EmailAddress.objects.filter(user=user).delete()
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)


def _check_is_free(email: str, user: User | None) -> None:
    taken = Q(email__iexact=email) | Q(emailaddress__email__iexact=email)
    others = User.objects.exclude(pk=user.pk) if user else User.objects.all()
    if others.filter(taken).exists():
        raise AddressTakenError(_("Another account has this e-mail address."))


def _check_may_change(user: User, by: User) -> None:
    if user.is_superuser and not by.is_superuser:
        raise NotYoursToChangeError(_("This account can only be changed on the server."))


def _check_somebody_is_left(*, user: User) -> None:
    """Somebody else must be able to make accounts: open, and seen here before, so that his address and password work."""
    others = User.objects.filter(is_active=True, last_login__isnull=False).exclude(pk=user.pk)
    if not others.filter(Q(is_superuser=True) | Q(groups__name=ADMINISTRATOR)).exists():
        raise LastAdministratorError(
            _("There would be no administrator left. Somebody else must have this role and have signed in before.")
        )
