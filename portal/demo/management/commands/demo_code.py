"""The second factor of a demo account: `./dev code EMAIL`."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from portal.demo.accounts import ACCOUNTS, current_code


class Command(BaseCommand):
    help = "Print the six digits that the authenticator app of a demo account would show now; never in production."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help=", ".join(account.email for account in ACCOUNTS))

    def handle(self, *args: Any, **options: Any) -> None:
        if str(settings.SETTINGS_MODULE).endswith("production"):
            raise CommandError("codes are shown in development only")
        code = current_code(options["email"])
        if code is None:
            raise CommandError(f"{options['email']} is no account of the demo (./dev manage load_demo makes them)")
        self.stdout.write(code)
