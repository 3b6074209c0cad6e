"""The exact answer, what it hangs on, and facts that show it."""

from datetime import date

import pytest
from tests.language.saying import EVERY_LIST, GOAL, asked, deal, put, truth

from antinomy.language import AnyOf, Band, Exact, Member, Value
from antinomy.values import Truth

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
SPLIT = "(is_listed AND managed_in IN us.d5) OR (NOT is_listed AND managed_in IN us.d5)"


def exact(text: str, case: Member, *rules: str) -> Exact:
    """Decide one goal exactly."""
    return Exact(asked(text, *rules), case, [GOAL])


def buyer(**values: Value) -> Member:
    """Make a deal with one party, who asks."""
    case = deal()
    case.links["asking"] = put(case, "party", EVERY_LIST, **values)
    return case


def test_a_case_split_is_settled() -> None:
    """Listed or not, a buyer managed in China is caught: the answer is yes."""
    case = buyer(managed_in="CN")

    assert U is truth(asked(f"asking({SPLIT})"), case)
    assert T is exact(f"asking({SPLIT})", case).truth(GOAL)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("end_use.kind IN ('data_centre', 'military', 'wmd')", T),
        ("end_use.kind = 'wmd' AND end_use.kind = 'military'", F),
        ("dates.act < '2025-05-13' OR dates.act >= '2025-05-13'", T),
        ("dates.act > '2025-05-13' AND dates.act < '2025-05-14'", F),
        ("dates.act <= dates.act", T),
        ("licence_held OR NOT licence_held", T),
        ("remark = 'a' AND remark = 'b'", F),
        ("remark = 'a'", U),
        ("some_party(is_listed) AND every_party(NOT is_listed)", F),
        ("some_party(is_listed) OR NOT at_least(2, party, is_listed)", T),
        ("at_least(2, party, is_listed) AND NOT at_least(3, party, is_listed)", U),
        ("asking(is_listed) AND NOT asking(is_listed)", F),
        ("some_item(some_chip(performance_density > 3)) AND every_item(FALSE)", F),
    ],
)
def test_of_an_empty_file_the_wording_alone_decides(text: str, expected: Truth) -> None:
    """With nothing known and every list open, only what must be so is so."""
    assert expected is exact(text, Member()).truth(GOAL)


def test_a_figure_that_may_not_apply_is_not_split() -> None:
    """Above, below, or no such figure at all: the third is a case of its own."""
    split = "some_item(some_chip({0} >= 4800 OR {0} < 4800))"
    case = deal()
    put(put(case, "item"), "chip")

    assert T is exact(split.format("performance_density"), case).truth(GOAL)
    unsure = exact(split.format("tpp"), case)
    assert U is unsure.truth(GOAL)
    assert {"item[0].chip[0].tpp": "not applicable"} == unsure.witness(
        GOAL, holds=False
    )


def test_partial_knowledge_bounds_the_completions() -> None:
    """A figure between bounds and a word that is one of two complete within them."""
    case = buyer(managed_in=AnyOf(frozenset({"CN", "MO"})), share=Band(10, 40))

    assert T is exact("asking(managed_in = 'CN' OR managed_in = 'MO')", case).truth(
        GOAL
    )
    assert F is exact("asking(share >= 50 OR share < 10)", case).truth(GOAL)
    assert U is exact("asking(share >= 40)", case).truth(GOAL)


def test_support_leaves_out_what_cannot_matter() -> None:
    """A fact that is unknown and read is not asked where its answer changes nothing."""
    case = buyer()
    found = exact(f"asking({SPLIT}) AND licence_held", case)

    assert ("licence_held", "party[0].managed_in") == found.support(GOAL)


def test_support_of_what_is_settled_is_empty() -> None:
    """Nothing is asked about a settled answer."""
    found = exact(f"asking({SPLIT})", buyer(managed_in="MY"))

    assert F is found.truth(GOAL)
    assert () == found.support(GOAL)
    assert () == exact("licence_held", deal(licence_held=True)).support(GOAL)


def test_who_may_be_unlisted_is_one_question() -> None:
    """Of an open list it is asked whether it is complete, not who might be in it."""
    case = deal(EVERY_LIST - {"party"})
    put(case, "party", is_listed=False)
    found = exact("some_party(is_listed AND some_owner(share > 50))", case)

    assert ("party:complete",) == found.support(GOAL)


def test_a_link_that_names_nobody_is_one_question() -> None:
    """Where it is not said who asks, that is what to ask."""
    assert ("asking",) == exact("asking(is_listed)", deal()).support(GOAL)


def test_a_place_in_doubt_is_no_question() -> None:
    """Whether Hong Kong counts is for the law to say, not for the file."""
    case = buyer(managed_in="HK")
    found = exact("asking(managed_in IN us.doubtful) AND licence_held", case)

    assert U is found.truth(GOAL)
    assert ("licence_held",) == found.support(GOAL)


def test_the_edge_of_a_set_is_the_same_everywhere() -> None:
    """If Hong Kong counts for one party it counts for the other."""
    case = deal()
    put(case, "party", managed_in="HK")
    put(case, "party", managed_in="HK")
    some = "some_party(managed_in IN us.doubtful)"

    assert U is exact(some, case).truth(GOAL)
    assert F is exact(
        f"{some} AND NOT every_party(managed_in IN us.doubtful)", case
    ).truth(GOAL)


def test_a_witness_is_worded_by_type() -> None:
    """Facts that show a verdict read as a file would state them."""
    found = exact(
        "licence_held AND dates.act = '2025-05-13' AND end_use.kind = 'wmd'"
        " AND asking(share = 5.92 AND managed_in = 'CN' AND 'seller' IN roles)",
        buyer(),
    )

    assert {
        "dates.act": "2025-05-13",
        "end_use.kind": "wmd",
        "licence_held": "true",
        "party[0].managed_in": "CN",
        "party[0].roles": "seller",
        "party[0].share": "5.92",
    } == found.witness(GOAL, holds=True)


def test_there_is_no_witness_of_what_cannot_be() -> None:
    """What is settled has no facts that show the contrary."""
    found = exact("licence_held AND NOT licence_held", deal())

    assert None is found.witness(GOAL, holds=True)
    assert {} == found.witness(GOAL, holds=False)
    assert None is exact("FALSE", deal()).witness(GOAL, holds=True)


def test_other_words_and_absent_sets_are_worded() -> None:
    """A witness may need a word that no rule names, or a set without the words."""
    found = exact(
        "NOT asking(managed_in IN us.d5 OR 'seller' IN roles) AND NOT remark = 'a'",
        buyer(),
    )

    assert {
        "party[0].managed_in": "another word",
        "party[0].roles": "none of the words asked about",
        "remark": "another word",
    } == found.witness(GOAL, holds=True)


def test_a_list_asked_much_is_answered_question_by_question() -> None:
    """Beyond a few unlisted members the answer stays sound, if less sharp."""
    many = " OR ".join(f"some_party(share = {number})" for number in range(8))
    case = deal(EVERY_LIST - {"party"})

    assert U is exact(many, case).truth(GOAL)
    assert ("party:complete",) == exact(many, case).support(GOAL)
    assert T is exact(f"({many}) OR licence_held OR NOT licence_held", case).truth(GOAL)


def test_a_day_lies_in_the_calendar() -> None:
    """No completion uses a day before the first or after the last."""
    assert F is exact("dates.act < '0001-01-01'", deal()).truth(GOAL)
    found = exact("dates.act > '9999-12-30'", deal()).witness(GOAL, holds=True)
    assert {"dates.act": date.max.isoformat()} == found
