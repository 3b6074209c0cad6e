"""What an item rests on, and what it does to another item."""

from dataclasses import dataclass
from typing import Literal

from antinomy.values import Citation, Day

RelationKind = Literal["answers", "revises", "retracts", "denies"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A publication that says so, and the day it was published where that is known."""

    cite: Citation
    published: Day | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """What an item does to another, named by its id.

    One that revises, retracts or denies settles the other; one that answers does not.
    """

    kind: RelationKind
    item: str
