"""Turn accepted entries into claims that an answer may lean on.

A listing, a holding and a figure say what they say, each wording of them on its own
days; the withdrawal or the revision of a statement turns the measure of law that the
statement named when the act was recorded. An entry that names no such thing changes no
answer, and says why.

What takes a claim back, or words it anew, ends its days only on a primary source that
was public when the act was accepted; on any other whether it goes on is not known.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from antinomy.record.bodies import (
    Body,
    NoClaimError,
    first_text,
    measure_of,
    party_of,
    provisions_of,
    range_of,
    share_of,
    text_of,
    texts_of,
)
from antinomy.record.entry import Entry
from antinomy.record.grades import WORST, Grades
from antinomy.record.kept import Kept, Recorded
from antinomy.record.validity import Edge, Undated, Valid
from antinomy.values import (
    Acceptance,
    Citation,
    Day,
    Standing,
    Text,
)
from antinomy.view import (
    Accepted,
    AcceptedClaim,
    AcceptedFigure,
    AcceptedHolding,
    AcceptedListing,
    AcceptedTurn,
    Basis,
    Closing,
    Period,
    Unread,
)

_STANDINGS = {standing.value: standing for standing in Standing}


@dataclass(frozen=True, slots=True)
class Beside:
    """What entries lean on, by id: sources, entries in each wording, accepted acts.

    ``grades`` cap what a source says of itself by where it was found, and have the
    names of lists.
    """

    sources: Mapping[str, Entry]
    entries: Mapping[str, tuple[Kept, ...]]
    grades: Grades
    acts: Mapping[str, Kept] = field(default_factory=dict)


def accepted_from(kept: Iterable[Kept], beside: Beside) -> Accepted:
    """Give the claims of accepted entries; those that make none are left out."""
    found = (claim_of(one, beside) for one in kept if one.review is not None)
    return Accepted(tuple(claim for claim in found if not isinstance(claim, Unread)))


def claim_of(kept: Kept, beside: Beside) -> AcceptedClaim | Unread:
    """Give the claim that an entry would make, or why it makes none.

    Of an entry that nobody reviewed it is the claim as it would be if it were accepted
    now, by nobody.
    """
    make = _CLAIMS.get(kept.kind)
    if make is None:
        return Unread("kind", {"kind": kept.kind})
    try:
        return make(kept, basis_of(kept, beside), beside)
    except NoClaimError as error:
        return error.unread


def basis_of(kept: Kept, beside: Beside) -> Basis:
    """Give what an entry rests on: its source, its review, its days, what ends it.

    Of words that an act put in place the review is that of the act.
    """
    cite = cite_of(kept, beside)
    reworded = beside.acts.get(kept.words.id)
    source = beside.sources.get(_source_of(kept))
    of_source = beside.acts.get(source.id) if source is not None else None
    met = [one for one in (kept, reworded, of_source) if one is not None]
    recorded = max(_accepted_on(one) for one in met)
    days = [one.words.published for one in met if one.words.published]
    known = Day(max([recorded, *days]))
    review = (reworded or kept).review
    reviewer = "" if review is None else str(review.entry.body.get("reviewer", ""))
    return Basis(
        cite,
        Acceptance(kept.id, reviewer, recorded),
        known,
        tuple(
            _closing(each, kept, beside)
            for each in kept.closings
            if _is_public(beside.acts.get(each.entry.id))
        ),
        "" if reworded is None else kept.words.id,
    )


def _accepted_on(kept: Kept) -> date:
    return (kept.review or kept.first).recorded.date()


def _closing(act: Recorded, kept: Kept, beside: Beside) -> Closing:
    """Give an act upon an entry, and whether it ends these words for certain."""
    found = beside.acts.get(act.entry.id) or Kept(act, act.entry)
    cite, accepted, begins = cite_of(found, beside), _accepted_on(found), found.valid
    is_claim = act.entry.kind == "withdrawal" or _still_claims(kept, act.entry, beside)
    day = begins.begins
    body = {} if found.review is None else found.review.entry.body
    return Closing(
        None if isinstance(day, Undated) else day,
        cite,
        Acceptance(act.entry.id, str(body.get("reviewer", "")), accepted),
        is_settled=cite.standing is Standing.PRIMARY and is_claim,
    )


def _is_public(act: Kept | None) -> bool:
    """Tell whether an act was public when it was accepted; before that it is no act."""
    published = None if act is None else act.words.published
    return act is None or published is None or published <= _accepted_on(act)


def _still_claims(kept: Kept, words: Entry, beside: Beside) -> bool:
    """Tell whether an entry still makes a claim in other words."""
    make = _CLAIMS.get(kept.kind)
    if make is None:
        return True
    reworded = replace(kept, words=words, closings=())
    try:
        make(reworded, basis_of(reworded, beside), beside)
    except NoClaimError:
        return False
    return True


def _source_of(kept: Kept) -> str:
    return kept.words.source or kept.first.entry.source


def cite_of(kept: Kept, beside: Beside) -> Citation:
    """Give the source of an entry as a citation.

    What the entry itself says of its evidence goes before what the source says. Its
    standing is the worse of what the two say, and no better than where each was found.
    """
    source = beside.sources.get(_source_of(kept))
    of_source = {} if source is None else source.body
    evidence = kept.body.get("evidence")
    first = evidence[0] if isinstance(evidence, list) and evidence else {}
    told = [first if isinstance(first, dict) else {}, kept.body, of_source]
    text = (
        first_text(told[:1], "text")
        or first_text(told, "cite")
        or first_text(told, "title")
    )
    text = text or first_text(told[2:], "name")
    grades = beside.grades
    of_entry = first_text([of_source], "status")
    said = [first_text([each], "status") or of_entry for each in told]
    capped = [
        grades.capped(_STANDINGS.get(status, WORST), first_text([each], "address"))
        for each, status in zip(told, said, strict=True)
    ]
    return Citation(
        text or kept.first.entry.source,
        first_text(told, "address"),
        max(capped, key=lambda each: grades.standings[each]),
    )


# ---------------------------------------------------------------- kinds


def _listing(kept: Kept, basis: Basis, beside: Beside) -> AcceptedClaim:
    body = kept.body
    which = text_of(body, "list")
    own = body.get("named") or body.get("name")
    names = [own, *texts_of(body, "names"), *texts_of(body, "aliases")]
    given = tuple(dict.fromkeys(n for n in names if isinstance(n, str) and n.strip()))
    if not given:
        raise NoClaimError("name", name="name")
    return AcceptedListing(
        list=beside.grades.lists.get(which, which),
        names=given,
        days=_period(kept.words.valid, basis),
        basis=basis,
        is_taken_back=_is_taken_back(kept.words.valid, basis),
    )


def _holding(kept: Kept, basis: Basis, beside: Beside) -> AcceptedClaim:
    del beside
    body = kept.body
    days = _period(kept.words.valid, basis)
    amount = share_of(body)
    return AcceptedHolding(
        party_of(body, "owner"), party_of(body, "owned"), amount, days, basis
    )


def _figure(kept: Kept, basis: Basis, beside: Beside) -> AcceptedClaim:
    body = kept.body
    # A figure is of no day, but for the day from which an act words it.
    begins = kept.words.valid.begins if kept.words.id in beside.acts else Undated.OPEN
    return AcceptedFigure(
        chip=text_of(body, "chip"),
        fact=text_of(body, "figure"),
        amount=range_of(body.get("value"), "value"),
        unit=text_of(body, "unit"),
        basis=basis,
        days=_period(Valid(begins, Undated.OPEN), basis),
    )


def _turn(kept: Kept, basis: Basis, beside: Beside) -> AcceptedClaim:
    """Turn the measure that an act names, or that the entry it is about named then."""
    body = kept.body
    target: Body = {}
    if not measure_of(body) or "provisions" not in body:
        about = _target(kept, beside)
        target = {} if about is None else about.body
        basis = basis if about is None else _with_target(basis, about)
    measure = measure_of(body) or measure_of(target)
    if not measure:
        raise NoClaimError("names_no_measure")
    begins = kept.valid.begins
    reason = body.get("reason")
    return AcceptedTurn(
        measure=measure,
        turn="withdraws" if kept.kind == "withdrawal" else "rewords",
        begins=None if isinstance(begins, Undated) else begins,
        basis=basis,
        provisions=provisions_of(body if "provisions" in body else target),
        note=Text(reason) if isinstance(reason, str) else None,
        place=kept.first.sequence,
    )


def _with_target(basis: Basis, about: Kept) -> Basis:
    """Give the basis of an act that counts once what it is about was accepted."""
    day = max(basis.acceptance.day, _accepted_on(about))
    return replace(
        basis,
        acceptance=replace(basis.acceptance, day=day),
        known_from=Day(max(basis.known_from, day)),
    )


def _target(act: Kept, beside: Beside) -> Kept | None:
    """Give the words that an act is about: the latest before it that name a measure.

    Raises:
        NoClaimError: the entry was corrected since to name something else.
    """
    wordings = beside.entries.get(act.first.entry.about, ())
    before = [one for one in wordings if _place(one) < act.first.sequence]
    found = next((one for one in reversed(before) if measure_of(one.body)), None)
    if found is None:
        return None
    reviewed = None if found.review is None else found.review.sequence
    judged = act.first if act.review is None else act.review
    first = found.first.entry.body
    is_corrected = found.words.id == found.id and found.body != first
    if is_corrected and reviewed is not None and reviewed > judged.sequence:
        names = ("measure", "provisions")
        if any(first.get(name) != found.body.get(name) for name in names):
            raise NoClaimError("measure_moved")
    return found


def _place(wording: Kept) -> int:
    """Give the sequence at which these words were recorded."""
    acts = (one for one in wording.revisions if one.entry.id == wording.words.id)
    return next(acts, wording.first).sequence


_CLAIMS: Mapping[str, Callable[[Kept, Basis, Beside], AcceptedClaim]] = {
    "listing": _listing,
    "holding": _holding,
    "figure": _figure,
    "withdrawal": _turn,
    "revision": _turn,
}


# ---------------------------------------------------------------- parts


def _period(valid: Valid, basis: Basis) -> Period:
    """Give the days of words up to the eve of what ends them for certain."""
    first = _day(valid.begins, opened=Day(date.min))
    ends = [_eve(each.begins) for each in basis.closings if _is_end(each)]
    last = _day(valid.until, opened=None)
    doubts = [
        each.begins or first or Day(date.min)
        for each in basis.closings
        if not _is_end(each)
    ]
    return Period(
        first=first,
        last=min([*ends, *([last] if last else [])], default=None),
        is_end_known=valid.until is not Undated.UNKNOWN,
        doubted_from=min(doubts, default=None),
    )


def _is_end(closing: Closing) -> bool:
    return closing.is_settled and closing.begins is not None


def _eve(begins: Day | None) -> Day:
    assert begins is not None, "asked of an act with a day"
    return Day(begins - timedelta(days=1)) if begins > date.min else begins


def _is_taken_back(valid: Valid, basis: Basis) -> bool:
    """Tell whether an act, and not the words, ends these days or may end them."""
    until = valid.until
    if isinstance(until, Undated):
        return bool(basis.closings)
    days = [each.begins for each in basis.closings]
    return any(day is None or day <= until for day in days)


def _day(edge: Edge, *, opened: Day | None) -> Day | None:
    if isinstance(edge, Undated):
        return opened if edge is Undated.OPEN else None
    return None if edge == date.max else edge
