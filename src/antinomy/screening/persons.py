"""Compare two names of persons: words in any order, initials, other spellings."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from math import exp

from rapidfuzz.distance import OSA

from antinomy.screening.compare import NOTHING, Comparison
from antinomy.screening.lexicon import NameLexicon, sounds_of
from antinomy.screening.pairing import Agreement
from antinomy.screening.parts import Name
from antinomy.screening.sounds import respelt, syllables_in

Rarity = Callable[[str], float]
_HANZI_NAME = (2, 4)


def compare_persons(
    query: Name, listed: Name, lexicon: NameLexicon, rarity: Rarity
) -> Comparison:
    """Compare two names of persons; ``rarity`` weighs a word of a name, in nats."""
    best = NOTHING
    exact = query.hanzi != listed.hanzi
    for one in _whole(_readings(query, lexicon)):
        for other in _whole(_readings(listed, lexicon)):
            found = _compared(one, other, lexicon, rarity, exact=exact)
            if not exact and not found.score:
                found = _run_together(one, other, lexicon, rarity)
            if found.score > best.score:
                best = found
    return best


def _run_together(
    one: Sequence[str], other: Sequence[str], lexicon: NameLexicon, rarity: Rarity
) -> Comparison:
    """Compare names written without the space between their words."""
    if len(one) == len(other) or min(len(one), len(other)) > 2:  # noqa: PLR2004
        return NOTHING
    left = folded("".join(one), lexicon)
    orders = {folded("".join(words), lexicon) for words in (other, other[::-1])}
    longest = max(len(left), *map(len, orders))
    slips = min(OSA.distance(left, o, score_cutoff=longest // 7) for o in orders)
    if longest < 6 or slips > longest // 7:  # noqa: PLR2004
        return NOTHING
    nats = sum(map(rarity, one))
    rules = lexicon.scoring.persons
    made = Agreement(
        " ".join(one), " ".join(other), "joined", nats, nats, 0.0, brand=True
    )
    chance = 1 / (1 + exp((rules["enough"] - nats - rules["whole"]) / rules["slope"]))
    return Comparison((rules["folded"] - slips / longest) * chance, (made,), nats=nats)


def _whole(readings: Iterator[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Leave out words without a letter, and readings without a word."""
    for reading in readings:
        words = tuple(word for word in reading if word)
        if words:
            yield words


def _readings(name: Name, lexicon: NameLexicon) -> Iterator[tuple[str, ...]]:
    """Give the words of a name, and how they read with syllables joined or respelt."""
    chinese = "".join(word.text for word in name.words if word.hanzi)
    if chinese:
        if _HANZI_NAME[0] <= len(chinese) <= _HANZI_NAME[1] and not name.tokens:
            head = 2 if chinese.startswith(lexicon.double_surnames) else 1
            yield "".join(sounds_of(chinese[:head])), "".join(sounds_of(chinese[head:]))
        return
    said = tuple(
        t for t in name.tokens if t not in lexicon.titles and t not in lexicon.particles
    )
    words = said or name.tokens
    if not words:
        return
    yield words
    syllabic = [bool(syllables_in(w, lexicon)) for w in words]
    if 2 < len(words) <= 4 and all(syllabic):  # noqa: PLR2004
        yield words[0], "".join(words[1:])
        yield words[-1], "".join(words[:-1])
    if 1 < len(words) <= 3:  # noqa: PLR2004
        for spelling in respelt(words, lexicon):
            yield spelling[0], "".join(spelling[1:])
            yield spelling[-1], "".join(spelling[:-1])


def _compared(
    one: Sequence[str],
    other: Sequence[str],
    lexicon: NameLexicon,
    rarity: Rarity,
    *,
    exact: bool,
) -> Comparison:
    """Pair the words of two names; ``exact``: a Chinese name is said in one way."""
    rules = lexicon.scoring.persons
    pairs = sorted(
        (-likeness, at, to)
        for at, word in enumerate(one)
        for to, found in enumerate(other)
        if (likeness := _likeness(word, found, lexicon)) > 0
        and (likeness == 1 or not exact)
    )
    left, right = dict(enumerate(one)), dict(enumerate(other))
    agreed = []
    for negative, at, to in pairs:
        if at in left and to in right:
            word, found = left.pop(at), right.pop(to)
            nats = -negative * min(rarity(word), rarity(found))
            by = "letters" if negative == -1 else "spelling"
            whole = rarity(word)
            agreed.append(
                Agreement(
                    word,
                    found,
                    by,
                    nats,
                    -negative * whole,
                    (1 + negative) * whole,
                    brand=True,
                )
            )
    if not agreed or (len(agreed) < 2 and len(one) > 1 and len(other) > 1):  # noqa: PLR2004
        return NOTHING
    nats = sum(a.nats for a in agreed)
    cover = sum(a.cover for a in agreed)
    lacking = sum(a.lacking for a in agreed)
    missing = lacking + sum(rarity(w) * _open(w) for w in left.values())
    extra = lacking + sum(rarity(w) * _open(w) for w in right.values())
    shares = cover / (cover + missing), cover / (cover + extra)
    clash = sum(1 for w in left.values() if len(w) > 1) and sum(
        1 for w in right.values() if len(w) > 1
    )
    if not left and not right and not exact:
        nats += rules["whole"]
    if exact and right:
        return NOTHING
    low, high = min(shares), max(shares)
    score = (low ** rules["missing"] * high) ** rules["lift"]
    enough = rules["enough"] + (rules["by_sound"] if exact else 0)
    score *= 1 / (1 + exp((enough - nats) / rules["slope"]))
    if clash:
        score *= rules["against"]
    return Comparison(
        score, tuple(agreed), tuple(left.values()), tuple(right.values()), (), nats
    )


def _open(word: str) -> float:
    return 1.0 if len(word) > 1 else 0.2


@lru_cache(maxsize=16384)
def _likeness(word: str, other: str, lexicon: NameLexicon) -> float:
    """Say how alike two words of names are, from 0 to 1."""
    rules = lexicon.scoring.persons
    if word == other:
        return 1.0
    if len(word) == 1 or len(other) == 1:
        return rules["initial"] if word[0] == other[0] else 0.0
    one, two = folded(word, lexicon), folded(other, lexicon)
    if one == two:
        return rules["folded"]
    longest = max(len(one), len(two))
    allowed = _allowed(longest)
    slips = OSA.distance(one, two, score_cutoff=allowed) if allowed else 1
    if slips > allowed:
        return 0.0
    less = 0 if one[:1] == two[:1] else rules["other_head"]
    return max(0.0, rules["slip"] - slips / longest - less)


def _allowed(letters: int) -> int:
    """Allow one slip in a word of four letters, two in one of seven."""
    return min(2, (letters - 1) // 3)


@lru_cache(maxsize=16384)
def folded(word: str, lexicon: NameLexicon) -> str:
    """Write a word as its sound is spelt most simply."""
    for pattern, simple in lexicon.folds:
        word = re.sub(pattern, simple, word)
    return word
