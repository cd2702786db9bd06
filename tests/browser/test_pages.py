"""The home page, pages of text and the account's pages: no violation of accessibility, nothing wider than the screen."""

import pytest

from tests.factories.startups import OrganizationFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGES = (
    "/",
    "/en/",
    "/tuyen-bo-tro-nang/",
    "/en/ve-du-lieu/",
    "/accounts/login/",
    "/accounts/signup/",
    "/en/accounts/password/reset/",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_open_to_everybody(open_page, violations, path, scheme):
    OrganizationFactory.create_batch(2, sectors=["logistics"], unit_code="06994", is_sample=True)
    page = open_page(path, width=320, scheme=scheme)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
