"""What is made from the number of a document and its other columns; read by the model and by a migration."""

import re
from typing import Any

from portal.core.vietnamese import fold, slug

# 268/2025/NĐ-CP: legal documents carry the year in which they were issued, decisions on a single case do not.
_YEAR = re.compile(r"^\d+/((?:19|20)\d\d)/")
_DIGITS = re.compile(r"\d+")


def bare(number: str) -> str:
    """Return a number without marks and signs, whichever way it was typed: 268/2025/NĐ-CP becomes 2682025ndcp."""
    return "".join(sign for sign in fold(number) if sign.isalnum())


def address_of(number: str) -> str:
    """Return the last part of the address: 268/2025/NĐ-CP becomes 268-2025-nd-cp."""
    return slug(number, 80) or "van-ban"


def derived(document: Any) -> dict[str, Any]:
    """Return the columns that are made from the others; the address is made once and never changes."""
    in_number = _YEAR.match(document.number)
    words = (document.number, bare(document.number), document.title_vi, document.title_en, document.issuer_vi)
    return {
        "slug": document.slug or address_of(document.number),
        "number_key": _DIGITS.sub(lambda found: found.group().zfill(6), fold(document.number))[:80],
        "year": document.issued_on.year if document.issued_on else int(in_number[1]) if in_number else None,
        "search_text": fold(" ".join((*words, document.issuer_en))),
    }
