"""Read one fact as a file may give it: bare, unknown, sourced, bounded, one of several.

``unknown`` says what leaving the fact out says. It is never "no".
"""

from collections.abc import Mapping as Map
from typing import cast

from antinomy.files import Fields, Listing, Mapping, Node, Scalar
from antinomy.language import Kind
from antinomy.transaction.words import (
    NOT_APPLICABLE,
    UNKNOWN,
    Lexicon,
    WordReader,
    each_word,
)
from antinomy.values import (
    STATED,
    Bounded,
    Fact,
    InputError,
    Known,
    NotApplicable,
    OneOf,
    Source,
    Unknown,
)
from antinomy.vocabulary import Entry, Unit

_FORMS = ("value", "unknown", "between", "one_of")
_ORDERED = {Kind.NUMBER, Kind.DAY}
_CHOSEN = {Kind.CODE, Kind.PLACE, Kind.TEXT}
_STATED_UNKNOWN = "stated as unknown"


class FactReader:
    """Read facts by their type."""

    def __init__(self, units: Map[str, Unit], lexicon: Lexicon) -> None:
        self._words = WordReader(units, lexicon)

    def read(self, entry: Entry, node: Node, kind_of_thing: str = "") -> Fact:
        """Read one fact.

        Args:
            entry: the fact's entry in the vocabulary.
            node: what the file says.
            kind_of_thing: the item's kind, which decides what may not apply.

        Raises:
            InputError: wrong type, unit, day, word or form, with its place.
        """
        match node:
            case Scalar():
                return self._bare(entry, node, kind_of_thing, STATED)
            case Listing():
                return self._listed(entry, node, STATED)
            case Mapping():
                return self._mapping(entry, node, kind_of_thing)

    def _bare(self, entry: Entry, node: Scalar, kind: str, source: Source) -> Fact:
        if node.is_null or node.text == UNKNOWN:
            return Unknown(_STATED_UNKNOWN, source)
        if node.text == NOT_APPLICABLE:
            if entry.may_be_inapplicable(kind):
                return NotApplicable("stated as not applicable", source)
            message = f"{entry.name.name!r} cannot be {NOT_APPLICABLE} here"
            raise InputError(f"{message}; give its value or say {UNKNOWN}", node.at)
        return Known(self._words.value(entry, node), source)

    def _listed(self, entry: Entry, node: Listing, source: Source) -> Fact:
        if entry.type.kind is Kind.CODES:
            return Known(self._words.codes(entry, node), source)
        message = f"{entry.name.name!r} is one {entry.type.kind.value}, not a list"
        raise InputError(message, node.at)

    def _mapping(self, entry: Entry, node: Mapping, kind: str) -> Fact:
        fields = Fields(node)
        forms = [form for form in _FORMS if form in fields]
        fields.known(_FORMS)
        given = {form: fields.take(form) for form in forms}
        reason, said = fields.text("why", ""), fields.text("source", "")
        as_of = fields.day("as_of")
        fields.done()
        if len(forms) != 1 or (given[forms[0]] is None and forms[0] != UNKNOWN):
            found = " and ".join(forms) or "none"
            message = f"expected one of {', '.join(_FORMS)} with a value"
            raise InputError(f"{message}; found {found}", node.at)
        source = Source(said or STATED.said, as_of) if said or as_of else STATED
        return self._formed(entry, forms[0], given[forms[0]], kind, reason, source)

    def _formed(
        self,
        entry: Entry,
        form: str,
        given: Node | None,
        kind: str,
        reason: str,
        source: Source,
    ) -> Fact:
        match form, given:
            case "value", Scalar():
                return self._bare(entry, given, kind, source)
            case "value", Listing():
                return self._listed(entry, given, source)
            case "unknown", None:
                return Unknown(reason or _STATED_UNKNOWN, source)
            case "unknown", Scalar():
                return Unknown(given.text, source)
            case "between", Listing():
                return self._between(entry, given, reason, source)
            case "one_of", Listing():
                return self._one_of(entry, given, reason, source)
            case _:
                message = f"{form} does not fit {entry.name.name!r}"
                raise InputError(message, given.at if given else None)

    def _between(
        self, entry: Entry, node: Listing, reason: str, source: Source
    ) -> Fact:
        message = "between takes two numbers or two days"
        if entry.type.kind not in _ORDERED or len(node.items) != 2:  # noqa: PLR2004 - two ends
            raise InputError(message, node.at)
        for item in node.items:
            if not isinstance(item, Scalar):
                raise InputError(message, item.at)
        low, high = (cast("Scalar", item) for item in node.items)
        why = reason or "stated within bounds"
        if entry.type.kind is Kind.DAY:
            first = None if low.is_null else self._words.day(entry, low)
            last = None if high.is_null else self._words.day(entry, high)
            is_empty = first is not None and last is not None and first > last
            bounded = Bounded(first, last, why, source)
        else:
            least = None if low.is_null else self._words.number(entry, low)
            most = None if high.is_null else self._words.number(entry, high)
            is_empty = least is not None and most is not None and least > most
            bounded = Bounded(least, most, why, source)
        if is_empty:
            raise InputError("the lower bound is above the upper", node.at)
        return bounded

    def _one_of(self, entry: Entry, node: Listing, reason: str, source: Source) -> Fact:
        if entry.type.kind not in _CHOSEN:
            message = f"one_of does not fit a {entry.type.kind.value}"
            raise InputError(message, node.at)
        given = each_word(node.items)
        words = frozenset(str(self._words.value(entry, word)) for word in given)
        if not words:
            raise InputError("one_of needs at least one value", node.at)
        if len(words) == 1:
            return Known(next(iter(words)), source)
        return OneOf(words, reason or "stated as one of several", source)
