"""Compare two names of firms: what agrees, what is missing, what speaks against it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from antinomy.screening.cleaning import has_han
from antinomy.screening.keys import initials
from antinomy.screening.lexicon import OWN, NameLexicon, Word
from antinomy.screening.pairing import Agreement, Pairing, may_begin, said, share
from antinomy.screening.parts import Name

Prominence = Callable[[str], float]
_TELLING_APART = ("place", "line", "body", "quality", "number")
_TELLING_INITIALS = 4
_BY_BRAND = frozenset({"joined", "initials"})


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two names are, from 0 to 1, and why."""

    score: float
    agreed: tuple[Agreement, ...] = ()
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    nats: float = 0.0
    bare: bool = False
    telling_extra: bool = False


NOTHING = Comparison(0.0)


def compare_firms(
    query: Name, listed: Name, lexicon: NameLexicon, prominence: Prominence
) -> Comparison:
    """Compare the name asked about with a listed one.

    ``prominence`` says in nats how much more (or less) a word proves than its letters
    do: a brand that many rows of the lists bear, or a word of many firms.
    """
    match = Pairing(list(query.telling), list(listed.telling), lexicon.scoring)
    if not (match.chinese() and (match.within() or match.one_slip())):
        match.equal()
        match.by_parts()
    if match.left and match.right:
        match.together()
        match.nearly()
        match.nearly_together()
    if not match.agreed and may_begin(match.left, listed):
        match.by_initials(initials(listed, lexicon))
    return _judged(match, query, listed, prominence) if match.agreed else NOTHING


def _judged(
    match: Pairing, query: Name, listed: Name, prominence: Prominence
) -> Comparison:
    rules = match.scoring.rules
    nats = sum(a.nats for a in match.agreed)
    nats += sum(prominence(a.listed) for a in match.agreed if a.brand)
    cover = sum(a.cover for a in match.agreed)
    lacking = sum(a.lacking for a in match.agreed)
    missing = lacking + sum(share(w, match.scoring.alone) for w in match.left)
    extra = lacking + sum(share(w, match.scoring.alone) for w in match.right)
    asked, found = cover / (cover + missing), cover / (cover + extra)
    sound_alone = _only_sound(match)
    if _identical(query, listed):
        nats += _bonus(listed, rules)
    elif not sound_alone:
        nats += rules["whole"] * (asked * found) ** 4
    formal = any(w.kind == "form" for w in query.words)
    covered = asked * found ** rules["extra_formal" if formal else "extra"]
    chance = 1 / (1 + exp((rules["enough"] - nats) / rules["slope"]))
    against = _against(match.left, match.right)
    score = covered * chance * rules["against"] ** len(against)
    if _both(match, "generic"):
        score *= rules["apart"]
    if not _brand_agrees(match, query, listed):
        score *= rules["no_brand"]
    if sound_alone:
        score *= rules["homophone"]
    if any(a.by == "initials" and _is_short(a.query) for a in match.agreed):
        score *= rules["short_initials"]
    bare = len(listed.telling) == 1 and any(
        w.kind not in {"place", "number"} for w in match.left
    )
    if bare:
        score *= rules["bare_alias"]
    if not any(a.brand for a in match.agreed) and _translated(match):
        score *= rules["translated"]
    return Comparison(
        score,
        tuple(match.agreed),
        tuple(w.text for w in match.left),
        tuple(w.text for w in match.right),
        against,
        nats,
        bare,
        any(w.kind != "generic" for w in match.right),
    )


def _is_short(initials: str) -> bool:
    """Tell initials of three Latin letters or fewer, which many names share."""
    return initials.isascii() and len(initials) < _TELLING_INITIALS


def _against(left: Sequence[Word], right: Sequence[Word]) -> tuple[str, ...]:
    """Name what tells two firms apart: another place, trade or number; homophones."""
    found = []
    for kind in _TELLING_APART:
        here = [w.text for w in left if w.kind == kind]
        there = [w.text for w in right if w.kind == kind]
        if here and there:
            found.append(f"{kind}: {' '.join(here)} | {' '.join(there)}")
    brands = [w for w in left if w.kind in OWN and len(w.sound) > 1]
    others = [w for w in right if w.kind in OWN and len(w.sound) > 1]
    if brands and others:
        found.append(f"brand: {said(brands)} | {said(others)}")
    return tuple(found)


def _bonus(name: Name, rules: Mapping[str, float]) -> float:
    """Give the nats for the same name again: few for a word that anybody may have."""
    if all(word.kind == "number" for word in name.telling):
        return 0.0
    plain = len(name.telling) == 1 and not name.brands
    return rules["whole" if plain else "identical"]


def _identical(query: Name, listed: Name) -> bool:
    one, other = ([w.text for w in name.telling] for name in (query, listed))
    return one == other or (len(one) > 2 and sorted(one) == sorted(other))  # noqa: PLR2004


def _translated(match: Pairing) -> bool:
    """Tell whether words agree by what they mean and not by how they are written."""
    meant = [a for a in match.agreed if a.by == "meaning"]
    return any(has_han(a.query) != has_han(a.listed) for a in meant)


def _only_sound(match: Pairing) -> bool:
    """Tell whether two Chinese syllables are all that agrees: others sound so too."""
    telling = [a for a in match.agreed if a.brand or a.nats > 1]
    return (
        len(telling) == 1
        and telling[0].by in {"sound", "joined"}
        and has_han(telling[0].query + telling[0].listed)
        and len(telling[0].query) <= 2  # noqa: PLR2004
    )


def _both(match: Pairing, kind: str) -> bool:
    return all(any(w.kind == kind for w in ws) for ws in (match.left, match.right))


def _brand_agrees(match: Pairing, query: Name, listed: Name) -> bool:
    """Tell whether a brand agrees, or neither name has one left to disagree with."""
    if any(a.brand or a.by in _BY_BRAND for a in match.agreed):
        return True
    left = any(w.kind in OWN for w in (*match.left, *match.right))
    return not left and bool(query.brands) == bool(listed.brands)
