"""Read one fact as a file may give it: bare, unknown, sourced, bounded, one of several."""

from collections.abc import Callable
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from datetime import date

from antinomy.files import Fields, Listing, Mapping, Node, Scalar
from antinomy.language import FactName, Kind
from antinomy.values import (
    STATED,
    Bounded,
    Fact,
    InputError,
    Known,
    NotApplicable,
    Number,
    OneOf,
    Source,
    Unknown,
    did_you_mean,
    parse_day,
    parse_number,
    whole,
)
from antinomy.vocabulary import Entry, Unit

_FORMS = ("value", "unknown", "between", "one_of")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words that the packs know: places, and what is wrong with a word of some fact.

    A check gives None for a word that is known, else the end of an error message.
    """

    places: frozenset[str]
    checks: Map[FactName, Callable[[str], str | None]] = field(default_factory=dict)


class FactReader:
    """Read facts by their type, converting units exactly."""

    def __init__(self, units: Map[str, Unit], lexicon: "Lexicon") -> None:
        self._units = units
        self._lexicon = lexicon

    def read(self, entry: Entry, node: Node, kind_of_thing: str = "") -> Fact:
        """Read one fact.

        Raises:
            InputError: wrong type, unit, day, word or form, with its place.
        """
        match node:
            case Scalar():
                return self._bare(entry, node, kind_of_thing, STATED)
            case Mapping():
                return self._mapping(entry, node, kind_of_thing)
            case Listing():
                if entry.type.kind is Kind.CODES:
                    return Known(self._codes(entry, node))
                message = f"{entry.name.name!r} is one {entry.type.kind.value}, not a list"
                raise InputError(message, node.at)

    def _bare(self, entry: Entry, node: Scalar, kind: str, source: Source) -> Fact:
        if node.is_null or node.text == "unknown":
            return Unknown("stated as unknown", source)
        if node.text == "not_applicable":
            return self._not_applicable(entry, node, kind, source)
        return Known(self._value(entry, node), source)

    def _not_applicable(self, entry: Entry, node: Scalar, kind: str, source: Source) -> Fact:
        allowed = entry.not_applicable_to
        if "any" in allowed or (kind and kind in allowed):
            return NotApplicable("stated as not applicable", source)
        message = (
            f"{entry.name.name!r} cannot be not_applicable here;"
            " give its value or say unknown"
        )
        raise InputError(message, node.at)

    def _mapping(self, entry: Entry, node: Mapping, kind: str) -> Fact:
        fields = Fields(node)
        form = next((f for f in _FORMS if f in fields), None)
        fields.known(_FORMS)
        given = fields.take(form) if form else None
        reason = fields.text("why", "")
        as_of = fields.day("as_of")
        said = fields.text("source", "")
        source = Source(said, as_of) if said or as_of else STATED
        fields.done()
        if form is None or (given is None and form != "unknown"):
            message = f"expected one of {', '.join(_FORMS)} with a value"
            raise InputError(message, node.at)
        match form, given:
            case "value", Scalar():
                return self._bare(entry, given, kind, source)
            case "value", Listing() if entry.type.kind is Kind.CODES:
                return Known(self._codes(entry, given), source)
            case "unknown", _:
                text = given.text if isinstance(given, Scalar) else "stated as unknown"
                return Unknown(text, source)
            case "between", Listing():
                return self._between(entry, given, reason, source)
            case "one_of", Listing():
                return self._one_of(entry, given, reason, source)
        raise InputError(f"{form} does not fit {entry.name.name!r}", node.at)

    def _between(self, entry: Entry, node: Listing, reason: str, source: Source) -> Fact:
        kind = entry.type.kind
        if kind not in {Kind.NUMBER, Kind.DAY} or len(node.items) != 2:  # noqa: PLR2004 - ends
            raise InputError("between takes two numbers or two days", node.at)
        ends = []
        for item in node.items:
            if not isinstance(item, Scalar):
                raise InputError("between takes two numbers or two days", item.at)
            ends.append(None if item.is_null else self._value(entry, item))
        low, high = ends
        if low is not None and high is not None and low > high:  # type: ignore[operator]
            raise InputError("the lower bound is above the upper", node.at)
        return Bounded(low, high, reason or "stated within bounds", source)  # type: ignore[arg-type]

    def _one_of(self, entry: Entry, node: Listing, reason: str, source: Source) -> Fact:
        if entry.type.kind not in {Kind.CODE, Kind.PLACE, Kind.TEXT}:
            message = f"one_of does not fit a {entry.type.kind.value}"
            raise InputError(message, node.at)
        words = frozenset(
            str(self._value(entry, item)) for item in node.items if isinstance(item, Scalar)
        )
        if not words:
            raise InputError("one_of needs at least one value", node.at)
        if len(words) == 1:
            return Known(next(iter(words)), source)
        return OneOf(words, reason or "stated as one of several", source)

    def _codes(self, entry: Entry, node: Listing) -> frozenset[str]:
        words = []
        for item in node.items:
            if not isinstance(item, Scalar):
                raise InputError("expected a word", item.at)
            words.append(self._word(entry, item))
        return frozenset(words)

    def _value(self, entry: Entry, node: Scalar) -> bool | Number | str | date | frozenset[str]:
        match entry.type.kind:
            case Kind.FLAG:
                return self._flag(entry, node)
            case Kind.NUMBER:
                return self._number(entry, node)
            case Kind.DAY:
                return self._day(node)
            case Kind.PLACE:
                return self._place(entry, node)
            case Kind.CODE:
                return self._word(entry, node)
            case Kind.CODES:
                return frozenset({self._word(entry, node)})
            case Kind.TEXT:
                return self._word(entry, node)

    def _flag(self, entry: Entry, node: Scalar) -> bool:
        if node.text in {"true", "false"}:
            return node.text == "true"
        message = f"{entry.name.name!r} is true, false or unknown; found {node.text[:60]!r}"
        raise InputError(message, node.at)

    def _day(self, node: Scalar) -> date:
        try:
            return parse_day(node.text)
        except ValueError as error:
            raise InputError(str(error), node.at) from None

    def _word(self, entry: Entry, node: Scalar) -> str:
        check = self._lexicon.checks.get(entry.name)
        fault = check(node.text) if check else None
        if fault is not None:
            message = f"{node.text[:60]!r} is not a {entry.name.name} known here{fault}"
            raise InputError(message, node.at)
        words = entry.type.values
        if words and node.text not in words:
            hint = did_you_mean(node.text, words) or "; expected one of: " + ", ".join(words)
            message = f"{node.text[:60]!r} is not a word of {entry.name.name!r}{hint}"
            raise InputError(message, node.at)
        return node.text

    def _place(self, entry: Entry, node: Scalar) -> str:
        if node.text in self._lexicon.places:
            return node.text
        message = (
            f"{entry.name.name!r} is a country or territory by its two-letter ISO code"
            f" (CN, HK, MO, TW, MY, US ...); found {node.text[:60]!r}"
        )
        raise InputError(message, node.at)

    def _number(self, entry: Entry, node: Scalar) -> Number:
        digits, _, unit = node.text.partition(" ")
        unit = unit.strip()
        if node.text.endswith("%"):
            digits, unit = node.text[:-1].strip(), "%"
        if unit:
            return self._convert(entry, node, digits, unit)
        return self._exact(entry, node, digits)

    def _exact(self, entry: Entry, node: Scalar, digits: str) -> Number:
        try:
            return parse_number(digits)
        except ValueError as error:
            wanted = f" in {entry.unit}" if entry.unit else ""
            message = f"{entry.name.name!r} is a number{wanted}: {error}"
            raise InputError(message, node.at) from None

    def _convert(self, entry: Entry, node: Scalar, digits: str, unit: str) -> Number:
        known = self._units.get(unit)
        if known is None or known.base != entry.unit:
            fitting = [name for name, u in self._units.items() if u.base == entry.unit]
            message = (
                f"{entry.name.name!r} is in {entry.unit or 'no unit'}; found {unit!r}"
                f" (known here: {', '.join(fitting)})"
            )
            raise InputError(message, node.at)
        return whole(self._exact(entry, node, digits) * known.times)
