"""The wording of the shipped packs: never too weak, never out of reach."""

from functools import cache

import pytest
from tests.cases.casefile import packs

from antinomy.language import (
    Concluded,
    Form,
    Kind,
    PlaceSet,
    facts_of,
    gap,
    overlap,
    parse,
    walk,
    weaknesses,
)
from antinomy.language.form import WithinSet
from antinomy.language.lint import truth_anywhere
from antinomy.language.weakness import inlined
from antinomy.law import LawOn, State
from antinomy.values import Day, Location, parse_day
from antinomy.view import view_on

Meaning = tuple[Form, str, tuple[tuple[str, PlaceSet], ...]]
DAYS = (
    "2022-12-01",
    "2023-02-01",
    "2023-12-01",
    "2025-05-22",
    "2026-02-15",
    "2026-11-20",
)


@cache
def law_on(day: str) -> LawOn:
    """Give the law of a day as known today."""
    return view_on(packs(), Day(parse_day(day)), packs().known_by).law


@cache
def meanings(day: str) -> dict[Concluded, Meaning]:
    """Give every predicate of a day written out, with the sets it names."""
    live = law_on(day).live
    found = {}
    for name, rule in live.rules.items():
        whole = inlined(live, rule)
        named = {f.name for f in walk(whole) if isinstance(f, WithinSet)}
        sets = tuple((each, live.sets[each]) for each in sorted(named))
        found[name] = (whole, name.scope, sets)
    return found


def fresh(day: str) -> list[Concluded]:
    """Give the predicates that meant something else on every earlier day."""
    earlier = DAYS[: DAYS.index(day)]
    known = {meaning for other in earlier for meaning in meanings(other).values()}
    return [name for name, meaning in meanings(day).items() if meaning not in known]


@pytest.mark.slow
@pytest.mark.parametrize("day", DAYS)
def test_no_wording_is_weaker_than_the_exact_answer(day: str) -> None:
    """Where all completions agree, the wording of a shipped rule agrees too."""
    found = weaknesses(law_on(day).live, fresh(day)).found

    assert [] == [str(lint) for lint in found]


@pytest.mark.slow
def test_every_provision_in_force_can_be_met() -> None:
    """A provision can hold on some facts on some day on which it binds."""
    binding: set[str] = set()
    met: set[str] = set()
    for day in DAYS:
        law = law_on(day)
        rules = law.live.rules
        for name in fresh(day):
            found = law.standings.get(name.name)
            if found is None or found.state is not State.IN_FORCE:
                continue
            binding.add(name.name)
            if truth_anywhere(law.live, rules[name], name.scope).possibly:
                met.add(name.name)

    assert [] == sorted(binding - met)


def test_paragraphs_a_and_b_do_not_overlap() -> None:
    """No chip meets 3A090.a and 3A090.b at once under the rule of November 2023."""
    law = law_on("2023-12-01")
    a, b = Concluded("chip", "meets_3a090_a"), Concluded("chip", "meets_3a090_b")

    assert overlap(law.live, a, b, scope="chip") is None


def test_between_the_paragraphs_lies_what_the_rule_leaves_free() -> None:
    """A data-centre chip of TPP 2,400 can still be free: at a density under 1.6."""
    law = law_on("2023-12-01")
    a, b = Concluded("chip", "meets_3a090_a"), Concluded("chip", "meets_3a090_b")
    text = "tpp >= 2400 AND tpp < 4800 AND datacenter_marketed"
    within = parse(text, "chip", packs().law.names, Location("a test"))
    witness = gap(law.live, (a, b), scope="chip", where=within)

    assert witness is not None
    assert float(witness["item.chip.performance_density"]) < 1.6


def test_every_fact_can_be_written_in_a_predicate() -> None:
    """No name of the vocabulary is a word that the language keeps for itself."""
    law = packs().law
    shapes = {
        Kind.FLAG: "{name}",
        Kind.NUMBER: "{name} >= 1.5",
        Kind.DAY: "{name} < '2025-01-01'",
        Kind.CODES: "'{word}' IN {name}",
    }
    for fact, entry in law.vocabulary.entries.items():
        word = next(iter(entry.type.values), "CN")
        shape = shapes.get(entry.type.kind, "{name} = '{word}'")
        text = shape.format(name=fact.name, word=word)
        form = parse(text, fact.scope, law.names, Location(text))

        assert (fact,) == facts_of(form)
