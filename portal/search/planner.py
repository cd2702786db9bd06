"""A question turned into a ladder of plans that any engine can run. Knows no framework.

The first plan asks for everything literally; each further one is looser. The search stops at the first that finds
something.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from portal.core.vietnamese import canonical, fold, folded_tokens, normalize
from portal.search.glossary import Glossary, Wording
from portal.search.speller import Vocabulary, repair

MOST_CHARACTERS = 200
MOST_WORDS = 24
_WEIGHT_OF_A_BEGINNING = 2.0  # two letters stand in no document, yet they tell little
MOST_COMBINED = 8  # half of them can be chosen in 70 ways
_QUOTED = re.compile(r'["“”«»]([^"“”«»]{1,120})["“”«»]')
_CODE_SIGNS = re.compile(r"[\s./_\-–—]+")
_BRANCH = re.compile(r"\d{13}")  # a firm's ten digits and three of the branch
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
        "of for and is are who which what we need looking find where does with by at near company companies firm firms "
        "startups there any please"
    )
)
# English words of asking that are Vietnamese syllables without marks too (in, ăn, thể, đồ, tổ): only beside those above.
_STOP_EITHER = frozenset(str.split("the in a an that i do to on me startup"))


@dataclass(frozen=True)
class Group:
    """One thing asked for: the words as typed and other wordings of it. `phrase`: the words must stand together.

    `exact` holds the spellings where only they are meant, not everything that folds to the words. `weight` says how much
    it tells: a rare word more than a common one (inverse document frequency, about 1 to 10).
    """

    words: tuple[str, ...]
    wordings: tuple[Wording, ...] = ()
    phrase: bool = False
    unfinished: bool = False
    code: bool = False
    weight: float = 1.0
    exact: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """One step of the ladder. `need` of the groups must match (all when None).

    `said` are all words as typed, words of asking too: side by side they lift a document. `spelled` are the words of the
    groups with their marks: exact spellings lift as well. A `code` matches what begins with it, and
    after that what is exactly the `head_code`: the firm of a branch. `step` names a loosened step, `text` a repair.
    """

    groups: tuple[Group, ...]
    said: tuple[str, ...] = ()
    spelled: tuple[str, ...] = ()
    need: int | None = None
    code: str = ""
    head_code: str = ""
    step: str | None = None
    text: str | None = None


@dataclass(frozen=True)
class _Token:
    word: str
    spelled: str


def plans(text: str, glossary: Glossary, vocabulary: Vocabulary) -> Iterator[Plan]:
    """Yield the ladder for a question: a code, all words (but those of asking), repaired, most words, any word."""
    text = normalize(text[: 4 * MOST_CHARACTERS])[:MOST_CHARACTERS]
    if code := as_code(text):
        yield Plan(groups=(), code=code, head_code=code[:10] if _BRANCH.fullmatch(code) else "")
    quoted = tuple(filter(None, (_phrase(found) for found in _QUOTED.findall(text))))
    tokens = _tokens(_QUOTED.sub(" ", text))
    if not tokens and not quoted:
        return
    core = _without_asking(tokens, glossary) or (() if quoted else tokens)
    plan = _plan(core, tokens, quoted, glossary, vocabulary)
    exact = _exact(plan, core)
    yield exact or plan
    if code and " " not in text and sum(char.isdigit() for char in code) >= 4:
        return  # a number that nobody has: what shares a part of it was not asked for
    corrected = None
    if better := repair([token.word for token in core], vocabulary):
        core = _replaced(core, better)
        corrected = " ".join(token.spelled for token in core)
        plan = _plan(core, core, quoted, glossary, vocabulary)
        yield replace(plan, step="corrected", text=corrected)
    loose = _most_telling(plan if corrected or not exact else exact, vocabulary)
    count = len(loose.groups)
    if count >= 3:
        need = count - 1 if count < 5 else (count + 1) // 2
        yield replace(loose, need=need, step="most_words", text=corrected)
    if exact and not corrected:
        yield plan
        loose = _most_telling(plan, vocabulary)
    if len(core) >= 2 or better or quoted:
        spelled = loose.spelled if any(token.word != token.spelled for token in core) else ()
        groups = _taken_apart(loose)
        yield replace(loose, groups=groups, spelled=spelled, need=1, step="any_word", text=corrected)


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
    tokens = _tokens(text)
    words, spelled = tuple(token.word for token in tokens), tuple(token.spelled for token in tokens)
    return Group(words, phrase=True, exact=spelled if words != spelled else ()) if words else None


def _plan(
    core: Sequence[_Token],
    tokens: Sequence[_Token],
    quoted: tuple[Group, ...],
    glossary: Glossary,
    vocabulary: Vocabulary,
) -> Plan:
    words, spelled = [token.word for token in core], [token.spelled for token in core]
    groups: list[Group] = list(quoted)
    place = 0
    while place < len(words):
        length, others = glossary.at(words, spelled, place)
        length = length or 1
        typed = tuple(words[place : place + length])
        # A question of one short word (na, cá, AI) is meant as it stands; in a longer one it may be the next word's start.
        short = not place and len(typed[-1]) < 3 and (len(typed[-1]) < 2 or vocabulary.knows(typed[-1]))
        last = place + length == len(words) and core[-1] is tokens[-1]
        is_code = length == 1 and bool(_CODE.fullmatch(typed[0]))
        weight = vocabulary.weight(typed, *(wording.words for wording in others))
        unfinished = last and not short
        if unfinished and not vocabulary.knows(typed[-1]):
            weight = min(weight, _WEIGHT_OF_A_BEGINNING)
        groups.append(Group(typed, others, unfinished=unfinished, code=is_code, weight=weight))
        place += length
    return Plan(
        tuple(groups[:MOST_WORDS]),
        said=tuple(token.word for token in tokens),
        spelled=tuple(spelled),
    )


def _exact(plan: Plan, core: Sequence[_Token]) -> Plan | None:
    """Ask for exactly the marked syllables that were typed, where there are three things or more; else None.

    Without their marks, the syllables of a longer question stand somewhere in half of all long texts.
    """
    marked = {token.word: token.spelled for token in core if token.spelled != token.word}
    groups = tuple(
        replace(group, exact=(marked[group.words[0]],)) if len(group.words) == 1 and group.words[0] in marked else group
        for group in plan.groups
    )
    return replace(plan, groups=groups) if len(groups) > 2 and groups != plan.groups else None


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


def _taken_apart(plan: Plan) -> tuple[Group, ...]:
    """Add to groups of several words each word by itself, for the last step, where half a term beats nothing."""
    several = [group for group in plan.groups if len(group.words) > 1]
    return (*plan.groups, *(Group((word,), weight=group.weight / 2) for group in several for word in group.words))


def _without_asking(tokens: tuple[_Token, ...], glossary: Glossary) -> tuple[_Token, ...]:
    """Leave out words of asking, but none that belongs to a term of the glossary."""
    kept: list[_Token] = []
    place = 0
    words, spelled = [token.word for token in tokens], [token.spelled for token in tokens]
    stop = _STOP_SPELLED if words != spelled else _STOP_FOLDED
    if words == spelled and _STOP_ENGLISH.intersection(words):
        stop |= _STOP_ENGLISH | _STOP_EITHER
    while place < len(tokens):
        length, _others = glossary.at(words, spelled, place)
        if length:
            kept += tokens[place : place + length]
            place += length
            continue
        phrase = next((p for p in _STOP_PHRASES if tuple(words[place : place + len(p)]) == p), None)
        if not phrase and spelled[place] not in stop:
            kept.append(tokens[place])
        place += len(phrase) if phrase else 1
    return tuple(kept)


def _replaced(tokens: Sequence[_Token], words: Sequence[str]) -> tuple[_Token, ...]:
    """Put repaired words in the place of the typed ones; an unchanged word keeps its typed spelling."""
    spelled = {token.word: token.spelled for token in tokens}
    return tuple(_Token(word, spelled.get(word, word)) for word in words)
