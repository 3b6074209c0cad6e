"""The grade of a transaction, its smallest conflict set, and the ways out.

Counted over the courses available on the facts, at both bounds: the certain cells with
every course that may be available, and the worst cells with those that surely are.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import product

from antinomy.law import Policy
from antinomy.values import Truth
from antinomy.verdict.findings import Finding
from antinomy.verdict.matrix import Row
from antinomy.verdict.words import Grade, Verdict

_BREACHES = {Verdict.PROHIBITED, Verdict.LICENCE}


@dataclass(frozen=True, slots=True)
class Escape:
    """A course that is clean, or the paper that would take one out of breach."""

    course: str
    paper: str = ""
    policies: tuple[Policy, ...] = ()


@dataclass(frozen=True, slots=True)
class Antinomy:
    """The grade, the grades still possible, the norms in conflict, the ways out."""

    grade: Grade
    possible: tuple[Grade, ...]
    norms: tuple[str, ...]
    escapes: tuple[Escape, ...]
    one_sided: dict[str, tuple[str, ...]]
    not_weighed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Bound:
    """One way to read the open questions."""

    is_worst: bool
    courses_at_most: bool
    counts_sleeping: bool


def weigh(rows: tuple[Row, ...]) -> Antinomy:
    """Grade the matrix."""
    grades = []
    for is_worst, at_most in product((False, True), repeat=2):
        awake = _grade(rows, _Bound(is_worst, at_most, counts_sleeping=False))
        asleep = _grade(rows, _Bound(is_worst, at_most, counts_sleeping=True))
        if awake is Grade.NONE and asleep not in {None, Grade.NONE}:
            awake = Grade.LATENT
        grades.append(awake)
    possible = tuple(g for g in Grade if g in grades)
    grade = possible[0] if len(possible) == 1 and None not in grades else Grade.UNKNOWN
    return Antinomy(
        grade,
        possible,
        _conflict(rows, grade),
        _escapes(rows),
        _one_sided(rows),
        _not_weighed(rows),
    )


def _courses(rows: Iterable[Row], bound: _Bound) -> list[Row]:
    if bound.courses_at_most:
        return [row for row in rows if row.available.possibly]
    return [row for row in rows if row.available.certainly]


def _grade(rows: tuple[Row, ...], bound: _Bound) -> Grade | None:
    """Grade at one bound; None where no course is available there."""
    courses = _courses(rows, bound)
    if not courses:
        return None
    biting = [_biting(row, bound) for row in courses]
    if any(not norms for norms in biting):
        return Grade.NONE
    breaching = [[f for f in norms if _breaches(f, bound)] for norms in biting]
    if any(not norms for norms in breaching):
        return Grade.EXPOSED
    if any(all(_is_open_door(f, bound) for f in norms) for norms in breaching):
        return Grade.EXIT
    return Grade.HARD


def _biting(row: Row, bound: _Bound) -> list[Finding]:
    """Give the findings that spoil a course at a bound."""
    found = []
    for cell in row.cells:
        for finding in cell.findings:
            truth = finding.counted if bound.counts_sleeping else finding.truth
            if not (truth.possibly if bound.is_worst else truth.certainly):
                continue
            if finding.verdict is Verdict.EXPOSED or _breaches(finding, bound):
                found.append(finding)
    return found


def _breaches(finding: Finding, bound: _Bound) -> bool:
    """Tell whether a finding is a breach: not where its paper may be held."""
    if finding.verdict not in _BREACHES:
        return False
    return bound.is_worst or finding.is_held is not Truth.UNKNOWN


def _is_open_door(finding: Finding, bound: _Bound) -> bool:
    """Tell whether a recorded way out is not shut by its review policy."""
    return finding.has_route if bound.is_worst else finding.may_have_route


def _conflict(rows: tuple[Row, ...], grade: Grade) -> tuple[str, ...]:
    """Give the smallest set of norms whose removal frees a course."""
    if grade in {Grade.NONE, Grade.LATENT}:
        return ()
    bound = _Bound(is_worst=False, courses_at_most=True, counts_sleeping=False)
    sets = [
        tuple(sorted({f.provision.id for f in _biting(row, bound)}))
        for row in _courses(rows, bound)
    ]
    return min(sets, key=lambda norms: (len(norms), norms), default=())


def _escapes(rows: tuple[Row, ...]) -> tuple[Escape, ...]:
    """Give the courses clean at worst, then the papers that end a course's breach."""
    bound = _Bound(is_worst=False, courses_at_most=False, counts_sleeping=False)
    worst = replace(bound, is_worst=True)
    found: list[Escape] = []
    for row in _courses(rows, bound):
        if not _biting(row, worst):
            if not any(cell.is_unweighed for cell in row.cells):
                found.append(Escape(row.course.id))
            continue
        biting = _biting(row, bound)
        breaching = [f for f in biting if _breaches(f, bound)]
        if breaching and all(f.may_have_route for f in breaching):
            for finding in breaching:
                paper = finding.norm.licence or finding.norm.route
                found.append(Escape(row.course.id, paper, finding.policies))
    return tuple(dict.fromkeys(found))


def _one_sided(rows: tuple[Row, ...]) -> dict[str, tuple[str, ...]]:
    """Give, by course that is not clean, the regimes against it."""
    bound = _Bound(is_worst=False, courses_at_most=True, counts_sleeping=False)
    found = {}
    for row in _courses(rows, bound):
        regimes = dict.fromkeys(f.norm.regime for f in _biting(row, bound))
        if regimes:
            found[row.course.id] = tuple(regimes)
    return found


def _not_weighed(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """Give the regimes that the grade leaves out: not modelled, flagged or stale."""
    left_out = (
        cell.regime
        for row in rows
        for cell in row.cells
        if cell.verdict is Verdict.NOT_MODELLED or cell.is_unweighed
    )
    return tuple(dict.fromkeys(left_out))
