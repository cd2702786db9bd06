"""What this site decides differently from django-allauth's defaults."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the Department; nobody can sign up by himself yet."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
