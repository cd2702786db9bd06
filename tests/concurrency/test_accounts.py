"""Two administrators take the role from each other at the same moment."""

from threading import Barrier, Thread

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.utils import timezone

from portal.accounts.staff import people
from portal.accounts.staff.errors import LastAdministratorError
from tests.signing_in import make_staff

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("closing", [True, False])
def test_one_of_them_stays_administrator(closing):
    pair = [make_staff("Quản trị viên", f"{name}@example.org", name) for name in ("an", "ha")]
    get_user_model().objects.update(last_login=timezone.now())
    start, refused = Barrier(2), []

    def remove(user, by):
        try:
            start.wait(timeout=20)
            roles = user.groups.all() if closing else []
            people.change_person(
                user=user, email=user.email, full_name="X", roles=list(roles), is_active=not closing, by=by
            )
        except LastAdministratorError as error:
            refused.append(error)
        finally:
            connection.close()

    threads = [Thread(target=remove, args=two) for two in (pair, pair[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert len(refused) == 1
    assert sum(people.is_administrator(user) for user in get_user_model().objects.all()) == 1
