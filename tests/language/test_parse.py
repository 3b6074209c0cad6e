"""What the language accepts, what it refuses, and in which words."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from tests.language.saying import SCHEMA, read

from antinomy.language import (
    FALSE,
    ROOT,
    TRUE,
    Compare,
    Concluded,
    FactName,
    Flag,
    Form,
    Not,
    Op,
    Some,
    show,
)
from antinomy.language.form import (
    And,
    AtLeast,
    CompareFacts,
    Every,
    Holds,
    Linked,
    Or,
    Within,
    WithinSet,
)
from antinomy.values import PackError

HELD = Flag(FactName(ROOT, "licence_held"))
TOLD = Flag(FactName(ROOT, "notified"))
TPP = FactName("chip", "tpp")
ACT = FactName(ROOT, "dates.act")
USE = FactName(ROOT, "end_use.kind")
ROLES = FactName("party", "roles")
MANAGED = FactName("party", "managed_in")

ACCEPTED: list[tuple[str, str, Form]] = [
    (ROOT, "licence_held", HELD),
    (ROOT, "NOT licence_held", Not(HELD)),
    (ROOT, "not licence_held", Not(HELD)),
    (ROOT, "licence_held = TRUE", HELD),
    (ROOT, "licence_held = FALSE", Not(HELD)),
    (ROOT, "TRUE", TRUE),
    (ROOT, "FALSE", FALSE),
    (ROOT, "(licence_held)", HELD),
    (ROOT, "licence_held\n  AND notified", And((HELD, TOLD))),
    (ROOT, "licence_held AND notified AND licence_held", And((HELD, TOLD, HELD))),
    (ROOT, "licence_held OR notified AND licence_held", Or((HELD, And((TOLD, HELD))))),
    (ROOT, "NOT licence_held AND notified", And((Not(HELD), TOLD))),
    (ROOT, "NOT (licence_held OR notified)", Not(Or((HELD, TOLD)))),
    ("chip", "tpp >= 4800", Compare(TPP, Op.GE, 4800)),
    ("chip", "tpp>=4800.0", Compare(TPP, Op.GE, 4800)),
    ("chip", "tpp < 5.92", Compare(TPP, Op.LT, Fraction(148, 25))),
    ("chip", "tpp > -1", Compare(TPP, Op.GT, -1)),
    ("chip", "4800 <= tpp", Compare(TPP, Op.GE, 4800)),
    ("chip", "tpp <> 4800", Not(Compare(TPP, Op.EQ, 4800))),
    (
        "chip",
        "tpp BETWEEN 1600 AND 4800",
        And((Compare(TPP, Op.GE, 1600), Compare(TPP, Op.LE, 4800))),
    ),
    ("chip", "licence_held", HELD),
    (ROOT, "dates.act < '2025-05-22'", Compare(ACT, Op.LT, date(2025, 5, 22))),
    (
        ROOT,
        "dates.delivered <= dates.act",
        CompareFacts(FactName(ROOT, "dates.delivered"), Op.LE, ACT),
    ),
    (ROOT, "end_use.kind = 'wmd'", Compare(USE, Op.EQ, "wmd")),
    (ROOT, "end_use.kind IN ('wmd')", Within(USE, frozenset({"wmd"}))),
    (
        ROOT,
        "end_use.kind NOT IN ('wmd', 'military')",
        Not(Within(USE, frozenset({"wmd", "military"}))),
    ),
    (
        ROOT,
        "remark = 'it''s said'",
        Compare(FactName(ROOT, "remark"), Op.EQ, "it's said"),
    ),
    ("party", "managed_in IN us.d5", WithinSet(MANAGED, "us.d5")),
    ("party", "'end_user' IN roles", Holds(ROLES, "end_user")),
    (
        ROOT,
        "some_item(some_chip(tpp >= 4800))",
        Some("item", Some("chip", Compare(TPP, Op.GE, 4800))),
    ),
    (
        ROOT,
        "every_party(is_listed)",
        Every("party", Flag(FactName("party", "is_listed"))),
    ),
    (
        ROOT,
        "at_least(2, party, 'seller' IN roles)",
        AtLeast(2, "party", Holds(ROLES, "seller")),
    ),
    (
        ROOT,
        "asking(managed_in = 'CN')",
        Linked("asking", "party", Compare(MANAGED, Op.EQ, "CN")),
    ),
    ("item", "asking(licence_held)", Linked("asking", "party", HELD)),
    ("item", "is_controlled", Concluded("item", "is_controlled")),
    ("chip", "is_controlled", Concluded("item", "is_controlled")),
    ("owner", "is_listed", Flag(FactName("owner", "is_listed"))),
]

LONG = " AND ".join(["licence_held"] * 400)

EMPTY = "the predicate is empty; write TRUE if it always holds"
DEEP = "nested deeper than 50 levels; name a part of it as a predicate"
UNSPEAKABLE = [
    ("", EMPTY),
    ("  ", EMPTY),
    ("(" * 60 + "notified" + ")" * 60, DEEP),
    ("(" * 3000 + "notified" + ")" * 3000, DEEP),
    ("NOT " * 60 + "notified", DEEP),
]
PREDICATES = {"is_controlled": "item"}


@pytest.mark.parametrize(("scope", "text", "expected"), ACCEPTED)
def test_what_is_of_the_language_is_read(scope: str, text: str, expected: Form) -> None:
    """Each way to write a condition has one meaning."""
    assert expected == read(text, scope, PREDICATES)


def refused() -> list[tuple[str, str, str]]:
    """Read the table of refused predicates that lies beside this file."""
    text = Path(__file__).with_name("refused.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    found = []
    for said, message in zip(lines[::2], lines[1::2], strict=True):
        scope, _, predicate = said.partition(": ")
        found.append((scope, predicate.replace("\\n", "\n"), message.strip()))
    return found


@pytest.mark.parametrize(
    ("scope", "text", "expected"), [*refused(), *((ROOT, *row) for row in UNSPEAKABLE)]
)
def test_what_is_not_of_the_language_is_refused(
    scope: str, text: str, expected: str
) -> None:
    """Everything else is a load error that says where and why."""
    with pytest.raises(PackError) as caught:
        read(text, scope, PREDICATES)

    assert str(caught.value).startswith(f"rules.yaml:7:11: {expected}")


@pytest.mark.parametrize(("scope", "text", "expected"), ACCEPTED)
def test_what_was_read_can_be_printed_and_read_again(
    scope: str, text: str, expected: Form
) -> None:
    """A condition printed in a proof is the condition that was decided."""
    assert text
    assert expected == read(show(expected), scope, PREDICATES)


def test_a_long_chain_is_no_deep_nest() -> None:
    """Four hundred arms joined by AND are read as four hundred arms."""
    form = read(LONG)

    assert isinstance(form, And)
    assert 400 == len(form.arms)


@pytest.mark.parametrize("fact", SCHEMA.facts)
def test_every_name_of_the_vocabulary_can_be_said(fact: FactName) -> None:
    """No fact has a name that the spelling gives another meaning."""
    form = read(f"{fact.name} = {fact.name}", fact.scope)

    assert CompareFacts(fact, Op.EQ, fact) == form
