"""A question turned into a ladder of plans that any engine can run. Knows no framework.

The first plan asks for everything literally; each further one is looser. The search stops at the first that finds
something.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from portal.core.vietnamese import canonical, fold, folded_tokens, has_marks, normalize
from portal.search.glossary import Glossary, Wording
from portal.search.speller import Vocabulary, repair

MOST_CHARACTERS = 200
MOST_WORDS = 24
MOST_COMBINED = 8  # half of them can be chosen in 70 ways
_QUOTED = re.compile(r'["“”«»]([^"“”«»]{1,120})["“”«»]')
_CODE_SIGNS = re.compile(r"[\s./_\-–—]+")
_CODE = re.compile(r"(?=(?:.*\d){2})[a-z0-9]{4,40}")

# Words of asking, not of the matter. Without marks only those that no word of the matter folds to.
_STOP_SPELLED = frozenset(
    str.split(
        "của và là các những ở tại cho với có nào gì đâu tôi em mình muốn cần tìm kiếm về được trong một đang hay hoặc "
        "thì mà bị do từ đến trên giúp hỏi xin ạ nhé ai bao nhiêu công ty doanh nghiệp đơn vị tổ chức nơi chỗ"
    )
)
_STOP_FOLDED = frozenset(str.split("nhung cac nao duoc dang mot muon voi hoac nhe gi dau toi"))
_STOP_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        *("o dau", "cong ty", "doanh nghiep", "don vi", "to chuc", "tim kiem", "noi nao", "cho nao"),
        *("ma so thue", "mst"),
    )
)
_STOP_ENGLISH = frozenset(
    str.split(
        "the of in for a an and is are who which what that i we need looking find where do does to with by on at near "
        "company companies firm firms startup startups there any me please"
    )
)


@dataclass(frozen=True)
class Group:
    """One thing asked for: the words as typed and other wordings of it. `phrase`: the words must stand together.

    `weight` says how much it tells: a rare word more than a common one (inverse document frequency, about 1 to 10).
    """

    words: tuple[str, ...]
    wordings: tuple[Wording, ...] = ()
    phrase: bool = False
    unfinished: bool = False
    code: bool = False
    weight: float = 1.0


@dataclass(frozen=True)
class Plan:
    """One step of the ladder. `need` of the groups must match (all when None); `spelled` lifts exact spellings."""

    groups: tuple[Group, ...]
    spelled: tuple[str, ...] = ()
    need: int | None = None
    code: str = ""
    step: str | None = None
    text: str | None = None


@dataclass(frozen=True)
class _Token:
    word: str
    spelled: str


def plans(text: str, glossary: Glossary, vocabulary: Vocabulary) -> Iterator[Plan]:
    """Yield the ladder for a question: a code, literally, without words of asking, repaired, most words, any word."""
    text = normalize(text[: 4 * MOST_CHARACTERS])[:MOST_CHARACTERS]
    if code := as_code(text):
        yield Plan(groups=(), code=code)
    quoted = tuple(filter(None, (_phrase(found) for found in _QUOTED.findall(text))))
    tokens = _tokens(_QUOTED.sub(" ", text))
    if not tokens and not quoted:
        return
    literal = _plan(tokens, quoted, glossary, vocabulary)
    yield literal
    core = _without_asking(tokens)
    if core != tokens and (core or quoted):
        yield replace(_plan(core, quoted, glossary, vocabulary), step="without_common_words")
    else:
        core = tokens
    words = [token.word for token in core]
    better = repair(words, vocabulary)
    if better:
        core = _replaced(core, better)
        said = " ".join(token.spelled for token in core)
        yield replace(_plan(core, quoted, glossary, vocabulary), step="corrected", text=said)
    corrected = " ".join(token.spelled for token in core) if better else None
    loose = _most_telling(_plan(core, quoted, glossary, vocabulary), vocabulary)
    count = len(loose.groups)
    if count >= 3:
        yield replace(loose, need=count - 1, step="most_words", text=corrected)
    if count >= 5:
        yield replace(loose, need=(count + 1) // 2, step="most_words", text=corrected)
    if len(core) >= 2 or better:
        yield replace(loose, need=1, step="any_word", text=corrected)


def as_code(text: str) -> str:
    """Return what may be a registration number or tax code in its bare form (lower-case letters and digits), or "".

    Generous, because a guess that no document bears out costs one look into the index and the next step answers.
    """
    bare = _CODE_SIGNS.sub("", fold(text))
    return bare if _CODE.fullmatch(bare) else ""


def _tokens(text: str) -> tuple[_Token, ...]:
    found = folded_tokens(text)[:MOST_WORDS]
    # Folding a foreign sign may leave one that is no letter; what reaches an engine is letters and digits only.
    clean = (("".join(char for char in word if char.isalnum())[:60], text[start:end]) for word, start, end in found)
    return tuple(_Token(word, canonical(spelled)[:60]) for word, spelled in clean if word)


def _phrase(text: str) -> Group | None:
    words = tuple(token.word for token in _tokens(text))
    return Group(words, phrase=True) if words else None


def _plan(tokens: Sequence[_Token], quoted: tuple[Group, ...], glossary: Glossary, vocabulary: Vocabulary) -> Plan:
    words, spelled = [token.word for token in tokens], [token.spelled for token in tokens]
    groups: list[Group] = list(quoted)
    place = 0
    while place < len(words):
        length, others = glossary.at(words, spelled, place)
        length = length or 1
        last = place + length == len(words)
        typed = tuple(words[place : place + length])
        is_code = length == 1 and bool(_CODE.fullmatch(typed[0]))
        weight = vocabulary.weight(typed, *(wording.words for wording in others))
        groups.append(Group(typed, others, unfinished=last and len(typed[-1]) > 1, code=is_code, weight=weight))
        place += length
    typed_marks = any(has_marks(word) for word in spelled)
    return Plan(tuple(groups[:MOST_WORDS]), spelled=tuple(spelled) if typed_marks else ())


def _most_telling(plan: Plan, vocabulary: Vocabulary) -> Plan:
    """Keep the groups that some document has, and of those the ones that tell most: these may be combined freely."""
    there = [
        group
        for group in plan.groups
        if vocabulary.has(group.words, *(w.words for w in group.wordings), unfinished=group.unfinished)
    ]
    kept = sorted(there, key=lambda group: group.weight, reverse=True)[:MOST_COMBINED]
    groups = tuple(group for group in there if group in kept) or plan.groups[:MOST_COMBINED]
    words = {word for group in groups for word in group.words}
    return replace(plan, groups=groups, spelled=tuple(word for word in plan.spelled if fold(word) in words))


def _without_asking(tokens: tuple[_Token, ...]) -> tuple[_Token, ...]:
    """Leave out words of asking, but never everything."""
    kept: list[_Token] = []
    place = 0
    words = [token.word for token in tokens]
    while place < len(tokens):
        phrase = next((p for p in _STOP_PHRASES if tuple(words[place : place + len(p)]) == p), None)
        if phrase:
            place += len(phrase)
            continue
        token = tokens[place]
        place += 1
        marked = token.spelled != token.word
        stop = token.spelled in _STOP_SPELLED if marked else token.word in (_STOP_FOLDED | _STOP_ENGLISH)
        if not stop:
            kept.append(token)
    return tuple(kept) or tokens


def _replaced(tokens: Sequence[_Token], words: Sequence[str]) -> tuple[_Token, ...]:
    """Put repaired words in the place of the typed ones; an unchanged word keeps its typed spelling."""
    spelled = {token.word: token.spelled for token in tokens}
    return tuple(_Token(word, spelled.get(word, word)) for word in words)
