"""Read the fields of a case under any of the names they go by, and note what was read.

What nobody asked for stays to be read as prose, and what prose does not show is told
as unread: nothing is passed over in silence.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from antinomy.catalogue import RedFlagRules
from antinomy.files import Listing, Node, Scalar
from antinomy.files import Mapping as Block
from antinomy.routes.amount import Amount, parse_amount
from antinomy.routes.period import Period, looks_dated, parse_period
from antinomy.values import InputError, Location, Text


@dataclass(slots=True)
class Ledger:
    """The rules a case is read by, and the places of all that was read."""

    rules: RedFlagRules
    places: Mapping[str, Text]
    read: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)  # read, and to be read as prose too
    names: Mapping[str, frozenset[str]] = field(init=False)
    codes: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.names = {key: frozenset(names) for key, names in self.rules.keys.items()}

    def note(self, scalar: Scalar, *, prose: bool = False) -> None:
        """Note a value as read."""
        (self.known if prose else self.read).add(scalar.at.field)

    def place_of(self, text: str) -> str:
        """Give the code of a place named, or nothing."""
        if text not in self.codes:
            self.codes[text] = place_code(text, self.places, self.rules)
        return self.codes[text]


def place_code(text: str, places: Mapping[str, Text], rules: RedFlagRules) -> str:
    """Give the code of a place by its code or name; a city of China is of China."""
    bare = text.strip()
    if bare.upper() in places:
        return bare.upper()
    low = bare.casefold()
    for code, name in places.items():
        if low in {name.en.casefold(), name.zh}:
            return code
    return "CN" if rules.patterns.has("china", bare) else ""


@dataclass(slots=True)
class Item:
    """One mapping of the file; a lone word or a list stands for its first field."""

    ledger: Ledger
    block: Block

    @property
    def where(self) -> str:
        """Give the path of the item in the file."""
        return self.block.at.field

    def node(self, name: str) -> Node | None:
        """Take a field by any of its names, and leave it to be read as prose too."""
        if self.ledger.names[name].isdisjoint(self.block.entries):
            return None
        for key in self.ledger.rules.keys[name]:
            found = self.block.entries.get(key)
            if found is not None and not (isinstance(found, Scalar) and found.is_null):
                return found
        return None

    def scalar(self, name: str, *, prose: bool = False) -> Scalar | None:
        """Take a single value; ``prose`` where its words are to be read as well."""
        found = self.node(name)
        if not isinstance(found, Scalar):
            return None
        self.ledger.note(found, prose=prose)
        return found

    def text(self, name: str, *, prose: bool = False) -> str:
        """Take a text, empty where there is none."""
        found = self.scalar(name, prose=prose)
        return found.text if found else ""

    def words(self, name: str, *, prose: bool = False) -> tuple[str, ...]:
        """Take one word or a list of them."""
        found = self.node(name)
        items = found.items if isinstance(found, Listing) else (found,)
        scalars = [item for item in items if isinstance(item, Scalar)]
        for scalar in scalars:
            self.ledger.note(scalar, prose=prose)
        return tuple(scalar.text for scalar in scalars)

    def flag(self, name: str) -> bool | None:
        """Take true or false; None where the file says neither."""
        found = self.node(name)
        if not isinstance(found, Scalar) or found.text not in {"true", "false"}:
            return None
        self.ledger.read.add(found.at.field)
        return found.text == "true"

    def place(self, name: str) -> str:
        """Take a place by its code or name, empty where it is none known."""
        found = self.scalar(name, prose=True)
        code = self.ledger.place_of(found.text) if found else ""
        if found and code:
            self.ledger.read.add(found.at.field)
        return code

    def period(self, name: str) -> Period | None:
        """Take a day, a month, a year or a span.

        Raises:
            InputError: it looks like a date and is none.
        """
        found = self.scalar(name, prose=True)
        if found is None:
            return None
        if not looks_dated(found.text):
            return None
        self.ledger.read.add(found.at.field)
        try:
            return parse_period(found.text)
        except ValueError as error:
            raise InputError(str(error), found.at) from None

    def amount(self, name: str) -> Amount | None:
        """Take an amount, exact or between ends; None where no number stands there.

        Raises:
            InputError: it is below zero, or has more digits than a number may.
        """
        found = self.node(name)
        if isinstance(found, Listing):
            return self._band(found)
        if not isinstance(found, Scalar):
            return None
        amount = read_amount(found, self.ledger)
        if amount is not None:
            self.ledger.read.add(found.at.field)
        return amount

    def _band(self, found: Listing) -> Amount | None:
        ends = [i for i in found.items if isinstance(i, Scalar)]
        numbers = [read_amount(end, self.ledger) for end in ends]
        if len(ends) != len(found.items) or None in numbers or not numbers:
            return None
        self.ledger.read.update(end.at.field for end in ends)
        known = [number for number in numbers if number is not None]
        low, high = known[0].low, known[-1].high
        if high is not None and high < low:
            raise InputError("the lower end of an amount comes first", found.at)
        return Amount(low, high)


def read_amount(found: Scalar, ledger: Ledger) -> Amount | None:
    """Read an amount; None where the words hold no number."""
    rules = ledger.rules
    try:
        amount = parse_amount(found.text, rules.numerals, rules.multiples)
    except ValueError as error:
        raise InputError(str(error), found.at) from None
    if amount is not None and amount.low < 0:
        message = f"an amount is not below zero: {found.text[:60]!r}"
        raise InputError(message, found.at)
    return amount


def items_of(
    node: Node | None, ledger: Ledger, names: tuple[str, str] = ("", "")
) -> list[Item]:
    """Give the mappings of a field: one alone, those of a list, or those by name.

    ``names`` are the fields that the name and a lone value of a mapping by name are of.
    """
    if isinstance(node, Block) and names[0] and _is_by_name(node, ledger):
        return [
            Item(ledger, block)
            for key, inner in node.entries.items()
            for block in _named_blocks(key, inner, node, names)
        ]
    if isinstance(node, Block):
        return [Item(ledger, node)]
    if isinstance(node, Listing):
        return [Item(ledger, item) for item in node.items if isinstance(item, Block)]
    return []


def _is_by_name(node: Block, ledger: Ledger) -> bool:
    """Tell a mapping by name from one of fields: none of its names is a field's."""
    fields = {name for names in ledger.rules.keys.values() for name in names}
    return bool(node.entries) and not fields & node.entries.keys()


def _named_blocks(
    key: str, inner: Node, outer: Block, names: tuple[str, str]
) -> Iterator[Block]:
    """Write what stands under a name as mappings that hold the name."""
    at = outer.keys[key]
    name = Scalar(key, at)
    match inner:
        case Block():
            yield Block({names[0]: name, **inner.entries}, inner.keys, inner.at)
        case Listing():
            for each in inner.items:
                yield from _named_blocks(key, each, outer, names)
        case Scalar():
            yield Block({names[0]: name, names[1]: inner}, {}, inner.at)


@dataclass(frozen=True, slots=True)
class Prose:
    """Words of the file that no field holds, with the name they stand under.

    ``party`` is whom they are said of, ``speaker`` who says them, ``on`` their day.
    """

    where: str
    text: str
    at: Location
    section: str = ""
    party: str = ""
    speaker: str = ""
    on: Period | None = None


def scalars_of(node: Node, name: str = "") -> Iterator[tuple[str, Scalar]]:
    """Give every single value below a node, with the names on the way to it."""
    match node:
        case Scalar():
            if not node.is_null:
                yield name, node
        case Listing():
            for item in node.items:
                yield from scalars_of(item, name)
        case Block():
            for key, inner in node.entries.items():
                yield from scalars_of(inner, f"{name} {key}".strip())
