"""Try a mutant on the cases: does one of them fail?

Asking every case anew under every mutant would take days. A mutant is tried where it
can show: on the days on which a changed provision or set stands otherwise, in the
cases that want a cell of a regime that leans on it. Only the goals that lean on it are
decided anew, and where one of them changes the matrix is laid again and held against
what the case wants.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tests.cases.casefile import (
    Case,
    Court,
    Wanted,
    deal_differences,
    differences,
    law_differences,
)
from tests.cases.engines import Engines
from tests.cases.leaning import leaning
from tests.cases.mutants import Mutant
from tests.cases.sameness import weight

from antinomy.language import Concluded, Interpreter, Member
from antinomy.language.bounds import Bounds
from antinomy.language.case import AnyOf
from antinomy.law import Course, Law, Standing, Version, rule_name, standing
from antinomy.transaction import Transaction, case_of
from antinomy.values import Day, KnownBy, Truth
from antinomy.verdict.courses import courses_for, with_course
from antinomy.verdict.engine import Answers
from antinomy.verdict.grade import weigh
from antinomy.verdict.matrix import Row
from antinomy.verdict.prepare import prepare
from antinomy.verdict.rows import Rows
from antinomy.view import Packs, View, view_on

Asked = tuple[Day, KnownBy]
Table = Mapping[Concluded, Bounds]


@dataclass(frozen=True)
class Weighed:
    """One course of one question, with what every goal said before the change."""

    course: Course
    fits: Truth
    case: Member
    live: Table
    counted: Table


@dataclass(frozen=True)
class Question:
    """A case of a transaction on one of its days, weighed.

    ``hot`` are the goals that may hold in some course.
    """

    case: Case
    wanted: Wanted
    asked: Asked
    courses: tuple[Weighed, ...]
    cites: str
    places: frozenset[str]
    hot: frozenset[Concluded]

    @property
    def path(self) -> str:
        """Give the file of the case."""
        return self.case.path.as_posix()

    @property
    def regimes(self) -> set[str]:
        """Give the regimes of which the case wants a cell."""
        return {regime for _, regime in self.wanted.cells}


@dataclass
class _Changed:
    """What a mutant changes, day by day, as far as it was looked at."""

    mutant: Mutant
    court: Court
    cited: frozenset[str]
    names: dict[Asked, set[Concluded]] = field(default_factory=dict)
    views: dict[Asked, View] = field(default_factory=dict)
    rows: dict[Asked, Rows] = field(default_factory=dict)


class Trial:
    """The cases, weighed once under the packs as they are."""

    def __init__(self, packs: Packs, cases: Iterable[Case]) -> None:
        self._packs = packs
        self._views: dict[Asked, View] = {}
        self._engines = Engines()
        self._deals: list[Question] = []
        self._chips: list[tuple[Case, Wanted, Asked]] = []
        self._law: list[tuple[Case, Wanted]] = []
        self._lucky: dict[str, dict[int, None]] = {}  # what killed a mutant's kin
        self._leaning = leaning(packs)
        self._reviewed = {  # the regimes that a classification tells of
            regime.id
            for pack in packs.law.packs.values()
            if pack.destinations
            for regime in pack.regimes
        }
        for case in cases:
            for wanted in case.expect:
                self._note(case, wanted)

    def kills(self, mutant: Mutant) -> str | None:
        """Name a case that fails under a mutant; None where it lives."""
        for case, wanted in self._law:
            concerns = mutant.sets if case.places else case.measure == mutant.measure
            if concerns and law_differences(case, wanted, mutant.packs):
                return case.name
        change = _Changed(mutant, Court(mutant.packs), self._cited(mutant))
        for index in self._likely_first(mutant):
            if self._fails(self._deals[index], change):
                self._lucky.setdefault(mutant.kin, {})[index] = None
                return self._deals[index].case.name
        for case, wanted, asked in self._chips:
            if self._chip_fails(case, wanted, asked, change):
                return case.name
        return None

    # ------------------------------------------------------------ before the change

    def _note(self, case: Case, wanted: Wanted) -> None:
        if case.measure or case.places:
            self._law.append((case, wanted))
            return
        asked = (wanted.on, wanted.known_by or self._packs.known_by)
        if asked not in self._views:
            self._views[asked] = view_on(self._packs, *asked)
        if case.transaction is None:
            self._chips.append((case, wanted, asked))
            return
        self._deals.append(self._weighed(case, case.transaction, wanted, asked))

    def _weighed(
        self, case: Case, transaction: Transaction, wanted: Wanted, asked: Asked
    ) -> Question:
        view = self._views[asked]
        engine = self._engines.of(view.law)
        prepared = prepare(transaction, view)
        courses = []
        hot: set[Concluded] = set()
        for course, fits, member in _courses(prepared, view.packs.law):
            answers = engine.answer(member)
            live, counted = answers.live, answers.counted
            courses.append(Weighed(course, fits, member, live, counted))
            for table in (live, counted):
                hot |= {goal for goal, (_, possibly) in table.items() if possibly}
        return Question(
            case,
            wanted,
            asked,
            tuple(courses),
            str(prepared.root.known("refusal.cites")),
            frozenset(_words_in(courses[0].case)) if courses else frozenset(),
            frozenset(hot),
        )

    def _likely_first(self, mutant: Mutant) -> Iterator[int]:
        """Give the questions: what killed its kin, what it may reach, all others."""
        provisions = mutant.packs.law.provisions
        touched = filter(None, (*mutant.provisions, mutant.says))
        roots = {rule_name(provisions[name]) for name in touched}
        roots |= set(mutant.flags) | self._leaning.on_sets(mutant.sets)
        names, own = self._leaning.on(roots), f"/{mutant.pack}/"
        lucky = self._lucky.get(mutant.kin, {})
        yield from tuple(lucky)

        def unlikely(index: int) -> tuple[bool, bool]:
            question = self._deals[index]
            return names.isdisjoint(question.hot), own not in question.path

        others = [i for i in range(len(self._deals)) if i not in lucky]
        yield from sorted(others, key=unlikely)

    def _cited(self, mutant: Mutant) -> frozenset[str]:
        """Give the measures whose first known day the mutant moves."""
        old, new = self._packs.law.measures, mutant.packs.law.measures
        if old is new:
            return frozenset()
        return frozenset(i for i in old if old[i].known_from != new[i].known_from)

    # ------------------------------------------------------------ where it shows

    def _names(self, asked: Asked, change: _Changed) -> set[Concluded]:
        """Give what stands otherwise on a day, and all that leans on it."""
        if asked not in change.names:
            roots = self._roots(asked, change.mutant)
            change.names[asked] = self._leaning.on(roots)
        return change.names[asked]

    def _roots(self, asked: Asked, mutant: Mutant) -> set[Concluded]:
        view, law = self._views[asked], mutant.packs.law
        names = set(mutant.flags)
        for provision in mutant.provisions:
            before = weight(view.law.standings[provision])
            if before != weight(_standing(law, provision, asked)):
                names.add(rule_name(law.provisions[provision]))
        if mutant.says and view.law.standings[mutant.says].state.counted.possibly:
            names.add(rule_name(law.provisions[mutant.says]))
        if mutant.sets:
            sets = mutant.packs.catalogue.places.sets_on(*asked)
            if sets != view.law.live.sets:
                names |= self._leaning.on_sets(mutant.sets)
        return names

    def _view(self, asked: Asked, change: _Changed) -> View:
        if asked not in change.views:
            change.views[asked] = view_on(change.mutant.packs, *asked)
        return change.views[asked]

    # ------------------------------------------------------------ does a case fail

    def _fails(self, question: Question, change: _Changed) -> bool:
        mutant = change.mutant
        if question.cites in change.cited:
            return bool(differences(question.case, question.wanted, change.court))
        if mutant.place and mutant.place not in question.places:
            return False
        names: set[Concluded] = set()
        if mutant.days is not None:
            if not mutant.days[0] <= question.asked[0] <= mutant.days[1]:
                return False
        else:
            names = self._names(question.asked, change)
            if not self._concerns(question, names) or self._is_spared(question, mutant):
                return False
        laid = self._lay(question, names, change)
        return laid is not None and bool(
            deal_differences(question.wanted, laid, weigh(laid))
        )

    def _is_spared(self, question: Question, mutant: Mutant) -> bool:
        """Tell that a changed wording says of the case what the old one says."""
        if mutant.wording is None:
            return False
        law = self._views[question.asked].law
        scope = law.law.provisions[mutant.provisions[0]].scope
        old, new = mutant.wording
        return all(
            _worded(old, within, member) == _worded(new, within, member)
            for weighed in question.courses
            for program in (law.live, law.counted)
            for within in [Interpreter(program, weighed.case)]
            for member in _members(within, scope)
        )

    def _concerns(self, question: Question, names: set[Concluded]) -> bool:
        """Tell whether a case wants something that a change can reach."""
        if not names:
            return False
        if question.wanted.grade or names & self._leaning.courses:
            return True
        return bool(question.regimes & self._leaning.regimes_of(names))

    def _chip_fails(
        self, case: Case, wanted: Wanted, asked: Asked, change: _Changed
    ) -> bool:
        place = change.mutant.place
        if place and place not in wanted.review:
            return False
        names = self._names(asked, change)
        asks = bool(names & self._leaning.controls)
        if wanted.review:
            asks |= bool(self._leaning.regimes_of(names) & self._reviewed)
        return asks and bool(differences(case, wanted, change.court))

    def _lay(
        self, question: Question, names: set[Concluded], change: _Changed
    ) -> tuple[Row, ...] | None:
        """Give the matrix under the mutant; None where no goal changes."""
        law = self._view(question.asked, change).law
        shows = bool(change.mutant.says) or change.mutant.days is not None
        answered = []
        for weighed in question.courses:
            live = _anew(Interpreter(law.live, weighed.case), weighed.live, names)
            counted = live
            if law.counted.rules != law.live.rules:
                asleep = Interpreter(law.counted, weighed.case)
                counted = _anew(asleep, weighed.counted, names)
            shows |= live != weighed.live or counted != weighed.counted
            answered.append((weighed, Answers(live, counted)))
        if not shows:
            return None
        if question.asked not in change.rows:
            change.rows[question.asked] = Rows(self._view(question.asked, change))
        laid = change.rows[question.asked]
        rows = (laid.row(of.course, of.fits, answers) for of, answers in answered)
        return tuple(row for row in rows if row is not None)


def _courses(prepared: Transaction, law: Law) -> Iterator[tuple[Course, Truth, Member]]:
    for course, fits in courses_for(prepared, law):
        yield course, fits, case_of(with_course(prepared, course, law))


def _standing(law: Law, provision: str, asked: Asked) -> Standing:
    found = law.provisions[provision]
    return standing(law.measures[found.measure], found, *asked)


def _worded(version: Version, within: Interpreter, member: Member) -> object:
    """Give what a wording says of a member."""
    unless = version.unless and within.bounds(version.unless, member)
    return within.bounds(version.when, member), unless


def _members(within: Interpreter, scope: str) -> tuple[Member, ...]:
    """Give all members of a scope, and the unlisted one of each list around them."""
    found: tuple[Member, ...] = (within.root,)
    for inner in reversed(within.program.schema.lineage(scope)[:-1]):
        found = tuple(
            member
            for around in found
            for member in (
                *within.kids(around, inner)[0],
                within.unlisted(around, inner),
            )
        )
    return found


def _words_in(member: Member) -> Iterator[str]:
    """Give every word and place that a case holds."""
    for value in member.values.values():
        match value:
            case str():
                yield value
            case AnyOf(words):
                yield from words
            case _:
                continue
    for kids in member.children.values():
        for kid in kids:
            yield from _words_in(kid)


def _anew(within: Interpreter, before: Table, names: set[Concluded]) -> Table:
    """Give the goals with those that lean on a change decided anew."""
    goals = (goal for goal in names if goal in before)
    return {**before, **{goal: within.bounds(goal, within.root) for goal in goals}}
