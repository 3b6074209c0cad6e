"""Read ``redflags.yaml``: the flags of a path of supply, and their words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from antinomy.catalogue.cells import STATUSES, day_of
from antinomy.catalogue.phrases import Patterns, Phrase
from antinomy.files import Fields, Node, Scalar, read_document
from antinomy.files.node import as_scalar
from antinomy.values import (
    Citation,
    InputError,
    Number,
    Standing,
    Text,
    did_you_mean,
    parse_day,
    parse_number,
)

_SINGLE = (
    *("trades", "well", "unknown_words", "ordinary_stops", "own_brand"),
    *("design_trades", "not_needed", "unrelated", "controlled_models"),
)
BASES = ("official", "house")


@dataclass(frozen=True, slots=True)
class Sign:
    """What shows a flag: the sentence told of it, and the phrases of prose.

    ``weight`` takes the place of the flag's own where the sign is lighter.
    """

    name: str
    says: Text
    phrases: tuple[Phrase, ...] = ()
    weight: int | None = None


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A circumstance that opens a duty to inquire.

    ``kind`` is the class of evidence, ``weight`` 1 to 3; ``asks`` is what would settle
    it.
    """

    code: str
    title: Text
    kind: str
    weight: int
    cites: tuple[Citation, ...]
    asks: Text
    signs: Mapping[str, Sign]


@dataclass(frozen=True, slots=True)
class Threshold:
    """A line at which a sign is seen: a number or a day, and why it lies there."""

    value: Number | date
    reason: str
    is_house: bool


@dataclass(frozen=True, slots=True)
class RuleDay:
    """A day on which a rule of advanced chips took effect or was to."""

    on: date
    what: Text
    cite: str


@dataclass(frozen=True, slots=True)
class HoldPolicy:
    """When flags hold a shipment, and what is said of each reason."""

    single: int
    weight: int
    classes: int
    only_inquire: tuple[str, ...]
    hold_while: Mapping[str, str]
    reasons: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class RedFlagRules:
    """All of the file: flags by code, lines, words and names of fields."""

    flags: Mapping[str, RedFlag]
    thresholds: Mapping[str, Threshold]
    rule_days: tuple[RuleDay, ...]
    patterns: Patterns
    numerals: Mapping[str, Fraction]
    multiples: Mapping[str, int]
    keys: Mapping[str, tuple[str, ...]]
    headings: tuple[str, ...]
    controlled: re.Pattern[str]
    free: re.Pattern[str]
    counter_claims: tuple[Phrase, ...]
    military: tuple[Phrase, ...]
    dispositions: Mapping[str, Text]
    policy: HoldPolicy

    def number(self, name: str) -> Number:
        """Give a threshold that is a number."""
        value = self.thresholds[name].value
        assert not isinstance(value, date), name
        return value

    def day(self, name: str) -> date:
        """Give a threshold that is a day."""
        value = self.thresholds[name].value
        assert isinstance(value, date), name
        return value


def load_red_flags(path: Path) -> RedFlagRules:
    """Load the flags.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    fields = Fields(read_document(path))
    patterns = _patterns(fields)
    sources = _sources(fields.need("sources"))
    flags = [_Flags(patterns, sources).flag(node) for node in _items(fields, "flags")]
    eccns = Fields(fields.need("eccns"))
    rules = RedFlagRules(
        flags={flag.code: flag for flag in flags},
        thresholds=_thresholds(fields.need("thresholds")),
        rule_days=fields.each("rule_days", _rule_day),
        patterns=patterns,
        numerals={k: Fraction(v) for k, v in _words(fields.need("numerals"))},
        multiples={k: int(v) for k, v in _words(fields.need("multiples"))},
        keys={k: tuple(v.split("|")) for k, v in _words(fields.need("keys"))},
        headings=fields.words("headings"),
        controlled=re.compile(eccns.text("controlled"), re.IGNORECASE),
        free=re.compile(eccns.text("free"), re.IGNORECASE),
        counter_claims=patterns.phrases(fields.words("counter_claims")),
        military=patterns.phrases(fields.words("military")),
        dispositions=_texts(fields.need("dispositions")),
        policy=_policy(fields.need("policy")),
    )
    fields.done()
    return rules


def _items(fields: Fields, name: str) -> tuple[Node, ...]:
    return fields.each(name, lambda node: node)


def _words(node: Node) -> list[tuple[str, str]]:
    fields = Fields(node)
    return [(name, fields.text(name)) for name in fields.names()]


def _count(fields: Fields, name: str) -> int:
    scalar = as_scalar(fields.need(name))
    if not scalar.text.isdecimal():
        raise InputError(f"{scalar.text!r} is no whole number", scalar.at)
    return int(scalar.text)


def _texts(node: Node) -> dict[str, Text]:
    fields = Fields(node)
    return {name: fields.texts(name) or Text(name) for name in fields.names()}


def _patterns(fields: Fields) -> Patterns:
    negators = Fields(fields.need("negators"))
    sets = dict(_words(fields.need("word_sets")))
    roles = {f"role.{k}": v for k, v in _words(fields.need("roles"))}
    goods = {f"declared.{k}": v for k, v in _words(fields.need("descriptions"))}
    more = {name: fields.text(name) for name in _SINGLE}
    made = Patterns.of(
        {**sets, **roles, **goods, **more},
        fields.words("set_aside"),
        (negators.text("before"), negators.text("after"), negators.text("values")),
    )
    negators.done()
    return made


def _thresholds(node: Node) -> dict[str, Threshold]:
    fields = Fields(node)
    return {name: _threshold(fields.need(name)) for name in fields.names()}


def _threshold(node: Node) -> Threshold:
    fields = Fields(node)
    value = as_scalar(fields.need("value"))
    found = Threshold(
        _line(value), fields.text("reason"), fields.choice("basis", BASES) == BASES[1]
    )
    fields.done()
    return found


def _line(scalar: Scalar) -> Number | date:
    try:
        is_day = scalar.text.count("-") > 1
        return parse_day(scalar.text) if is_day else parse_number(scalar.text)
    except ValueError as error:
        raise InputError(str(error), scalar.at) from None


def _rule_day(node: Node) -> RuleDay:
    fields = Fields(node)
    day = RuleDay(
        day_of(fields, "on"), fields.texts("what") or Text(""), fields.text("cite")
    )
    fields.done()
    return day


def _policy(node: Node) -> HoldPolicy:
    fields = Fields(node)
    policy = HoldPolicy(
        _count(fields, "hold_single"),
        _count(fields, "hold_weight"),
        _count(fields, "hold_classes"),
        fields.words("only_inquire"),
        dict(_words(fields.need("hold_while"))),
        _texts(fields.need("reasons")),
    )
    fields.done()
    return policy


def _sources(node: Node) -> dict[str, Citation]:
    fields = Fields(node)
    return {name: _cite(fields.need(name)) for name in fields.names()}


def _cite(node: Node) -> Citation:
    fields = Fields(node)
    status = Standing(fields.choice("status", STATUSES))
    cite = Citation(fields.text("text"), fields.text("address"), status)
    fields.done()
    return cite


@dataclass(frozen=True, slots=True)
class _Flags:
    patterns: Patterns
    sources: Mapping[str, Citation]

    def flag(self, node: Node) -> RedFlag:
        fields = Fields(node)
        signs = Fields(fields.need("signs"))
        flag = RedFlag(
            code=fields.text("code"),
            title=fields.texts("title") or Text(""),
            kind=fields.text("kind"),
            weight=_count(fields, "weight"),
            cites=tuple(self._cited(node) for node in _items(fields, "cites")),
            asks=fields.texts("asks") or Text(""),
            signs={name: self._sign(name, signs.need(name)) for name in signs.names()},
        )
        fields.done()
        return flag

    def _cited(self, node: Node) -> Citation:
        """Give a source by name, with the pinpoint written after it."""
        scalar = as_scalar(node)
        name, _, pinpoint = scalar.text.partition(" ")
        source = self.sources.get(name)
        if source is None:
            hint = did_you_mean(name, self.sources)
            raise InputError(f"unknown source {name!r}{hint}", scalar.at)
        text = f"{source.text}, {pinpoint}" if pinpoint else source.text
        return Citation(text, source.address, source.standing)

    def _sign(self, name: str, node: Node) -> Sign:
        fields = Fields(node)
        phrases = self.patterns.phrases(fields.words("phrases"))
        weight = _count(fields, "weight") if "weight" in fields else None
        says = Text(fields.text("en"), fields.text("zh"))
        sign = Sign(name, says, phrases, weight)
        fields.done()
        return sign
