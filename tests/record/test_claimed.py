"""What an accepted entry claims, and why another claims nothing."""

from datetime import date

import pytest
from tests.record.making import SOURCE, day, moment, review

from antinomy.catalogue import Range
from antinomy.record import (
    Beside,
    Edge,
    Entry,
    Kept,
    Kind,
    Recorded,
    Undated,
    accepted_from,
    claim_of,
    entry_of,
)
from antinomy.values import Json, Standing
from antinomy.view import (
    AcceptedClaim,
    AcceptedFigure,
    AcceptedHolding,
    AcceptedListing,
    AcceptedTurn,
    Unread,
)

BESIDE = Beside({SOURCE.id: SOURCE}, {}, {"EL": "us.el"})


def entry(
    kind: Kind,
    body: dict[str, Json],
    begins: Edge = Undated.OPEN,
    until: Edge = Undated.OPEN,
    about: str = "",
) -> Entry:
    """Give an entry of the source."""
    return entry_of(
        kind,
        body,
        id=f"{kind}:1",
        begins=begins,
        until=until,
        source=SOURCE.id,
        about=about,
        published=day(12),
    )


def kept(of: Entry, *closings: Entry) -> Kept:
    """Give an entry as accepted, with what closes it."""
    said = Recorded(2, moment(days=3), review(of.id, "accepted"))
    after = tuple(Recorded(3, moment(), closing) for closing in closings)
    return Kept(Recorded(1, moment(), of), of, closings=after, review=said)


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


@pytest.mark.parametrize(
    ("share", "wanted"),
    [
        ({"share": "60"}, Range(60, 60)),
        ({"share": {"low": "40", "high": "60"}}, Range(40, 60)),
        ({"equity": ["25", "50"]}, Range(25, 50)),
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
    """A figure of a chip is no thing of a day: taken back it counts on none."""
    of = entry("figure", FIGURE)
    back = entry("withdrawal", {"reason": "x"}, day(20), about=of.id)
    found = claimed(of)

    assert isinstance(found, AcceptedFigure)
    assert ("x", "tpp", Range(5, 5)) == (found.chip, found.fact, found.amount)
    assert "taken_back" == getattr(claim_of(kept(of, back), BESIDE), "why", "")


@pytest.mark.parametrize(
    ("kind", "turn"), [("withdrawal", "withdraws"), ("revision", "rewords")]
)
def test_an_act_upon_a_statement_turns_its_measure(kind: Kind, turn: str) -> None:
    """What takes a statement back, or words it anew, reaches the measure it names."""
    said = entry("statement", {"measure": "my.statement.1", "provisions": ["p"]})
    act = entry(kind, {"reason": "taken back"}, day(20), about=said.id)
    beside = Beside({SOURCE.id: SOURCE}, {said.id: kept(said)}, {})
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
        ("figure", {**FIGURE, "value": None}, "range"),
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
