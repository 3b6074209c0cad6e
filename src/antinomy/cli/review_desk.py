"""The desk at which entries are reviewed: what waits, and what each could change."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from antinomy.cli import options
from antinomy.cli.record_accepted import beside, kept_by, load_grades
from antinomy.cli.subject import Subject, subject_from
from antinomy.record import (
    THINGS,
    Beside,
    Effect,
    Grades,
    Kept,
    Record,
    Waiting,
    accepted_from,
    acted,
    cite_of,
    claim_of,
    contradicted_by,
    first_to_tell,
    in_order,
    newer_sources,
    thing_claimed,
    thing_told,
    waits,
)
from antinomy.record.kept import settle
from antinomy.values import Json, KnownBy, canonical_bytes, parse_day
from antinomy.verdict import Assessor
from antinomy.view import (
    Accepted,
    AcceptedClaim,
    Packs,
    Unread,
    View,
    against_packs,
    view_accepting,
    why_unread,
    with_accepted,
)

EVER = date.max
_REVIEWED = (*(kind for kind in THINGS if kind != "source"), "withdrawal", "revision")
_ACTS = ("withdrawal", "revision")
_WAITING = Unread("about_waiting")
_PACKS = "packs"
_SAME = "same"  # as the reader says what a finding is to the shipped record
_DAY = len("2026-01-01")
_CLOSED = ("listing", "holding", "figure")  # what an act closes by itself

Cells = tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case that is not decided yet: its file, and what it asks."""

    name: str
    subject: Subject


class ReviewDesk:
    """A record with all that is needed to lay its entries before a reviewer."""

    def __init__(
        self, record: Record, packs: Packs, words: Path, cases: Sequence[Path] = ()
    ) -> None:
        self._record = record
        self._packs = packs
        self._grades: Grades = load_grades(words)
        self._kept = kept_by(record, EVER)
        self._lean = beside(record, self._kept, self._grades, EVER)
        self._accepted = accepted_from(self._kept, self._lean)
        self._known_by = _latest(record, packs, self._accepted)
        self._cases = [OpenCase(p.name, subject_from(p, packs)) for p in cases]
        self._answers: dict[str, tuple[View, Assessor, Cells]] = {}

    def waiting(self) -> tuple[Waiting, ...]:
        """Give every entry that waits for review, the most telling first."""
        with closing(self._record.as_of(EVER, kinds=("source",))) as found:
            newer = newer_sources(found)
        things: dict[str, bytes] = {}
        kept = []
        with closing(self._record.as_of(EVER, kinds=_REVIEWED)) as found:
            for one in found:
                things[one.id] = thing_told(one, things)
                if why := waits(one, newer):
                    kept.append((one, why))
        lean = self._beside([one for one, _ in kept])
        told_first = {thing: name for name, thing in reversed(things.items())}
        claims = {one.id: claim_of(one, lean) for one, _ in kept}
        made = [claim for claim in claims.values() if not isinstance(claim, Unread)]
        first = first_to_tell([*self._accepted, *made])
        told = []
        for one, why in kept:
            claim = claims[one.id]
            if isinstance(claim, Unread):
                is_new = told_first[things[one.id]] == one.id and not _is_held(one)
            else:
                is_new = first[thing_claimed(claim)] == one.id
            waiting = self._waiting(one, claim, lean)
            told.append(replace(waiting, reason=why, is_new=is_new))
        return in_order(told)

    def one(self, id: str) -> Waiting | None:  # noqa: A002 - the word for it
        """Give an entry with what it could change; None for a source or a review.

        Raises:
            InputError: there is no such entry.
        """
        self._record.history(id)
        with closing(self._record.as_of(EVER, kinds=_REVIEWED, about=id)) as found:
            kept = list(found)
        if not kept:
            return None
        lean = self._beside(kept)
        return self._waiting(kept[0], claim_of(kept[0], lean), lean)

    def unread(self, id: str) -> Unread | None:  # noqa: A002 - the word for it
        """Say why an accepted entry changes no answer; None where it may."""
        kept = [one for one in self._kept if one.id == id]
        if not kept:
            return None
        if kept[-1].kind in _ACTS:
            about = kept[-1].first.entry.about
            if about in self._lean.sources:
                return None
            closed = self._lean.entries.get(about, ())
            if closed and closed[0].kind in _CLOSED:
                return None if self._accepted.claims_of(about) else _WAITING
        return self._why(claim_of(kept[-1], self._lean))

    def spoilt(
        self,
        id: str,  # noqa: A002 - the word for it
        body: Mapping[str, Json] | None = None,
    ) -> Unread | None:
        """Say why an entry would claim nothing any more, if these words were accepted.

        Asked of a listing, a holding or a figure that a review corrects, or of the
        revision of one. None where it claims something still, or never did.

        Raises:
            InputError: there is no such entry.
        """
        entry = self._record.history(id)[0].entry
        if entry.kind == "revision" and entry.about:
            held = self._now(entry.about)
            words = entry
        elif body is not None:
            held = self._now(id)
            words = held.words
        else:
            return None
        if held.kind not in _CLOSED:
            return None
        if body is not None:
            words = replace(words, written=canonical_bytes(dict(body)).decode())
        lean = self._beside([held])
        before = claim_of(replace(held, closings=()), lean)
        after = claim_of(replace(held, words=words, closings=()), lean)
        return None if self._why(before) else self._why(after)

    def _why(self, claim: AcceptedClaim | Unread) -> Unread | None:
        return claim if isinstance(claim, Unread) else why_unread(self._packs, claim)

    def _now(self, id: str) -> Kept:  # noqa: A002 - the word for it
        """Give the latest words of an entry: those accepted, else as recorded."""
        found = [one for one in self._kept if one.id == id]
        first, *acts = self._record.history(id)
        return found[-1] if found else settle(first, acts)[0]

    # ------------------------------------------------------------ parts

    def _beside(self, kept: list[Kept]) -> Beside:
        """Gather what entries lean on; an act may be about one that waits too."""
        lean = beside(self._record, kept, self._grades, EVER)
        entries = {**lean.entries, **self._lean.entries}
        missing = {one.first.entry.about for one in kept} - {"", *entries}
        for name in sorted(missing):
            with closing(self._record.as_of(EVER, kinds=THINGS, about=name)) as found:
                entries |= {one.id: (one,) for one in found}
        return replace(
            lean,
            entries=entries,
            sources={**lean.sources, **self._lean.sources},
            acts=self._lean.acts,
        )

    def _waiting(
        self, kept: Kept, claim: AcceptedClaim | Unread, lean: Beside
    ) -> Waiting:
        cite = cite_of(kept, lean)
        after = self._after(kept, claim, lean)
        waiting = Waiting(
            kept=kept,
            reason="new",
            effect=Effect.NOTHING,
            cases=(),
            against=self._against(kept, claim),
            grade=self._grades.grade(cite),
            standing=cite.standing,
            is_new=True,
            unread=after if isinstance(after, Unread) else None,
        )
        if isinstance(after, Unread):
            return waiting
        cases = tuple(self._changed(after))
        return replace(
            waiting, cases=cases, effect=Effect.CASES if cases else Effect.RULES
        )

    def _after(
        self, kept: Kept, claim: AcceptedClaim | Unread, lean: Beside
    ) -> Accepted | Unread:
        """Give all that would count once this entry is accepted."""
        about = kept.first.entry.about
        wordings = lean.entries.get(about, ())
        if wordings and wordings[0].kind == "source":
            return self._after_source(about, kept, lean)
        if wordings and wordings[0].kind in _CLOSED:
            if not self._accepted.claims_of(about):
                return _WAITING
            told = [claim_of(one, lean) for one in acted(wordings, kept)]
            return _with(self._accepted, about, *told)
        if isinstance(claim, Unread):
            return claim
        return why_unread(self._packs, claim) or _with(self._accepted, kept.id, claim)

    def _after_source(self, source: str, act: Kept, lean: Beside) -> Accepted | Unread:
        """Give all that would count with a source as an act words it."""
        if act.kind != "revision":
            return Unread("source_same")
        sources = {**lean.sources, source: act.words}
        after = accepted_from(self._kept, replace(self._lean, sources=sources))
        is_same = after.as_json() == self._accepted.as_json()
        return Unread("source_same") if is_same else after

    def _against(self, kept: Kept, claim: AcceptedClaim | Unread) -> tuple[str, ...]:
        """Name what an entry contradicts: accepted ones, one it ends, the packs."""
        about = kept.first.entry.about
        ended = (about,) if about and self._accepted.claims_of(about) else ()
        if isinstance(claim, Unread):
            return ended
        packs = (_PACKS,) if against_packs(self._packs, claim) else ()
        others = contradicted_by(claim, self._accepted)
        return tuple(dict.fromkeys((*others, *ended, *packs)))

    def _changed(self, after: Accepted) -> Iterator[str]:
        """Name the open cases that would be answered otherwise."""
        for case in self._cases:
            if case.subject.day is None:
                continue
            view, assessor, before = self._answered(case, case.subject.day)
            if after.turns == self._accepted.turns:
                # The law is the same, and so are its programs.
                upon = with_accepted(self._packs, after, view.on)
                other = assessor.moved_to(View(upon, view.law))
            else:
                by = view.known_by
                other = Assessor(view_accepting(self._packs, view.on, by, after))
            if _cells(other, case) != before:
                yield case.name

    def _answered(self, case: OpenCase, day: date) -> tuple[View, Assessor, Cells]:
        if case.name not in self._answers:
            asked = (self._packs, day, self._known_by)
            view = options.view_of(*asked, accepted=self._accepted)
            assessor = Assessor(view)
            self._answers[case.name] = view, assessor, _cells(assessor, case)
        return self._answers[case.name]


def _is_held(kept: Kept) -> bool:
    """Tell whether the reader found that the shipped record says the same."""
    matched = kept.body.get("record")
    return isinstance(matched, dict) and matched.get("relation") == _SAME


def _latest(record: Record, packs: Packs, accepted: Accepted) -> KnownBy:
    """Give a day by which all that was recorded is known."""
    days = [packs.known_by, accepted.latest or packs.known_by]
    recorded = record.head().recorded
    if recorded:
        days.append(parse_day(recorded[:_DAY]))
    return KnownBy(max(days))


def _cells(assessor: Assessor, case: OpenCase) -> Cells:
    """Give what a case is answered, cell by cell."""
    found = assessor.assess(case.subject.transaction, advise=False)
    return tuple(
        (
            cell.course,
            cell.regime,
            cell.verdict,
            cell.could_be,
            cell.also,
            cell.review_policy,
            tuple((f.provision.id, f.truth, f.state) for f in cell.findings),
        )
        for row in found.rows
        for cell in row.cells
    )


def _with(accepted: Accepted, entry: str, *told: AcceptedClaim | Unread) -> Accepted:
    """Give what is accepted with the claims of an entry in place of those it had."""
    claims = (each for each in told if not isinstance(each, Unread))
    return Accepted((*accepted.without(entry).claims, *claims))
