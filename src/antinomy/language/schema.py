"""The typed names a predicate may use: scopes, facts, links, predicates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from antinomy.language.form import FactName

ROOT = "transaction"


class Kind(Enum):
    """The type of a fact."""

    FLAG = "flag"
    CODE = "code"
    CODES = "codes"
    NUMBER = "number"
    DAY = "day"
    PLACE = "place"
    TEXT = "text"

    @property
    def noun(self) -> str:
        """Name the type in a message."""
        return "set of words" if self is Kind.CODES else self.value


@dataclass(frozen=True, slots=True)
class FactType:
    """A fact's type; ``values`` closes a code's words (empty: any word).

    Where a fact ``may_not_apply``, a completion may find that it does not: then every
    atom over it is false, whatever it compares.
    """

    kind: Kind
    values: tuple[str, ...] = ()
    may_not_apply: bool = False


@dataclass(frozen=True, slots=True)
class Schema:
    """What names mean. ``within`` gives each child scope its parent."""

    within: Mapping[str, str]
    facts: Mapping[FactName, FactType]
    links: Mapping[str, str] = field(default_factory=dict)

    def lineage(self, scope: str) -> tuple[str, ...]:
        """Give the scope and those around it, innermost first.

        >>> Schema({"item": "transaction", "chip": "item"}, {}).lineage("chip")
        ('chip', 'item', 'transaction')
        """
        chain = [scope]
        while chain[-1] != ROOT:
            chain.append(self.within[chain[-1]])
        return tuple(chain)

    def resolve(self, name: str, scope: str) -> FactName | None:
        """Find a fact by name, innermost scope first."""
        for around in self.lineage(scope):
            fact = FactName(around, name)
            if fact in self.facts:
                return fact
        return None
