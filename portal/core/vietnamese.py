"""Vietnamese text, everywhere the same: folding, spelling, alphabetical order, addresses. Knows no framework.

Marks are the marks of Vietnamese letters and tones. Typing without marks must find everything, typing with them must
rank exact spellings first, and the order of names must be the same on every database.
"""

import re
import unicodedata

from anyascii import anyascii

_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff]"
)
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_]*)*", re.UNICODE)
_NOT_SLUG = re.compile(r"[^a-z0-9]+")

# The two customs of placing a tone on an open oa, oe, uy: hoà and hòa. The second is stored and compared.
_TONES = {"huyền": "\u0300", "sắc": "\u0301", "hỏi": "\u0309", "ngã": "\u0303", "nặng": "\u0323"}
_TONE_PLACES = [
    (re.compile(rf"(?<!q){first}({unicodedata.normalize('NFC', second + mark)})(?![^\W\d_])"), first + mark, second)
    for first, second in (("o", "a"), ("o", "e"), ("u", "y"))
    for mark in _TONES.values()
]

# Alphabetical order: letters first, then tones in the order of school dictionaries (as CLDR's Vietnamese collation).
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PUNCTUATION = "_-–—,;:!?.·'‘’\"“”«»()[]{}@*/\\&#%•`^°+<=>|~$₫"
_TONE_ORDER = {"\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0301": "5", "\u0323": "6"}
_LETTER_MARKS = {"\u0306", "\u0302", "\u031b"}
_PRIMARY = (
    {" ": "02"}
    | {sign: f"{3 + place:02x}" for place, sign in enumerate(_PUNCTUATION)}
    | {str(digit): f"{0x30 + digit:02x}" for digit in range(10)}
    | {letter: f"{0x40 + 2 * place:02x}" for place, letter in enumerate(_ALPHABET)}
)
_SORT_KEY_LENGTH = 800


def normalize(text: str) -> str:
    """Return the text in NFC, without control characters, with single spaces."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", _CONTROL.sub("", text))).strip()


def fold(text: str) -> str:
    """Return the text in lower case without any mark: `Đổi mới` → `doi moi`; hoà and hòa become equal."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("đ", "d"))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    # Compatibility forms may bring capitals and marks of their own.
    return unicodedata.normalize("NFC", plain).lower().replace("đ", "d")


def canonical(text: str) -> str:
    """Return the text in lower-case NFC with its marks and one tone placement: `Hoà` → `hòa`, `thuỷ` → `thủy`."""
    text = unicodedata.normalize("NFC", text.lower())
    for pattern, first, second in _TONE_PLACES:
        text = pattern.sub(unicodedata.normalize("NFC", first) + second, text)
    return unicodedata.normalize("NFC", text)


def has_marks(text: str) -> bool:
    """Say whether somebody typed Vietnamese marks, so that exact spellings are meant."""
    return fold(text) != unicodedata.normalize("NFC", text.lower())


def folded_tokens(text: str) -> list[tuple[str, int, int]]:
    """Return (folded word, start, end) for each word; the places are in the original text, whatever its normal form."""
    return [(fold(found.group()), found.start(), found.end()) for found in _WORD.finditer(text)]


def sort_key(text: str) -> str:
    """Return a hexadecimal key whose order is the Vietnamese alphabet's, under any collation of any database.

    Levels: letters (a ă â b … đ …), then tones (ngang huyền hỏi ngã sắc nặng), then lower before upper case. Equal to
    PostgreSQL's `vi-x-icu` on names. Cut at 800 characters.
    """
    primary, tones, cases = [], [], []
    for char in unicodedata.normalize("NFC", normalize(text)):
        letter, tone = _letter_and_tone(char.lower())
        primary.append(_PRIMARY.get(letter) or f"f{ord(letter[:1] or char):06x}f")
        tones.append(tone)
        cases.append("2" if char != char.lower() else "1")
    key = "".join(primary) + "00" + "".join(tones).rstrip("1") + "00" + "".join(cases).rstrip("1")
    return key[:_SORT_KEY_LENGTH]


def _letter_and_tone(char: str) -> tuple[str, str]:
    """Take a lower-case character apart: `ấ` → (`â`, `5`); a foreign accent is dropped."""
    if char == "đ":
        return char, "1"
    parts = unicodedata.normalize("NFD", char)
    base = parts[:1] + "".join(mark for mark in parts[1:] if mark in _LETTER_MARKS)
    letter = unicodedata.normalize("NFC", base)
    tone = next((_TONE_ORDER[mark] for mark in parts[1:] if mark in _TONE_ORDER), "1")
    return (letter if letter in _PRIMARY else parts[:1]), tone


def name_sort_key(full_name: str) -> str:
    """Return the sort key of a person: by given name, which comes last, then by the rest."""
    family, _, given = normalize(full_name).rpartition(" ")
    return sort_key(f"{given} {family}".strip())


def slug(text: str, max_length: int = 100) -> str:
    """Return the text as a part of an address: `Đổi mới` → `doi-moi`; cut at a word, empty when nothing is left."""
    plain = _NOT_SLUG.sub("-", anyascii(normalize(text)).lower()).strip("-")
    if len(plain) <= max_length:
        return plain
    cut = plain[: max_length + 1]
    return (cut.rpartition("-")[0] or plain[:max_length]).strip("-")
