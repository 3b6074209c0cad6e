"""Read holdings from a file: one structure, or several under ``cases``.

A case names its ``subject``, its ``entities`` with their seats and listings, the
shares as ``edges``, and what is known of each register. What the file says beyond that
(titles, reasons, what somebody expects) is not read; an unknown key is named beside the
answer, so that nothing is passed over in silence.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from antinomy.files import Fields, Mapping, Node, Scalar
from antinomy.files.fields import to_day, to_number
from antinomy.files.node import Listing, as_listing, as_mapping, as_scalar
from antinomy.ownership.structure import (
    WHOLE,
    Band,
    Holder,
    Holding,
    Register,
    Structure,
)
from antinomy.ownership.structure import Listing as Listed
from antinomy.values import (
    InputError,
    Location,
    Number,
    did_you_mean,
    parse_day,
    show_number,
)

_PROSE = (
    *("title", "tags", "reasons", "trap", "note", "source", "expect"),
    *("joint_policy", "real_structure"),
)
_ENTITY_PROSE = ("name", "zh", "note", "source")
_EDGE_PROSE = ("assumed", "note", "source", "joint")


@dataclass(frozen=True, slots=True)
class Question:
    """One structure, the firm asked about, and the days the file asks of."""

    id: str
    subject: str
    structure: Structure
    days: tuple[date, ...] = ()
    not_read: tuple[str, ...] = ()


def questions_in(document: Node) -> Iterator[Question | InputError]:
    """Read each case of a file; what is wrong with one does not hide the others."""
    top = as_mapping(document)
    cases = top.entries.get("cases")
    for node in as_listing(cases) if cases is not None else (document,):
        try:
            yield question_of(node)
        except InputError as error:
            yield error


def question_of(node: Node) -> Question:
    """Read one structure and the question asked of it.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    fields = Fields(node)
    unread: list[str] = []
    holders = _holders(fields.need("entities"), unread)
    subject = as_scalar(fields.need("subject"))
    _known(subject, holders)
    holdings = fields.each("edges", lambda edge: _holding(edge, holders))
    registers = _registers(fields.take("register"), holders)
    structure = Structure(holders, holdings, registers)
    case_id = fields.text("id", subject.text)
    days = (
        *_asked_days(fields.take("as_of")),
        *_days(fields.take("expect_by_date")),
    )
    unread += [name for name in fields.names() if name not in _PROSE]
    question = Question(case_id, subject.text, structure, days, tuple(unread))
    for on in days:
        check_whole(structure, on, lambda _: fields.at)
    return question


# ---------------------------------------------------------------- parts


def _holders(node: Node, unread: list[str]) -> dict[str, Holder]:
    entities = Fields(node)
    return {
        name: _holder(name, entities.need(name), unread) for name in entities.names()
    }


def _holder(name: str, node: Node, unread: list[str]) -> Holder:
    fields = Fields(node)
    seat = fields.text("hq", "")
    holder = Holder(
        name,
        fields.text("kind", ""),
        None if seat in {"", "unknown"} else seat,
        fields.each("lists", _listed),
    )
    unread += [f"{name}.{key}" for key in fields.names() if key not in _ENTITY_PROSE]
    return holder


def _listed(node: Node) -> Listed:
    fields = Fields(node)
    listed = Listed(
        fields.text("list"),
        fields.day("from"),
        fields.day("to"),
        fields.text("requirement", ""),
        fields.text("policy", ""),
        dict(_marks(fields)),
    )
    _in_order(listed.begins, listed.until, fields)
    return listed


def _marks(fields: Fields) -> Iterator[tuple[str, bool]]:
    for name in fields.names():
        value = fields.take(name)
        if isinstance(value, Scalar) and value.text in {"true", "false"}:
            yield name, value.text == "true"


def _holding(node: Node, holders: dict[str, Holder]) -> Holding:
    fields = Fields(node)
    owners = _names(fields.need("owner"), holders)
    owned = as_scalar(fields.need("owned"))
    _known(owned, holders)
    votes, share = fields.take("votes"), fields.take("share")
    holding = Holding(
        owners,
        owned.text,
        Band(0, WHOLE) if share is None else _band(share),
        None if votes is None else _band(votes),
        fields.flag("appoints_board", default=False),
        fields.flag("nominee", default=False),
        fields.day("from"),
        fields.day("to"),
        fields.day("known_from"),
    )
    for name in _EDGE_PROSE:
        fields.take(name)
    fields.done()
    _in_order(holding.begins, holding.until, fields)
    return holding


def _band(node: Node) -> Band:
    """Read a share, or a list of its two ends."""
    if isinstance(node, Scalar) and node.text == "unknown":
        return Band(0, WHOLE)
    ends = as_listing(node).items if isinstance(node, Listing) else (node, node)
    if len(ends) != 2:  # noqa: PLR2004 - a band has two ends
        raise InputError("a band of shares has two ends: [low, high]", node.at)
    low, high = (_percent(as_scalar(end)) for end in ends)
    if low > high:
        raise InputError("the lower end of a band of shares comes first", node.at)
    return Band(low, high)


def _percent(scalar: Scalar) -> Number:
    share = to_number(scalar)
    if not 0 <= share <= WHOLE:
        message = f"a share lies between 0 and {WHOLE} percent, not at {scalar.text}"
        raise InputError(message, scalar.at)
    return share


def _registers(node: Node | None, holders: dict[str, Holder]) -> dict[str, Register]:
    if node is None:
        return {}
    fields = Fields(node)
    words = [register.value for register in Register]
    found = {}
    for name in fields.names():
        if name not in holders:
            hint = did_you_mean(name, holders)
            message = f"the register of {name!r}, who is no entity here{hint}"
            raise InputError(message, fields.node.keys[name])
        found[name] = Register(fields.choice(name, words))
    return found


def _names(node: Node, holders: dict[str, Holder]) -> tuple[str, ...]:
    scalars = as_listing(node).items if isinstance(node, Listing) else (node,)
    names = tuple(as_scalar(scalar) for scalar in scalars)
    for name in names:
        _known(name, holders)
    return tuple(name.text for name in names)


def _known(name: Scalar, holders: dict[str, Holder]) -> None:
    if name.text not in holders:
        hint = did_you_mean(name.text, holders)
        raise InputError(f"{name.text!r} is no entity here{hint}", name.at)


# ---------------------------------------------------------------- days and sums


def _asked_days(node: Node | None) -> tuple[date, ...]:
    """Give the days asked about; a file may say in a word that they vary."""
    if isinstance(node, Listing):
        return tuple(to_day(as_scalar(day)) for day in node)
    if isinstance(node, Scalar) and node.text[:1].isdigit():
        return (to_day(node),)
    return ()


def _days(node: Node | None) -> tuple[date, ...]:
    if not isinstance(node, Mapping):
        return ()
    found = []
    for name in node.entries:
        try:
            found.append(parse_day(name))
        except ValueError as error:
            raise InputError(str(error), node.keys[name]) from None
    return tuple(found)


def _in_order(begins: date | None, until: date | None, fields: Fields) -> None:
    if begins is not None and until is not None and until < begins:
        message = f"it ends on {until}, before it begins on {begins}"
        raise InputError(message, fields.at)


def check_whole(
    whole: Structure, on: date, place: Callable[[str], Location | None]
) -> None:
    """Refuse shares that together exceed the whole, and a full register that does not.

    A register said to be complete whose shares cannot reach the whole is no register.
    ``place`` gives where the holdings of a firm stand.

    Raises:
        InputError: the holders of a firm hold more than the whole on that day, or less.
    """
    structure = whole.at(on, date.max)
    for owned in dict.fromkeys(h.owned for h in structure.holdings):
        holdings = structure.of(owned)
        low = sum((h.equity.low for h in holdings), start=0)
        high = sum((h.equity.high for h in holdings), start=0)
        if low > WHOLE:
            message = (
                f"the holders of {owned} hold {show_number(low)} percent together"
                f" on {on}; at most {WHOLE} can be held"
            )
            raise InputError(message, place(owned))
        if structure.register(owned) is Register.COMPLETE and high < WHOLE:
            message = (
                f"the register of {owned} is said to be complete, and its holders"
                f" hold {show_number(high)} percent on {on}: say `open`,"
                " or name the rest"
            )
            raise InputError(message, place(owned))
