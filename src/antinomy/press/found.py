"""What was found on a page: every value with the extent of the twin text it stands on.

Things (persons, firms, places, chips, laws, measures ...) are named by the ids of the
lexicon, as `org:huawei`.
"""

from dataclasses import dataclass
from typing import Literal

from antinomy.press.woven import Extent
from antinomy.values import Day, Number

Precision = Literal["day", "week", "month", "quarter", "year", "range", "relative"]
Basis = Literal["explicit", "year_from_page", "page", "event"]
Relation = Literal["eq", "approx", "ge", "gt", "le", "lt", "from", "to"]
Status = Literal["standing", "revised", "retracted", "denied", "revised_in_record"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a thing."""

    extent: Extent
    thing: str


@dataclass(frozen=True, slots=True)
class Time:
    """A calendar expression: the days it may mean, both included.

    ``basis`` says from what the days were reckoned: the words alone, the year of the
    page, the day of the page, or the event told before.
    """

    extent: Extent
    start: Day
    end: Day
    precision: Precision
    basis: Basis


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit; ``upper`` is the other end where a range is told."""

    extent: Extent
    value: Number
    unit: str
    relation: Relation
    upper: Number | None = None
    subject: str | None = None
    when: Time | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened or was done, told at one or more places.

    ``object`` is a thing or, as ``#3``, the number of another event of the page.
    ``values`` are the numbers told in its clauses; ``negated`` says that the page
    denies the deed.
    """

    kind: str
    extents: tuple[Extent, ...]
    rule: str
    when: Time | None = None
    actors: tuple[str, ...] = ()
    object: str | None = None
    place: str | None = None
    reporter: str | None = None
    modality: Literal["asserted", "reported", "planned", "possible"] = "asserted"
    values: tuple[Quantity, ...] = ()
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what, by whom it is reported, and whether it stands.

    ``settled_by`` is the number, as ``#3``, of the event that withdrew or reworded it,
    or the id of the item of the record that did.
    """

    extents: tuple[Extent, ...]
    rule: str
    speaker: str | None = None
    org: str | None = None
    when: Time | None = None
    place: str | None = None
    reporter: str | None = None
    stance: str = "announce"
    target: str | None = None
    quoted: bool = False
    author: bool = False
    status: Status = "standing"
    settled_by: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Two things or findings that the page relates, as a firm and its chief."""

    relation: str
    first: str
    second: str
    extent: Extent
