"""Two officials import the same list at the same moment."""

from threading import Barrier, Event, Thread

import pytest
from django.db import IntegrityError, connection, transaction

from portal.search.models import SearchDocument
from startups.importing.rows import ImportReport, import_rows
from startups.models import Organization
from tests.concurrency.processes import wait_until, waiting_for_a_lock
from tests.factories.startups import OrganizationFactory
from tests.startups.importing.files import raw

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def import_together(*files) -> list[ImportReport]:
    reports: list[ImportReport] = []
    start = Barrier(len(files))

    def work(rows):
        try:
            start.wait(timeout=20)
            reports.append(import_rows(rows, publish=True))
        finally:
            connection.close()

    threads = [Thread(target=work, args=[rows]) for rows in files]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=100)
    assert len(reports) == len(files)
    return reports


def rows(count: int, **cells: str) -> list:
    return [raw(n, name_vi=f"Công ty {n}", external_code=f"Q-{n}", **cells) for n in range(2, count + 2)]


@pytest.mark.parametrize("order", [1, -1])
def test_every_organization_is_there_once(order):
    reports = import_together(rows(60), rows(60)[::order])
    codes = Organization.objects.values_list("external_code", flat=True)
    assert sorted(codes) == sorted(f"Q-{n}" for n in range(2, 62))
    assert sum(report.counts["created"] for report in reports) == 60
    assert [remark for report in reports for remark in report.errors] == []
    assert SearchDocument.objects.filter(kind="organization").count() == 60


def test_changes_of_the_same_rows_take_turns():
    import_rows(rows(60), publish=True)
    reports = import_together(rows(60, stage="growth"), rows(60, founded="2020")[::-1])
    assert [report.counts["updated"] for report in reports] == [60, 60]
    assert set(Organization.objects.values_list("stage", "founded_year")) == {("growth", 2020)}


def test_a_deadlock_is_survived():
    """Another one has written the last row and now wants the first, which the import holds: the import gives way."""
    holds, wants = Event(), Event()

    def other():
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SET LOCAL deadlock_timeout = '60s'")
                OrganizationFactory(external_code="Q-21", slug="other-21")
                holds.set()
                wants.wait(timeout=20)
                OrganizationFactory(external_code="Q-2", slug="other-2")
        except IntegrityError:
            pass  # the import was faster with its second attempt
        finally:
            connection.close()

    def give_a_sign():
        try:
            wait_until(lambda: bool(waiting_for_a_lock()))
            wants.set()
        finally:
            connection.close()

    threads = [Thread(target=other), Thread(target=give_a_sign)]
    for thread in threads:
        thread.start()
    holds.wait(timeout=20)
    with connection.cursor() as cursor:
        cursor.execute("SET deadlock_timeout = '4s'")
    report = import_rows(rows(20))
    for thread in threads:
        thread.join(timeout=60)
    assert report.errors == []
    assert report.counts["created"] + report.counts["updated"] == 20
    assert set(Organization.objects.values_list("external_code", flat=True)) == {f"Q-{n}" for n in range(2, 22)}
