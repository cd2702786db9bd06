"""What an administrator cannot do."""

from portal.core.errors import DomainError


class LastAdministratorError(DomainError):
    """Afterwards nobody could make accounts any more."""


class NotYoursToChangeError(DomainError):
    """The account stands above the one that wants to change it."""


class AddressTakenError(DomainError):
    """Another account has this e-mail address."""
