"""What an accepted entry claims, and why another claims nothing."""

from dataclasses import replace
from datetime import date

import pytest
from tests.record.making import day, moment, review

from antinomy.catalogue import Range
from antinomy.record import (
    Beside,
    Edge,
    Entry,
    Grades,
    Kept,
    Kind,
    Recorded,
    Undated,
    accepted_from,
    claim_of,
    entry_of,
)
from antinomy.values import Day, Json, Standing, Truth, parse_number
from antinomy.view import (
    AcceptedClaim,
    AcceptedFigure,
    AcceptedHolding,
    AcceptedListing,
    AcceptedTurn,
    Unread,
)

SOURCE = entry_of(
    "source", {"digest": "5" * 64, "name": "notice.html", "status": "primary"}
)
POST = entry_of(
    "source", {"digest": "6" * 64, "name": "a post", "address": "https://x.com/1"}
)
GRADES = Grades(
    {standing: number for number, standing in enumerate(Standing, 1)},
    {"x.com": 4},
    {"EL": "us.el"},
)
BESIDE = Beside({SOURCE.id: SOURCE, POST.id: POST}, {}, GRADES)


def entry(
    kind: Kind,
    body: dict[str, Json],
    begins: Edge = Undated.OPEN,
    until: Edge = Undated.OPEN,
    about: str = "",
    source: Entry = SOURCE,
    published: Day | None = None,
) -> Entry:
    """Give an entry of the source."""
    return entry_of(
        kind,
        body,
        id=f"{kind}:1",
        begins=begins,
        until=until,
        source=source.id,
        about=about,
        published=published or day(12),
    )


def kept(of: Entry, *closings: Entry, at: int = 1) -> Kept:
    """Give an entry as accepted, with what closes it."""
    said = Recorded(at + 1, moment(days=3), review(of.id, "accepted"))
    after = tuple(Recorded(3, moment(), closing) for closing in closings)
    return Kept(Recorded(at, moment(), of), of, closings=after, review=said)


def claimed(of: Entry, *closings: Entry) -> AcceptedClaim:
    """Give the claim of an entry."""
    found = claim_of(kept(of, *closings), BESIDE)
    assert not isinstance(found, Unread)
    return found


def test_a_listing_of_a_list_file_is_read() -> None:
    """The short name of a list is the one that rules read; aliases are names too."""
    found = claimed(
        entry("listing", {"list": "EL", "name": "A", "aliases": ["B"]}, day(13))
    )

    assert isinstance(found, AcceptedListing)
    assert ("us.el", ("A", "B")) == (found.list, found.names)
    assert (day(13), None, True) == (
        found.days.first,
        found.days.last,
        found.days.is_end_known,
    )


def test_a_listing_of_a_page_is_read() -> None:
    """What a page tells has its own evidence, which goes before the source's."""
    evidence: Json = [{"text": "99 FR 1", "address": "https://a", "status": "primary"}]
    body: dict[str, Json] = {"list": "EL", "named": "A", "evidence": evidence}
    found = claimed(entry("listing", body))

    assert ("99 FR 1", Standing.PRIMARY) == (
        found.basis.cite.text,
        found.basis.cite.standing,
    )
    assert (
        "notice.html"
        == claimed(entry("listing", {"list": "EL", "name": "A"})).basis.cite.text
    )


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ({"status": "primary"}, {}),
        ({"status": "uncertain"}, {"status": "primary"}),
        ({"status": "primary"}, {"status": "primary", "address": "https://x.com/1"}),
        ({"evidence": [{"text": "99 FR 1", "status": "primary"}]}, {}),
    ],
)
def test_an_entry_never_lifts_its_source(
    said: dict[str, Json], source: dict[str, Json]
) -> None:
    """Of what entry, source and host say of the standing the worst counts."""
    page = entry_of("source", {"digest": "7" * 64, "name": "page", **source})
    of = entry("listing", {"list": "EL", "name": "A", **said}, source=page)
    found = claim_of(kept(of), Beside({page.id: page}, {}, GRADES))

    assert isinstance(found, AcceptedListing)
    assert found.basis.cite.standing is Standing.UNCERTAIN


def test_a_claim_counts_from_its_review_and_never_before_it_was_public() -> None:
    """The later of the two days is that from which it counts."""
    body: dict[str, Json] = {"list": "EL", "name": "A"}
    early = claimed(entry("listing", body))
    late = entry_of("listing", body, id="l", source=SOURCE.id, published=day(30))

    assert day(16) == early.basis.known_from
    assert day(30) == claimed(late).basis.known_from
    assert ("officer", date(2025, 5, 16)) == (
        early.basis.acceptance.reviewer,
        early.basis.acceptance.day,
    )


def test_an_end_by_withdrawal_says_nothing_of_the_list() -> None:
    """A claim taken back ends the claim; an end stated ends the listing."""
    body: dict[str, Json] = {"list": "EL", "name": "A"}
    back = entry("withdrawal", {"reason": "x"}, day(20), about="listing:1")
    closed = claimed(entry("listing", body, day(13)), back)
    ended = claimed(entry("listing", body, day(13), day(19)))
    unknown = claimed(entry("listing", body, day(13), Undated.UNKNOWN))

    assert isinstance(closed, AcceptedListing)
    assert isinstance(ended, AcceptedListing)
    assert isinstance(unknown, AcceptedListing)
    assert (day(19), day(19)) == (closed.days.last, ended.days.last)
    assert (None, day(19)) == (closed.stated_end, ended.stated_end)
    assert not unknown.days.is_end_known


def test_a_listing_taken_back_of_which_no_end_was_known_says_so() -> None:
    """An end by withdrawal is none that the list states, whatever was known."""
    body: dict[str, Json] = {"list": "EL", "name": "A"}
    of = entry("listing", body, day(13), Undated.UNKNOWN)
    back = entry("withdrawal", {"reason": "x"}, day(20), about=of.id)
    found = claimed(of, back)

    assert isinstance(found, AcceptedListing)
    assert found.is_taken_back
    assert found.stated_end is None
    assert Truth.UNKNOWN is found.days.holds(day(19))
    assert Truth.FALSE is found.days.holds(day(20))


def test_hearsay_takes_nothing_back() -> None:
    """Taken back on an uncertain source it may go on, and the act is told."""
    of = entry("listing", {"list": "EL", "name": "A"}, day(13))
    back = entry("withdrawal", {"reason": "x"}, day(20), about=of.id, source=POST)
    found = claimed(of, back)

    assert isinstance(found, AcceptedListing)
    assert Truth.TRUE is found.days.holds(day(19))
    assert Truth.UNKNOWN is found.days.holds(day(20))
    assert ["a post"] == [each.cite.text for each in found.basis.closings]
    assert back.id in str(found.basis.as_json())


def test_a_rewording_without_a_claim_ends_none() -> None:
    """Where the new words claim nothing whether the old ones go on is not known."""
    of = entry("listing", {"list": "EL", "name": "A"}, day(13))
    words = entry("revision", {"name": "A"}, day(20), about=of.id)
    found = claimed(of, words)

    assert isinstance(found, AcceptedListing)
    assert Truth.UNKNOWN is found.days.holds(day(20))


def test_an_act_is_none_before_it_is_public() -> None:
    """A withdrawal published after somebody accepted it ends nothing."""
    of = entry("listing", {"list": "EL", "name": "A"}, day(13))
    back = entry("withdrawal", {"reason": "x"}, day(20), about=of.id, published=day(30))
    beside = replace(BESIDE, acts={back.id: kept(back)})
    found = claim_of(kept(of, back), beside)

    assert isinstance(found, AcceptedListing)
    assert Truth.TRUE is found.days.holds(day(20))


@pytest.mark.parametrize(
    ("share", "wanted"),
    [
        ({"share": "60"}, Range(60, 60)),
        ({"share": {"low": "40", "high": "60"}}, Range(40, 60)),
        ({"equity": ["25", "50"]}, Range(25, 50)),
        ({"share": "0.5%"}, Range(parse_number("0.5"), parse_number("0.5"))),
        ({"share": "1", "unit": "percent"}, Range(1, 1)),
        ({}, None),
    ],
)
def test_a_holding_is_read(share: dict[str, Json], wanted: Range | None) -> None:
    """A share is exact, a band, or not known."""
    body: dict[str, Json] = {"owner": {"id": "1", "name": "A"}, "owned": "B", **share}
    found = claimed(entry("holding", body))

    assert isinstance(found, AcceptedHolding)
    assert ("A", "B", wanted) == (found.holder, found.held, found.share)


FIGURE: dict[str, Json] = {"chip": "x", "figure": "tpp", "value": "5", "unit": "TPP"}


def test_a_figure_is_read_until_it_is_taken_back() -> None:
    """A figure of a chip is of no day, but for that on which it is taken back."""
    of = entry("figure", FIGURE)
    back = entry("withdrawal", {"reason": "x"}, day(20), about=of.id)
    found = claimed(of)

    assert isinstance(found, AcceptedFigure)
    assert ("x", "tpp", Range(5, 5)) == (found.chip, found.fact, found.amount)
    after = claimed(of, back)
    assert isinstance(after, AcceptedFigure)
    assert Truth.TRUE is after.days.holds(day(19))
    assert Truth.FALSE is after.days.holds(day(20))


@pytest.mark.parametrize(
    ("kind", "turn"), [("withdrawal", "withdraws"), ("revision", "rewords")]
)
def test_an_act_upon_a_statement_turns_its_measure(kind: Kind, turn: str) -> None:
    """What takes a statement back, or words it anew, reaches the measure it names."""
    said = entry("statement", {"measure": "my.statement.1", "provisions": ["p"]})
    act = entry(kind, {"reason": "taken back"}, day(20), about=said.id)
    beside = Beside({SOURCE.id: SOURCE}, {said.id: (kept(said, at=0),)}, GRADES)
    found = claim_of(kept(act), beside)

    assert isinstance(found, AcceptedTurn)
    assert (turn, "my.statement.1") == (found.turn, found.measure)
    assert (day(20), ("p",)) == (found.begins, found.provisions)
    assert "names_no_measure" == getattr(claim_of(kept(act), BESIDE), "why", "")


@pytest.mark.parametrize(
    ("kind", "body", "why"),
    [
        ("statement", {"text": "x"}, "kind"),
        ("listing", {"list": "EL"}, "name"),
        ("listing", {"name": "A"}, "name"),
        ("holding", {"owner": "A", "owned": "B", "share": "half"}, "range"),
        ("holding", {"owner": "A", "owned": "B", "share": ["60", "40"]}, "range"),
        ("holding", {"owner": "A", "owned": "B", "share": "600"}, "share"),
        ("holding", {"owner": "A", "owned": "B", "share": "-1"}, "range"),
        ("holding", {"owner": "A", "owned": "B", "share": "0.6"}, "share_unit"),
        ("figure", {**FIGURE, "value": None}, "range"),
        ("withdrawal", {"measure": "m", "provisions": "p"}, "provisions"),
        ("withdrawal", {"measure": "m", "provisions": []}, "provisions"),
        ("withdrawal", {"measure": "m", "provisions": [{"id": "p"}]}, "provisions"),
        ("withdrawal", {"measure": "m", "provisions": None}, "provisions"),
    ],
)
def test_what_claims_nothing_says_why(
    kind: Kind, body: dict[str, Json], why: str
) -> None:
    """An entry that is short of something changes no answer, and says of what."""
    found = claim_of(kept(entry(kind, body)), BESIDE)

    assert isinstance(found, Unread)
    assert why == found.why
    assert not accepted_from([kept(entry(kind, body))], BESIDE)


def test_an_act_means_the_words_that_stood_when_it_was_recorded() -> None:
    """A later wording that names another measure moves no withdrawal to it."""
    said = entry("statement", {"measure": "m.one"})
    later = entry("revision", {"measure": "m.other"}, day(25), about=said.id)
    act = entry("withdrawal", {"reason": "x"}, day(20), about=said.id)
    revised = (Recorded(7, moment(), later),)
    first = replace(kept(said), revisions=revised)
    wordings = (first, replace(first, words=later))
    found = claim_of(kept(act, at=5), replace(BESIDE, entries={said.id: wordings}))
    after = claim_of(kept(act, at=9), replace(BESIDE, entries={said.id: wordings}))

    assert "m.one" == getattr(found, "measure", "")
    assert "m.other" == getattr(after, "measure", "")


def test_a_correction_after_the_act_moves_it_nowhere() -> None:
    """Where the entry was corrected since to name another measure, no act ends one."""
    said = entry("statement", {"measure": "m.one"})
    act = entry("withdrawal", {"reason": "x"}, day(20), about=said.id)
    corrected = replace(
        kept(said, at=1),
        words=replace(said, written='{"measure":"m.other"}'),
        review=Recorded(9, moment(days=4), review(said.id, "corrected")),
    )
    beside = replace(BESIDE, entries={said.id: (corrected,)})

    assert "measure_moved" == getattr(claim_of(kept(act, at=5), beside), "why", "")
