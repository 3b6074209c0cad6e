"""What the names in a predicate may stand for."""

from collections.abc import Mapping
from dataclasses import dataclass

from antinomy.language.schema import Schema


@dataclass(frozen=True, slots=True)
class Names:
    """What names stand for: the schema, the predicates by scope, the named sets."""

    schema: Schema
    predicates: Mapping[str, str]
    sets: frozenset[str]
