"""The courses of the asking party, and the case of each."""

from dataclasses import replace

from antinomy.language import ROOT, FactName, Kind
from antinomy.law import Course, Law
from antinomy.transaction import Transaction
from antinomy.values import (
    Fact,
    InputError,
    Known,
    NotApplicable,
    Source,
    Truth,
    Unknown,
)
from antinomy.vocabulary import act_fact


def courses_for(transaction: Transaction, law: Law) -> tuple[tuple[Course, Truth], ...]:
    """Give the courses of the asking party's roles, and whether the roles fit.

    Raises:
        InputError: no party asks.
    """
    party = transaction.party(transaction.asking)
    if party is None:
        message = "say whose courses are weighed: add `asking: <id of a party>`"
        raise InputError(message)
    roles = party.fact("roles")
    found = []
    for course in law.book.courses:
        fits = Truth.UNKNOWN
        if isinstance(roles, Known) and isinstance(roles.value, frozenset):
            fits = Truth.TRUE if roles.value & set(course.roles) else Truth.FALSE
        if fits.possibly:
            found.append((course, fits))
    return tuple(found)


def with_course(transaction: Transaction, course: Course, law: Law) -> Transaction:
    """Give the transaction as it is under a course: its acts, the facts it fixes."""
    source = Source(f"course {course.id}")
    fixed: dict[str, Fact] = {
        act_fact(act).name: Known(act in course.does, source) for act in law.book.acts
    }
    for name, word in course.fixes.items():
        kind = law.names.schema.facts[FactName(ROOT, name)].kind
        fixed[name] = _fixed(word, kind, source)
    root = transaction.root
    return replace(transaction, root=replace(root, facts={**root.facts, **fixed}))


def _fixed(word: str, kind: Kind, source: Source) -> Fact:
    match word:
        case "unknown":
            return Unknown("left open by the course", source)
        case "not_applicable":
            return NotApplicable("does not arise in this course", source)
        case "true" | "false" if kind is Kind.FLAG:
            return Known(word == "true", source)
        case _:
            return Known(word, source)
