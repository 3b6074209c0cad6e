"""The desk at which entries are reviewed: what waits, and what each could change."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from antinomy.cli import options
from antinomy.cli.record_accepted import accepted_in, beside, load_grades
from antinomy.cli.subject import Subject, subject_from
from antinomy.record import (
    THINGS,
    Beside,
    Effect,
    Grades,
    Kept,
    Record,
    Waiting,
    cite_of,
    claim_of,
    contradicted_by,
    first_to_tell,
    in_order,
    newer_sources,
    thing_claimed,
    waits,
)
from antinomy.values import KnownBy
from antinomy.verdict import Assessor
from antinomy.view import (
    Accepted,
    AcceptedClaim,
    AcceptedTurn,
    Packs,
    View,
    against_packs,
    entry_of_claim,
    view_accepting,
    why_unread,
    with_accepted,
)

EVER = date.max
_REVIEWED = (*(kind for kind in THINGS if kind != "source"), "withdrawal", "revision")
_PACKS = "packs"

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
        self._accepted = accepted_in(record, self._grades, None)
        self._cases = [OpenCase(p.name, subject_from(p, packs)) for p in cases]
        self._answers: dict[str, tuple[View, Assessor, Cells]] = {}

    def waiting(self) -> tuple[Waiting, ...]:
        """Give every entry that waits for review, the most telling first."""
        with closing(self._record.as_of(EVER, kinds=("source",))) as found:
            newer = newer_sources(source.first for source in found)
        with closing(self._record.as_of(EVER, kinds=_REVIEWED)) as found:
            kept = [(one, why) for one in found if (why := waits(one, newer))]
        lean = self._beside([one for one, _ in kept])
        claims = {one.id: claim_of(one, lean) for one, _ in kept}
        made = [claim for claim in claims.values() if not isinstance(claim, str)]
        first = first_to_tell([*self._accepted, *made])
        told = []
        for one, why in kept:
            claim = claims[one.id]
            by = one.id if isinstance(claim, str) else first[thing_claimed(claim)]
            waiting = self._waiting(one, claim, lean)
            told.append(replace(waiting, reason=why, is_new=by == one.id))
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

    def claim(self, kept: Kept) -> AcceptedClaim | str:
        """Give the claim that an entry makes, or why it makes none."""
        return claim_of(kept, self._beside([kept]))

    # ------------------------------------------------------------ parts

    def _beside(self, kept: list[Kept]) -> Beside:
        """Gather what entries lean on; an act may be about one that waits too."""
        lean = beside(self._record, kept, self._grades, EVER)
        missing = {one.first.entry.about for one in kept} - {"", *lean.entries}
        entries = dict(lean.entries)
        for name in sorted(missing):
            with closing(self._record.as_of(EVER, kinds=THINGS, about=name)) as found:
                entries |= {one.id: one for one in found}
        return replace(lean, entries=entries)

    def _waiting(self, kept: Kept, claim: AcceptedClaim | str, lean: Beside) -> Waiting:
        cite = cite_of(kept, lean.sources)
        waiting = Waiting(
            kept=kept,
            reason="new",
            effect=Effect.NOTHING,
            cases=(),
            against=(),
            grade=self._grades.grade(cite),
            standing=cite.standing,
            is_new=True,
            why_nothing=claim if isinstance(claim, str) else "",
        )
        if isinstance(claim, str):
            return waiting
        against, why = self._against(kept, claim), why_unread(self._packs, claim)
        if why:
            return replace(waiting, against=against, why_nothing=why)
        cases = tuple(self._changed(claim))
        effect = Effect.CASES if cases else Effect.RULES
        return replace(waiting, against=against, cases=cases, effect=effect)

    def _against(self, kept: Kept, claim: AcceptedClaim) -> tuple[str, ...]:
        """Name what a claim contradicts: accepted entries, those it ends, the packs."""
        about = kept.first.entry.about
        ended = (about,) if about and self._accepted.claim(about) else ()
        packs = (_PACKS,) if against_packs(self._packs, claim) else ()
        others = contradicted_by(claim, self._accepted)
        return tuple(dict.fromkeys((*others, *ended, *packs)))

    def _changed(self, claim: AcceptedClaim) -> Iterator[str]:
        """Name the open cases that a claim, accepted now, would answer otherwise."""
        for case in self._cases:
            if case.subject.day is None:
                continue
            view, assessor, before = self._answered(case, case.subject.day)
            with_claim = _together(self._accepted, claim)
            upon = with_accepted(self._packs, with_claim)
            if isinstance(claim, AcceptedTurn):
                by = KnownBy(max(view.known_by, claim.basis.known_from))
                other = Assessor(view_accepting(self._packs, view.on, by, with_claim))
            else:  # the law is the same, and so are its programs
                other = assessor.moved_to(View(upon, view.law))
            if _cells(other, case) != before:
                yield case.name

    def _answered(self, case: OpenCase, day: date) -> tuple[View, Assessor, Cells]:
        if case.name not in self._answers:
            view = options.view_of(self._packs, day, None, accepted=self._accepted)
            assessor = Assessor(view)
            self._answers[case.name] = view, assessor, _cells(assessor, case)
        return self._answers[case.name]


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


def _together(accepted: Accepted, claim: AcceptedClaim) -> Accepted:
    entry = entry_of_claim(claim)
    others = (c for c in accepted if entry_of_claim(c) != entry)
    return Accepted((*others, claim))
