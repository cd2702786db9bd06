"""The slots of periodic jobs."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from portal.core.jobs.schedule import following

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.mark.parametrize(
    ("when", "now", "then"),
    [
        ({"every": 60}, datetime(2027, 1, 5, 8, 0, 5, tzinfo=UTC), datetime(2027, 1, 5, 8, 1, tzinfo=UTC)),
        ({"every": 60}, datetime(2027, 1, 5, 8, 1, tzinfo=UTC), datetime(2027, 1, 5, 8, 2, tzinfo=UTC)),
        ({"every": 3600}, datetime(2027, 1, 5, 8, 1, tzinfo=UTC), datetime(2027, 1, 5, 9, tzinfo=UTC)),
        # 03:10 in Quảng Ninh is 20:10 UTC of the day before
        ({"daily": "03:10"}, datetime(2027, 1, 5, 8, tzinfo=UTC), datetime(2027, 1, 6, 3, 10, tzinfo=VIETNAM)),
        ({"daily": "03:10"}, datetime(2027, 1, 5, 19, tzinfo=UTC), datetime(2027, 1, 6, 3, 10, tzinfo=VIETNAM)),
        ({"daily": "03:10"}, datetime(2027, 1, 5, 20, 10, tzinfo=UTC), datetime(2027, 1, 7, 3, 10, tzinfo=VIETNAM)),
    ],
)
def test_the_next_slot_is_the_first_after_now(when: dict, now: datetime, then: datetime) -> None:
    assert following(when, now) == then


@pytest.mark.parametrize("when", [{}, {"daily": "morning"}, {"daily": "25:00"}])
def test_what_is_no_time_is_refused(when: dict) -> None:
    with pytest.raises((KeyError, ValueError)):
        following(when, datetime(2027, 1, 5, tzinfo=UTC))
