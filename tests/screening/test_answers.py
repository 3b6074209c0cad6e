"""What is answered: a class, results best first, each with its proof."""

from dataclasses import replace

import pytest
from tests.screening.desk import party, screen, screener

from antinomy.screening import Accepted, Alias, ListedParty, Query, answer_class

CHIPS = party("Fanli Chip Design Co., Ltd.", "FCD", chinese="范例芯片设计有限公司")
SHIPS = party("Fanli Ocean Shipping Co., Ltd.")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("范例芯片设计有限公司", "listed"),
        ("Fanli Chip Design", "listed"),
        ("Zhongyuan Dairy Co., Ltd.", "nothing_found"),
        ("Fanli Chip Design Chemicals", "alike"),
        ("", "unread"),
        ("   ", "unread"),
        ("!?…", "unread"),
        ("\u200b\u202e\ue000", "unread"),
        ("🙂🙂", "unread"),
        ("有限公司", "unread"),
        ("Co., Ltd.", "unread"),
        ("x" * 10_000, "unread"),
    ],
)
def test_each_answer_has_a_class(name: str, kind: str) -> None:
    """A name is listed, alike, not found, or cannot be read as a name."""
    assert kind == screen(name, CHIPS, SHIPS).kind


def test_what_cannot_be_read_says_why() -> None:
    """An answer that is no answer tells what was wrong with the name."""
    assert "10,000 letters" in screen("x" * 10_000, CHIPS).why
    assert "nothing in it" in screen("...", CHIPS).why


def test_results_are_best_first() -> None:
    """The party that agrees more stands first; equal ones by name."""
    results = screen("Fanli Ocean Shipping", CHIPS, SHIPS).results

    assert SHIPS.name == results[0].party.name
    assert sorted((r.score for r in results), reverse=True) == [
        result.score for result in results
    ]


def test_the_proof_tells_what_met_what() -> None:
    """The name that met, its source, the words that agree and the steps are told."""
    answer = screen("範例芯片設計", CHIPS)
    proof = answer.results[0].proof()

    assert "范例芯片设计" == proof["form"]
    assert {
        "name": "范例芯片设计有限公司",
        "role": "chinese",
        "source": "https://example.org",
        "certainty": "primary",
    } == proof["met"]
    assert ["simplified"] == [step.done for step in answer.steps]


def test_a_result_set_aside_does_not_decide() -> None:
    """The class is that of the best result that nobody has set aside."""
    results = screen("Fanli Chip Design", CHIPS).results
    aside = Accepted("another firm of that name", "2027-01-01")
    over = Accepted("another firm of that name", "2026-01-01", is_over=True)

    def marked(accepted: Accepted) -> str:
        return answer_class([replace(results[0], accepted=accepted)])

    assert "nothing_found" == marked(aside)
    assert "listed" == marked(over)


def test_a_weak_name_hides_no_strong_one() -> None:
    """Of two names of a party that meet, the one that is not weak decides the class."""
    names = (
        Alias("Haiyunda Technology Group Co", "primary"),
        Alias("Haiyunda Tech", "weak"),
    )
    both = ListedParty("SDN", names[0].name, "", names)

    assert "listed" == screen("Haiyunda Technology", both).kind


def test_the_same_question_has_the_same_answer() -> None:
    """Screening twice gives the same, byte for byte."""
    desk = screener(CHIPS, SHIPS)
    query = Query("范例芯片 Fanli Chip")

    assert desk.screen(query).as_json() == desk.screen(query).as_json()
