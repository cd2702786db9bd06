"""When a periodic job is due. Slots are fixed times, so that every worker computes the same ones."""

from datetime import datetime, timedelta

from django.utils import timezone


def following(when: dict, now: datetime) -> datetime:
    """Return the first slot after `now` of `{"every": seconds}` or `{"daily": "HH:MM"}` in the project's time zone."""
    if step := when.get("every"):
        return datetime.fromtimestamp((now.timestamp() // step + 1) * step, tz=now.tzinfo)
    hour, minute = map(int, when["daily"].split(":"))
    then = timezone.localtime(now).replace(hour=hour, minute=minute, second=0, microsecond=0)
    return then if then > now else then + timedelta(days=1)
