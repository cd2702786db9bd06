"""Raw Telex typing undone: `nuooi` → `nuôi`, `hauf` → `hàu`. Knows no framework.

Somebody whose keyboard is not set to Vietnamese types the keys of the letters and tones.
"""

import re
import unicodedata

_LETTERS = (("dd", "đ"), ("aa", "â"), ("aw", "ă"), ("ee", "ê"), ("oo", "ô"), ("ow", "ơ"), ("uw", "ư"), ("w", "ư"))
_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_HORNED_PAIR = re.compile(r"uo([a-z]*)w")
_VOWELS = "aăâeêioôơuưy"
# The key of a tone comes somewhere after the first vowel, mostly at the end.
_TONE_KEY = re.compile(rf"(.*[{_VOWELS}w].*)([sfrxj])([a-z]*)$")


def undo(word: str) -> str | None:
    """Return the word that these keys would have written, or None when they are no Telex."""
    plain = word.lower()
    if not plain.isascii() or not plain.isalpha():
        return None
    text = _HORNED_PAIR.sub(r"ươ\1", plain)
    if text == plain:
        text = _double_at_a_distance(text)
    tone = ""
    if found := _TONE_KEY.match(text):
        text, tone = found[1] + found[3], _TONES[found[2]]
    for keys, letter in _LETTERS:
        text = text.replace(keys, letter)
    if tone:
        text = _with_tone(text, tone)
    return unicodedata.normalize("NFC", text) if text != plain else None


def _double_at_a_distance(text: str) -> str:
    """Some type the second key of a letter at the end: `dieend` → `đien`… with its vowel marks left to the rules."""
    if text.count("d") == 2 and text.startswith("d") and text.endswith("d"):
        return "dd" + text[1:-1]
    return text


def _with_tone(text: str, tone: str) -> str:
    """Set the tone on the vowel that carries it: a marked one, else the middle or the first of the group."""
    places = [place for place, char in enumerate(text) if char in _VOWELS]
    if text[:2] in {"qu", "gi"} and len(places) > 1:
        places = places[1:]
    marked = [place for place in places if text[place] in "ăâêôơư"]
    if marked:
        place = marked[-1]
    elif len(places) == 1 or (len(places) == 2 and places[-1] == len(text) - 1):
        place = places[0]
    else:
        place = places[1]
    return text[: place + 1] + tone + text[place + 1 :]
