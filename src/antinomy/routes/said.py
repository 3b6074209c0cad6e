"""Find the signs that prose shows, those it denies, and the prose that shows none."""

import re
from dataclasses import dataclass

from antinomy.catalogue import RedFlagRules
from antinomy.routes.case import Case
from antinomy.routes.flag import Evidence
from antinomy.routes.record import Prose

_SHOWN = 160  # letters of a text that are quoted
_SIGN = "said"


@dataclass(frozen=True, slots=True)
class Reading:
    """What prose shows of a case.

    ``denied`` are signs that a text speaks of and denies; ``counter`` the texts by
    which somebody says that it was looked at and nothing found; ``unread`` the rest.
    """

    shown: tuple[Evidence, ...]
    denied: tuple[Evidence, ...]
    counter: tuple[Prose, ...]
    unread: tuple[Prose, ...]


def read_said(case: Case, known: frozenset[str], rules: RedFlagRules) -> Reading:
    """Read all prose of a case; ``known`` are the places that a field holds too."""
    shown: list[Evidence] = []
    denied: list[Evidence] = []
    counter: list[Prose] = []
    unread: list[Prose] = []
    memory: dict[str, _Told] = {}
    names = [actor.id for actor in case.actors.values() if actor.is_listed]
    for words in case.prose:
        told = memory.get(words.text)
        if told is None:
            text = _with_lists(words.text, names)
            told = memory[words.text] = _told(text, rules)
        shown += [_evidence(code, words) for code in told.shown]
        denied += [_evidence(code, words) for code in told.denied]
        if told.is_counter:
            counter.append(words)
        if not (told.shown or told.denied or told.is_counter or words.where in known):
            unread.append(words)
    return Reading(tuple(shown), tuple(denied), tuple(counter), tuple(unread))


def _with_lists(text: str, names: list[str]) -> str:
    """Write beside the name of a listed party that it is one."""
    for name in names:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", f"{name} listed party", text)
    return text


@dataclass(frozen=True, slots=True)
class _Told:
    shown: tuple[str, ...]
    denied: tuple[str, ...]
    is_counter: bool


def _told(text: str, rules: RedFlagRules) -> _Told:
    sentences = rules.patterns.sentences(text)
    shown, denied = [], []
    for code, flag in rules.flags.items():
        sign = flag.signs.get(_SIGN)
        if sign is None:
            continue
        seen = {
            rules.patterns.shows(phrase, sentence)
            for phrase in sign.phrases
            for sentence in sentences
        }
        if True in seen:
            shown.append(code)
        elif False in seen:
            denied.append(code)
    is_counter = any(
        rules.patterns.shows(phrase, sentence)
        for phrase in rules.counter_claims
        for sentence in sentences
    )
    return _Told(tuple(shown), tuple(denied), is_counter)


def _evidence(code: str, words: Prose) -> Evidence:
    return Evidence(code, _SIGN, words.where, quote(words.text), words.on)


def quote(text: str) -> str:
    """Give the beginning of a text, on one line."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1]}…"
