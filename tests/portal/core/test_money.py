"""Money as people of each language write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.money import format_money


@pytest.mark.parametrize(
    ("amount", "currency", "language", "expected"),
    [
        (1_500_000, "VND", "vi", "1.500.000\u00a0₫"),
        (1_500_000, "VND", "en", "₫1,500,000"),
        (0, "VND", "vi", "0\u00a0₫"),
        (-25_000, "VND", "vi", "−25.000\u00a0₫"),
        (-25_000, "VND", "en", "−₫25,000"),
        (123_456, "USD", "en", "$1,234.56"),
        (123_405, "USD", "vi", "1.234,05\u00a0$"),
        (99, "EUR", "en-gb", "€0.99"),
        (5_000, "JPY", "en", "JPY\u00a05,000"),
        (150, "SGD", "en", "SGD\u00a01.50"),
    ],
)
def test_format_money(amount, currency, language, expected):
    assert format_money(amount, currency, language) == expected


@given(st.integers(-(10**15), 10**15), st.sampled_from(["VND", "USD", "JPY"]), st.sampled_from(["vi", "en"]))
def test_no_digit_is_lost(amount, currency, language):
    written = format_money(amount, currency, language)
    assert int("".join(filter(str.isdigit, written))) == abs(amount)
    assert written.startswith("−") is (amount < 0)
