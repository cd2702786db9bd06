"""Whether a document holds is the same in Python and in SQL, for every day around every date."""

from datetime import date, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
import time_machine

from portal.pages.models import PolicyDocument
from portal.pages.policies.validity import Validity, today, validity, with_validity
from tests.factories.policies import PolicyFactory

TODAY = date(2026, 11, 24)
DAYS = (None, TODAY - timedelta(1), TODAY, TODAY + timedelta(1))


@pytest.mark.parametrize(
    ("begins", "ends", "state"),
    [
        (TODAY, None, Validity.IN_FORCE),
        (TODAY, TODAY, Validity.IN_FORCE),
        (TODAY + timedelta(1), None, Validity.NOT_YET),
        (TODAY - timedelta(9), TODAY - timedelta(1), Validity.ENDED),
        (None, TODAY - timedelta(1), Validity.ENDED),
        (None, TODAY, Validity.UNKNOWN),
        (None, None, Validity.UNKNOWN),
    ],
)
def test_the_last_day_belongs_to_the_validity(begins, ends, state):
    assert validity(PolicyFactory.build(effective_from=begins, effective_until=ends), TODAY) == state


@pytest.mark.django_db
def test_sql_says_the_same(empty):
    for begins, ends, replaced, public in product(DAYS, DAYS, (None, *DAYS[1:], "unknown"), (True, False)):
        if begins and ends and ends < begins:
            continue
        after = replaced and PolicyFactory(effective_from=None if replaced == "unknown" else replaced, is_public=public)
        PolicyFactory(effective_from=begins, effective_until=ends, replaced_by=after or None)
    rows = list(with_validity(PolicyDocument.objects.select_related("replaced_by"), TODAY))
    assert len(rows) > 100
    assert {(row.pk, row.validity) for row in rows} == {(row.pk, validity(row, TODAY).value) for row in rows}
    assert {row.validity for row in rows} == set(Validity.values)


@pytest.mark.django_db
def test_a_document_holds_until_its_replacement_is_in_force(empty):
    after = PolicyFactory.build(effective_from=TODAY + timedelta(1))
    before = PolicyFactory.build(replaced_by=after)
    assert validity(before, TODAY) == Validity.IN_FORCE
    assert validity(before, TODAY + timedelta(1)) == Validity.ENDED
    after.is_public = False
    assert validity(before, TODAY + timedelta(1)) == Validity.IN_FORCE


def test_the_day_is_that_of_the_province():
    with time_machine.travel(datetime(2026, 11, 24, 0, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")), tick=False):
        assert today() == TODAY
