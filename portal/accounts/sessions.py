"""Where somebody is signed in, and ending it."""

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils.translation import gettext as _

from portal.accounts.models import User

# The first that fits: a browser names its ancestors too.
_BROWSERS = {
    "Edg": "Microsoft Edge",
    "OPR/": "Opera",
    "coc_coc": "Cốc Cốc",
    "SamsungBrowser": "Samsung Internet",
    "Firefox/": "Firefox",
    "FxiOS": "Firefox",
    "CriOS": "Chrome",
    "Chrome/": "Chrome",
    "Safari/": "Safari",
}
_SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS X": "macOS",
    "CrOS": "ChromeOS",
    "Linux": "Linux",
}


@dataclass(frozen=True)
class OpenSession:
    """A place where somebody is signed in."""

    pk: int
    started_at: datetime
    address: str
    browser: str
    is_current: bool


def open_sessions(*, user: User, current: str | None) -> list[OpenSession]:
    """Return the sessions of a person, the one in hand (its key) first, then the newest; dead ones are forgotten."""
    found = [
        OpenSession(row.pk, row.created_at, row.ip, browser_name(row.user_agent), row.session_key == current)
        for row in UserSession.objects.purge_and_list(user)
    ]
    return sorted(found, key=lambda session: (not session.is_current, -session.started_at.timestamp()))


def browser_name(user_agent: str) -> str:
    """Return what people call a browser and its system; the header itself tells them nothing."""
    browser = next((name for mark, name in _BROWSERS.items() if mark in user_agent), "")
    system = next((name for mark, name in _SYSTEMS.items() if mark in user_agent), "")
    return " · ".join(filter(None, (browser, system))) or _("Unknown browser")


def end_session(*, user: User, pk: int) -> bool:
    """Sign a person out in one place; False when it is not his or has ended already."""
    with transaction.atomic():
        session = UserSession.objects.filter(user=user, pk=pk).first()
        if session is None:
            return False
        session.end()
    return True


def end_sessions(*, user: User, but: str | None = None) -> None:
    """Sign a person out everywhere, or everywhere but in the session with the key `but`."""
    with transaction.atomic():
        for session in UserSession.objects.filter(user=user).exclude(session_key=but or ""):
            session.end()
