"""Read one word as a value of its fact's type, converting units exactly."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from antinomy.files import Listing, Node, Scalar
from antinomy.language import FactName, Kind
from antinomy.values import (
    InputError,
    Number,
    did_you_mean,
    parse_day,
    parse_number,
    whole,
)
from antinomy.values import Scalar as Value
from antinomy.vocabulary import Entry, Unit

UNKNOWN = "unknown"
NOT_APPLICABLE = "not_applicable"

_WITH_UNIT = re.compile(
    r"([+-]?\d[\d.]*(?:[eE][+-]?\d+)?) ?(?![eE][+-]?\d)([^\d\s.].*)", re.DOTALL
)
_PERCENT = "percent"
_WHOLE = 100
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words that the packs know: places, and what is wrong with a word of some fact.

    A check gives None for a word that is known, else the end of an error message.
    """

    places: frozenset[str]
    checks: Mapping[FactName, Callable[[str], str | None]] = field(default_factory=dict)


class WordReader:
    """Read words by the type of their fact."""

    def __init__(self, units: Mapping[str, Unit], lexicon: Lexicon) -> None:
        self._units = units
        self._lexicon = lexicon

    def value(self, entry: Entry, node: Scalar) -> Value:
        """Read one word.

        Raises:
            InputError: wrong type, unit, day or word, with its place.
        """
        match entry.type.kind:
            case Kind.FLAG:
                return self._flag(entry, node)
            case Kind.NUMBER:
                return self.number(entry, node)
            case Kind.DAY:
                return self.day(entry, node)
            case Kind.PLACE:
                return self._place(entry, node)
            case Kind.CODE | Kind.TEXT:
                return self._word(entry, node)
            case Kind.CODES:
                return frozenset({self._word(entry, node)})

    def codes(self, entry: Entry, node: Listing) -> frozenset[str]:
        """Read a set of words given whole."""
        return frozenset(self._word(entry, word) for word in each_word(node.items))

    def number(self, entry: Entry, node: Scalar) -> Number:
        """Read a number in the unit of its fact."""
        found = _WITH_UNIT.fullmatch(node.text)
        if found is None:
            return _in_bounds(entry, node, _exact(entry, node, node.text))
        known = self._units.get(found[2])
        if known is None or known.base != entry.unit:
            raise InputError(self._wrong_unit(entry, found[2]), node.at)
        number = whole(_exact(entry, node, found[1]) * known.times)
        return _in_bounds(entry, node, number)

    def _wrong_unit(self, entry: Entry, unit: str) -> str:
        name, shown = entry.name.name, unit[:_SHOWN]
        if not entry.unit:
            return f"{name!r} has no unit; found {shown!r}"
        fitting = [name for name, u in self._units.items() if u.base == entry.unit]
        known = ", ".join(fitting)
        return f"{name!r} is in {entry.unit}; found {shown!r} (known here: {known})"

    def day(self, entry: Entry, node: Scalar) -> date:
        """Read a day."""
        try:
            return parse_day(node.text)
        except ValueError as error:
            raise InputError(f"{entry.name.name!r}: {error}", node.at) from None

    def _flag(self, entry: Entry, node: Scalar) -> bool:
        if node.text in {"true", "false"}:
            return node.text == "true"
        message = f"{entry.name.name!r} is true, false or unknown"
        raise InputError(f"{message}; found {node.text[:_SHOWN]!r}", node.at)

    def _word(self, entry: Entry, node: Scalar) -> str:
        text, name = node.text, entry.name.name
        if not text.strip():
            message = f"{name!r} is empty; leave it out or say {UNKNOWN}"
            raise InputError(message, node.at)
        check = self._lexicon.checks.get(entry.name)
        fault = check(text) if check else None
        if fault is not None:
            message = f"{text[:_SHOWN]!r} is not a {name} known here{fault}"
            raise InputError(message, node.at)
        words = entry.type.values
        if words and text not in words:
            known = "; expected one of: " + ", ".join(words)
            hint = did_you_mean(text, words) or known
            message = f"{text[:_SHOWN]!r} is not a word of {name!r}{hint}"
            raise InputError(message, node.at)
        return text

    def _place(self, entry: Entry, node: Scalar) -> str:
        if node.text in self._lexicon.places:
            return node.text
        message = (
            f"{entry.name.name!r} is a country or territory by its two-letter ISO code"
            f" (CN, HK, MO, TW, MY, US ...); found {node.text[:_SHOWN]!r}"
        )
        raise InputError(message, node.at)


def each_word(items: Iterable[Node]) -> tuple[Scalar, ...]:
    """Give the words of a list that is known whole; unknown is not one of them."""
    words = []
    for item in items:
        if not isinstance(item, Scalar) or item.is_null:
            raise InputError("expected a word", item.at)
        if item.text in {UNKNOWN, NOT_APPLICABLE}:
            message = f"{item.text} cannot stand among other words"
            raise InputError(f"{message}; say it of the whole", item.at)
        words.append(item)
    return tuple(words)


def _exact(entry: Entry, node: Scalar, digits: str) -> Number:
    try:
        return parse_number(digits)
    except ValueError as error:
        wanted = f" in {entry.unit}" if entry.unit else ""
        message = f"{entry.name.name!r} is a number{wanted}: {error}"
        raise InputError(message, node.at) from None


def _in_bounds(entry: Entry, node: Scalar, number: Number) -> Number:
    """Refuse what no quantity or share can be."""
    name = entry.name.name
    if number < 0:
        raise InputError(f"{name!r} cannot be below zero", node.at)
    if entry.unit == _PERCENT and number > _WHOLE:
        raise InputError(f"{name!r} cannot be above {_WHOLE} percent", node.at)
    return number
