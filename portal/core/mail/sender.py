"""In whose name mails go out: the address is the environment's, the name and where answers go are the site's."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.utils import parseaddr, quote

from django.conf import settings


@dataclass(frozen=True)
class Sender:
    """The `From` of a mail, and the address for replies where it is another one."""

    address: str
    reply_to: str = ""

    def of(self, headers: Mapping[str, str]) -> tuple[str, dict[str, str]]:
        """Return the sender and the headers of a mail; what it says itself about replies stands."""
        return self.address, ({"Reply-To": self.reply_to} if self.reply_to else {}) | dict(headers)


def named(name: str) -> str:
    """Return the address of the environment under a name, as text; the mail server gets it encoded."""
    address = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    return f'"{quote(name)}" <{address}>' if name else settings.DEFAULT_FROM_EMAIL


_asked: Callable[[], Sender] | None = None


def ask_for_sender(give: Callable[[], Sender]) -> None:
    """Let an app say in whose name the site writes; asked for every mail, in the transaction of its cause."""
    global _asked  # noqa: PLW0603 -- there is one site
    _asked = give


def site_sender() -> Sender:
    """Return who writes when the site does."""
    return _asked() if _asked else Sender(settings.DEFAULT_FROM_EMAIL)
