"""Money as an integer in minor units with its currency. Knows no framework."""

_DECIMALS = {"VND": 0, "JPY": 0, "KRW": 0}
_SIGNS = {"VND": "₫", "USD": "$", "EUR": "€"}


def format_money(amount: int, currency: str, language: str) -> str:
    """Write an amount in minor units for readers of a language: `1.500.000 ₫` (vi), `₫1,500,000` (en)."""
    decimals = _DECIMALS.get(currency, 2)
    whole, part = divmod(abs(amount), 10**decimals)
    vietnamese = language.startswith("vi")
    text = f"{whole:,}".replace(",", ".") if vietnamese else f"{whole:,}"
    if decimals:
        text += ("," if vietnamese else ".") + f"{part:0{decimals}}"
    sign = "−" if amount < 0 else ""
    symbol = _SIGNS.get(currency, currency)
    if vietnamese:
        return f"{sign}{text}\u00a0{symbol}"
    return f"{sign}{symbol}{text}" if len(symbol) == 1 else f"{sign}{symbol}\u00a0{text}"
