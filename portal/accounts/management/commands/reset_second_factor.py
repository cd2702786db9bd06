"""When an administrator has lost phone and recovery codes: `manage.py reset_second_factor EMAIL`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.accounts.models import User
from portal.accounts.staff.people import reset_second_factor


class Command(BaseCommand):
    help = "Remove the second factor of an account and sign it out everywhere; the next sign-in asks for a new one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(email__iexact=options["email"]).first()
        if user is None:
            raise CommandError(f"{options['email']} has no account")
        reset_second_factor(user=user, by=None)
        self.stdout.write(f"{user.email} is asked to set up a new second factor at the next sign-in")
