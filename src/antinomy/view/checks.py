"""Check what packs of different rooms say of one another."""

from collections.abc import Iterator, Mapping

from antinomy.catalogue import Catalogue, NoticeLists
from antinomy.language import FactName
from antinomy.law import Law
from antinomy.values import PackError, Text, did_you_mean

_PAPER = FactName("paper", "kind")
_LETTER = "letter"


def faults_between(
    law: Law, catalogue: Catalogue, notices: NoticeLists, words: Mapping[str, Text]
) -> tuple[PackError, ...]:
    """Give every reference between law, catalogue and words that leads nowhere."""
    return (
        *_addressees(law, catalogue),
        *_letters(law, catalogue),
        *_destinations(law, catalogue),
        *_papers(law, words),
        *_lists(law, notices),
    )


def _addressees(law: Law, catalogue: Catalogue) -> Iterator[PackError]:
    for measure in law.measures.values():
        firm = measure.addressee
        if firm and firm not in catalogue.firms:
            hint = did_you_mean(firm, catalogue.firms)
            message = f"addressee {firm!r} is no firm of the catalogue{hint}"
            yield PackError(message, measure.at)


def _letters(law: Law, catalogue: Catalogue) -> Iterator[PackError]:
    known = [m.id for m in law.measures.values() if m.kind == _LETTER]
    for firm in catalogue.firms.values():
        for letter in firm.letters:
            if letter not in known:
                hint = did_you_mean(letter, known)
                message = f"firm {firm.id!r} has {letter!r}, no letter of the packs"
                yield PackError(f"{message}{hint}")


def _destinations(law: Law, catalogue: Catalogue) -> Iterator[PackError]:
    for pack in law.packs.values():
        for place in pack.destinations:
            if place not in catalogue.places.names:
                message = f"destination {place!r} is no place of the catalogue"
                yield PackError(message, pack.at)


def _papers(law: Law, words: Mapping[str, Text]) -> Iterator[PackError]:
    entry = law.vocabulary.entries.get(_PAPER)
    for kind in entry.type.values if entry else ():
        if f"paper.{kind}" not in words:
            yield PackError(f"paper {kind!r} has no name: add 'paper.{kind}' to words")


def _lists(law: Law, notices: NoticeLists) -> Iterator[PackError]:
    for each in notices.lists:
        for fact in filter(None, (each.fact, each.correction)):
            if FactName("party", fact) not in law.vocabulary.entries:
                yield PackError(
                    f"list {each.id!r} decides {fact!r}, no fact of a party"
                )
