"""The words by which a count or a time is told of something beside the act."""

import re
from dataclasses import dataclass

from antinomy.files import Fields, Node
from antinomy.press.ledger.doer_words import pattern_of, patterns_in


@dataclass(frozen=True, slots=True)
class PartWords:
    """How a count is told as one of a part only.

    ``before`` ends right before it, ``behind`` follows it, up to what is counted;
    ``near`` is in its clause or the next.
    """

    before: re.Pattern[str]
    behind: re.Pattern[str]
    near: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class DeedWords:
    """How a time is told of another deed on a thing, as that it took effect then.

    ``before`` ends right before the time, ``behind`` follows it. Of events of some
    ``kinds`` it is the deed all the same; where not ``anywhere``, only a clause that
    does not tell the whole act tells another.
    """

    before: re.Pattern[str]
    behind: re.Pattern[str]
    kinds: frozenset[str]
    anywhere: bool


def read_part(node: Node) -> PartWords:
    """Read how a count is told as one of a part.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    return patterns_in(node, PartWords, "before", "behind", "near")


def read_deed(node: Node) -> DeedWords:
    """Read how a time is told of another deed.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    fields = Fields(node)
    deed = DeedWords(
        pattern_of(fields, "before"),
        pattern_of(fields, "behind"),
        frozenset(fields.words("kinds")),
        fields.flag("anywhere", default=False),
    )
    fields.done()
    return deed
