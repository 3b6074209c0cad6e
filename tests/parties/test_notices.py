"""What the Chinese lists say of a party: entries first, then a screening."""

import pytest
from tests.parties.test_listing import marked

from antinomy.values import Fact, Known, Unknown


def fact(
    name: str, which: str, on: str, *, screened: str = "", known_by: str = "2026-11-21"
) -> Fact:
    """Give the fact of a party of some name on a day."""
    text = f"parties: [{{id: a, name: '{name}'}}]\n"
    if screened:
        result, as_of = screened.split(" on ")
        text += (
            f"screened: {{a: {{lists: [{which}], as_of: {as_of}, result: {result}}}}}"
        )
    return marked(text, on, known_by).fact(f"{which.replace('.', '_')}.listed")


def said(found: Fact) -> object:
    """Give the value of a fact, None where it is unknown."""
    return found.value if isinstance(found, Known) else None


@pytest.mark.parametrize(
    ("name", "which", "on", "wanted"),
    [
        ("TechInsights Inc.", "cn.uel", "2025-10-09", True),
        ("TechInsights Inc.", "cn.uel", "2025-10-08", None),
        ("Skydio Inc.", "cn.uel", "2025-05-13", True),
        ("Skydio Inc.", "cn.uel", "2025-05-14", False),
        ("Skydio Inc.", "cn.uel", "2026-11-09", False),
        ("Skydio Inc.", "cn.uel", "2026-11-10", None),
        ("Skydio Inc.", "cn.uel", "2026-11-11", None),
        ("Skydio Inc.", "cn.afsl", "2026-11-11", True),
        ("Shield AI, Inc.", "cn.uel", "2025-08-12", False),
        ("Shield AI, Inc.", "cn.uel", "2025-10-08", False),
        ("Shield AI, Inc.", "cn.uel", "2025-10-09", None),
        ("Skydio, Inc.", "cn.ecl", "2026-02-24", False),
        ("Skydio, Inc.", "cn.ecl", "2026-06-22", None),
        ("Example Ltd", "cn.watch", "2026-03-01", None),
        ("Example Ltd", "cn.mel", "2026-10-09", False),
        ("Example Ltd", "cn.mel", "2026-10-10", None),
    ],
)
def test_a_party_is_listed_as_its_notice_stands(
    name: str, which: str, on: str, *, wanted: bool | None
) -> None:
    """In force, paused, open after the pause, stopped; without a row unknown."""
    assert wanted is said(fact(name, which, on))


@pytest.mark.parametrize(
    ("screened", "on", "wanted"),
    [
        ("none on 2025-12-01", "2025-12-01", False),
        ("none on 2025-12-01", "2026-01-15", False),
        ("none on 2025-10-08", "2025-10-09", None),
        ("listed on 2025-12-01", "2025-10-10", True),
        ("listed on 2025-12-01", "2025-10-08", None),
        ("listed on 2025-10-10", "2025-11-09", True),
        ("listed on 2025-10-10", "2025-11-10", None),
        ("none on 2025-11-10", "2025-11-09", None),
        ("none on 2026-10-09", "2026-10-10", None),
        ("none on 2026-11-11", "2026-11-11", False),
    ],
)
def test_a_screening_speaks_until_the_list_changes(
    screened: str, on: str, *, wanted: bool | None
) -> None:
    """A later notice overtakes a name not listed, a pause or stop one listed."""
    found = fact("Example Ltd", "cn.uel", on, screened=screened)

    assert wanted is said(found)


def test_an_entry_beats_a_screening_that_missed_it() -> None:
    """Where a notice in force names the firm, a log that says none frees nobody."""
    found = fact("PVH Group", "cn.uel", "2025-12-01", screened="none on 2025-12-01")

    assert said(found) is True
    assert isinstance(found, Known)
    assert found.source.said.startswith("Unreliable Entity List entry 'PVH Group'")


def test_a_screening_speaks_of_a_firm_taken_off() -> None:
    """A firm taken off that may be named again is as a screening finds it."""
    found = fact(
        "Shield AI, Inc.", "cn.uel", "2025-12-01", screened="none on 2025-12-01"
    )

    assert said(found) is False


def test_a_screening_of_another_list_says_nothing() -> None:
    """A result for the Unreliable Entity List leaves the control list open."""
    text = (
        "parties: [{id: a, name: Foo}]\n"
        "screened: {a: {lists: [cn.uel], as_of: 2025-12-01, result: none}}"
    )

    assert isinstance(marked(text, "2025-12-01").fact("cn_ecl.listed"), Unknown)


def test_a_notice_in_force_tells_that_no_period_to_mend_runs() -> None:
    """Whether a period to mend still runs follows from the notice, else is open."""
    runs = "cn_uel.correction_runs"
    listed = marked("parties: [{id: a, name: PVH Group}]", "2025-12-01")
    stated = marked("parties: [{id: a, cn_uel.listed: true}]", "2025-12-01")

    assert False is said(listed.fact(runs))
    assert isinstance(stated.fact(runs), Unknown)


def test_what_the_file_states_stands() -> None:
    """A listing that the file states is not replaced."""
    text = "parties: [{id: a, name: PVH Group, cn_uel.listed: false}]"

    assert False is said(marked(text, "2025-12-01").fact("cn_uel.listed"))
