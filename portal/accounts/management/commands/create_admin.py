"""The first account of a new portal: `manage.py create_admin EMAIL --name NAME`."""

import getpass
import sys
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.utils import translation

from portal.accounts.models import User
from portal.accounts.staff.emails import DAYS, password_link
from portal.accounts.staff.people import make_administrator


class Command(BaseCommand):
    help = (
        "Make an administrator, or give an account that is there the role. Prints once a link that sets the password, "
        "or asks for the password on the terminal. Running it again changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", default="", help="full name, as the person writes it")
        parser.add_argument("--ask-password", action="store_true", help="ask here instead of printing a link")

    def handle(self, *args: Any, **options: Any) -> None:
        email = options["email"].strip().lower()
        try:
            validate_email(email)
        except ValidationError as error:
            raise CommandError(f"{email} is no e-mail address") from error
        # Asked before anything is written: a password that is refused leaves nothing behind.
        password = _ask(User(email=email, full_name=options["name"])) if options["ask_password"] else None
        user, is_new = make_administrator(email=email, full_name=options["name"])
        self.stdout.write(f"{user.email} is {'now' if is_new else 'already there and is'} an administrator")
        if password and not user.has_usable_password():
            user.set_password(password)
            user.save(update_fields=["password"])
        if user.has_usable_password():
            self.stdout.write("The account has a password. Sign in, and set up the second factor that is asked for.")
        else:
            self.stdout.write(f"Set the password here, once, within {DAYS} days:\n{password_link(user)}")


def _ask(user: User) -> str:
    if not sys.stdin.isatty():
        raise CommandError("--ask-password needs a terminal; without it a link is printed")
    password = getpass.getpass("Password: ")
    if password != getpass.getpass("Password (again): "):
        raise CommandError("the two passwords differ")
    try:
        with translation.override("en"):  # as everything else that commands say
            validate_password(password, user)
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from error
    return password
