"""What a measure file may refer to, and where its faults go."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from antinomy.files import Faults, Listing, Node, Scalar
from antinomy.language import Form, Names, parse
from antinomy.law.scan import Declared
from antinomy.values import InputError, did_you_mean


@dataclass(frozen=True, slots=True)
class Context:
    """The words of the house: regimes, acts, papers, provisions and predicates."""

    regimes: frozenset[str]
    acts: frozenset[str]
    papers: tuple[str, ...]
    names: Names
    provisions: Mapping[str, Declared]
    faults: Faults

    def predicate(self, node: Node, scope: str) -> Form:
        """Parse a predicate of a scope."""
        if not isinstance(node, Scalar):
            raise InputError("a predicate is one text", node.at)
        return parse(node.text, scope, self.names, node.at)


def words_of(node: Node | None) -> tuple[Scalar, ...]:
    """Give the words of a list with their places; a single word is a list of one."""
    if node is None:
        return ()
    found = []
    for item in node.items if isinstance(node, Listing) else (node,):
        if not isinstance(item, Scalar) or item.is_null:
            raise InputError("expected a word", item.at)
        found.append(item)
    return tuple(found)


def check_words(
    words: Iterable[Scalar], known: Iterable[str], what: str, faults: Faults
) -> tuple[str, ...]:
    """Give the texts of words; note each that is not known."""
    closed = list(known)
    given = tuple(words)
    for word in given:
        if word.text not in closed:
            hint = did_you_mean(word.text, closed)
            faults.add(f"{word.text!r} is not {what}{hint}", word.at)
    return tuple(word.text for word in given)
