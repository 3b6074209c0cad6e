"""The words by which rows of lists are cleaned and split; they stand in the packs."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

REPLACED = "\ufffd"  # stands where a byte could not be read


@dataclass(frozen=True)
class ListWords:
    """What is read in the rows of lists; an empty one changes nothing but spaces.

    ``below`` are phrases that stand between a party and one under it, ``above`` those
    that begin a bracket or a tail with the party over it. ``tails`` say nothing of who
    is named. ``aliases`` introduce another name, ``weak`` among them a weak one.
    ``addresses`` head a row that is only an address. ``no_acronyms`` stand in brackets
    and are no short name. ``kinds`` are words by which a publisher says what a party
    is, ``organisations`` words and legal forms that only organisations bear. ``strays``
    are characters that no name has. ``places`` gives the two letters of a place by its
    name, in lower case, and ``lists`` the short name of a list by its long one.
    """

    below: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    no_acronyms: frozenset[str] = frozenset()
    kinds: Mapping[str, str] = field(default_factory=dict)
    organisations: frozenset[str] = frozenset()
    strays: str = ""
    places: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, str] = field(default_factory=dict)

    def place(self, name: str) -> str:
        """Give the two letters of a place, or its name where they are not known."""
        bare = " ".join(name.split())
        return self.places.get(bare.casefold(), bare)

    @cached_property
    def organisations_in_han(self) -> tuple[str, ...]:
        """Give the words of organisations that stand in a name without spaces."""
        return tuple(sorted(w for w in self.organisations if not w.isascii()))

    @cached_property
    def below_pattern(self) -> re.Pattern[str]:
        """Match what stands between a party and one under it."""
        return _any_of(self.below)

    @cached_property
    def above_pattern(self) -> re.Pattern[str]:
        """Match a bracket with the party above, as group 1."""
        return re.compile(
            rf"\s*\((?:{_joined(self.above)})\s+([^()]+)\)", re.IGNORECASE
        )

    @cached_property
    def tail_pattern(self) -> re.Pattern[str]:
        """Match what says nothing of who is named, up to the end."""
        return re.compile(rf"(?:{_joined(self.tails)})[\s.]*$", re.IGNORECASE)

    @cached_property
    def alias_pattern(self) -> re.Pattern[str]:
        """Match what introduces another name, with the marks around it.

        At the very beginning a bare word may be a name ("AKA Bank"): only what is
        written as an abbreviation or a phrase counts there.
        """
        phrases = (phrase for phrase in self.aliases if not phrase.isalpha())
        return re.compile(
            rf"[\s,;]*(?:(?<=[\s,;(\[\-])-?\s*(?:{_joined(self.aliases)})"
            rf"|^\s*(?:{_joined(phrases)}))(?![A-Za-z])[\s,:\-]*",
            re.IGNORECASE,
        )

    @cached_property
    def alias_start(self) -> re.Pattern[str]:
        """Match the beginning of a bracket that gives another name."""
        return re.compile(
            rf"\s*(?:{_joined(self.aliases)})(?![A-Za-z])[\s,:\-]*", re.IGNORECASE
        )

    @cached_property
    def address_pattern(self) -> re.Pattern[str]:
        """Match a name that is the heading of an address and nothing more."""
        return re.compile(rf"(?:{_joined(self.addresses)})\s*\d+", re.IGNORECASE)

    @cached_property
    def stray_pattern(self) -> re.Pattern[str]:
        """Match characters of no name, where no letter stands before them."""
        strays = re.escape(self.strays + REPLACED)
        return re.compile(rf"(?<![^\W\d_])[{strays}]+")


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_joined(phrases)})\s*", re.IGNORECASE)


def _joined(phrases: Iterable[str]) -> str:
    """Join phrases to one pattern, the longest first; none of them matches nothing."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return (
        "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in longest_first) or "(?!)"
    )
