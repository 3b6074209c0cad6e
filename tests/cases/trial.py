"""Try a mutant on the cases: does one of them fail?

Asking every case anew under every mutant would take hours. A mutant is tried where it
can show: on the days on which a changed provision or set stands otherwise, only the
goals that lean on it are decided anew, and where one of them changes the matrix is
laid again and held against what the case wants.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tests.cases.casefile import (
    Case,
    Court,
    Wanted,
    deal_differences,
    differences,
    law_differences,
)
from tests.cases.mutants import Mutant

from antinomy.language import Concluded, Form, Interpreter, Member, walk
from antinomy.language.bounds import Bounds
from antinomy.language.case import AnyOf
from antinomy.language.form import WithinSet
from antinomy.law import (
    Concludes,
    Course,
    Imposes,
    Law,
    Provision,
    Standing,
    breach_name,
    course_name,
    flag_name,
    rule_name,
    standing,
)
from antinomy.transaction import Transaction, case_of
from antinomy.values import Day, KnownBy, Truth
from antinomy.verdict.courses import courses_for, with_course
from antinomy.verdict.engine import Answers
from antinomy.verdict.grade import weigh
from antinomy.verdict.matrix import Row
from antinomy.verdict.prepare import prepare
from antinomy.verdict.weigher import Weigher
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
    """A case on one of its days, weighed."""

    case: Case
    wanted: Wanted
    asked: Asked
    courses: tuple[Weighed, ...]
    cites: str
    places: frozenset[str]


class Trial:
    """The cases, weighed once under the packs as they are."""

    def __init__(self, packs: Packs, cases: Iterable[Case]) -> None:
        self._packs = packs
        self._views: dict[Asked, View] = {}
        self._weighers: dict[Asked, Weigher] = {}
        self._deals: list[Question] = []
        self._chips: list[tuple[Case, Wanted, Asked]] = []
        self._law: list[tuple[Case, Wanted, Asked]] = []
        for case in cases:
            for wanted in case.expect:
                self._note(case, wanted)
        self._leaning = _leaning(packs.law)

    def kills(self, mutant: Mutant) -> str | None:
        """Name a case that fails under a mutant; None where it lives."""
        court = Court(mutant.packs)
        for case, wanted, _ in self._law:
            concerns = mutant.sets if case.places else case.measure == mutant.measure
            if concerns and law_differences(case, wanted, mutant.packs):
                return case.name
        for asked, changed in self._touched(mutant):
            for name in self._fails(mutant, asked, changed, court):
                return name
        return None

    # ------------------------------------------------------------ before the change

    def _note(self, case: Case, wanted: Wanted) -> None:
        asked = (wanted.on, wanted.known_by or self._packs.known_by)
        if asked not in self._views:
            self._views[asked] = view_on(self._packs, *asked)
        if case.transaction is None:
            asked_of = self._law if case.measure or case.places else self._chips
            asked_of.append((case, wanted, asked))
            return
        if asked not in self._weighers:
            self._weighers[asked] = Weigher(self._views[asked])
        engine = self._weighers[asked].engine

        def tables(member: Member) -> tuple[Table, Table]:
            answers = engine.answer(member)
            return answers.live, answers.counted

        view = self._views[asked]
        prepared = prepare(case.transaction, view)
        courses = tuple(
            Weighed(course, fits, member, *tables(member))
            for course, fits, member in _courses(prepared, view.packs.law)
        )
        cites = str(prepared.root.known("refusal.cites"))
        places = frozenset(_words_in(courses[0].case)) if courses else frozenset()
        self._deals.append(Question(case, wanted, asked, courses, cites, places))

    # ------------------------------------------------------------ where it shows

    def _touched(self, mutant: Mutant) -> Iterator[tuple[Asked, set[Concluded]]]:
        """Give the days on which something stands otherwise, and what leans on it."""
        flags = {flag_name(flag) for flag in mutant.flags}
        for asked, view in self._views.items():
            names = set(flags)
            for name in mutant.provisions:
                before, after = view.law.law, mutant.packs.law
                if _weight(view.law.standings[name]) != _standing(after, name, asked):
                    names.add(rule_name(before.provisions[name]))
            if mutant.says and view.law.standings[mutant.says].state.counted.possibly:
                names.add(rule_name(view.law.law.provisions[mutant.says]))
            if mutant.sets and self._sets_differ(mutant, asked):
                names |= self._leaning.by_set(mutant.sets, self._packs)
            if names or mutant.everywhere or self._cites(asked, mutant):
                yield asked, self._leaning.on(names)

    def _sets_differ(self, mutant: Mutant, asked: Asked) -> bool:
        places = mutant.packs.catalogue.places
        return places.sets_on(*asked) != self._views[asked].law.live.sets

    def _cites(self, asked: Asked, mutant: Mutant) -> bool:
        cited = self._cited(mutant)
        return any(q.cites in cited for q in self._deals if q.asked == asked)

    def _cited(self, mutant: Mutant) -> tuple[str, ...]:
        """Give the measures whose first known day the mutant moves."""
        old, new = self._packs.law.measures, mutant.packs.law.measures
        if old is new:
            return ()
        return tuple(i for i in old if old[i].known_from != new[i].known_from)

    # ------------------------------------------------------------ does a case fail

    def _fails(
        self, mutant: Mutant, asked: Asked, changed: set[Concluded], court: Court
    ) -> Iterator[str]:
        view = view_on(mutant.packs, *asked)
        weigher = _Laid(view)
        cited = self._cited(mutant)
        for question in self._deals:
            if question.asked != asked:
                continue
            if question.cites in cited:
                if differences(question.case, question.wanted, court):
                    yield question.case.name
                continue
            if mutant.place and mutant.place not in question.places:
                continue
            everywhere = mutant.everywhere or bool(mutant.says)
            laid = self._lay(question, weigher, changed, everywhere=everywhere)
            if laid is not None and deal_differences(
                question.wanted, laid, weigh(laid)
            ):
                yield question.case.name
        for case, wanted, when in self._chips:
            asks = self._leaning.reviews if wanted.review else self._leaning.controls
            is_spared = mutant.place and mutant.place not in wanted.review
            concerns = when == asked and changed & asks and not is_spared
            if concerns and differences(case, wanted, court):
                yield case.name

    def _lay(
        self,
        question: Question,
        weigher: "_Laid",
        changed: set[Concluded],
        *,
        everywhere: bool,
    ) -> tuple[Row, ...] | None:
        """Give the matrix under the mutant; None where no goal changes."""
        law, rows, shows = weigher.view.law, [], everywhere
        for weighed in question.courses:
            live = _anew(Interpreter(law.live, weighed.case), weighed.live, changed)
            counted = live
            if not law.is_alike:
                asleep = Interpreter(law.counted, weighed.case)
                counted = _anew(asleep, weighed.counted, changed)
            shows |= live != weighed.live or counted != weighed.counted
            answers = Answers(live, counted)
            available = answers.available(weighed.course.id) & weighed.fits
            hidden = weighed.course.is_only_if_stated and available is not Truth.TRUE
            if available.possibly and not hidden:
                cells = weigher.cells(weighed.course.id, answers)
                rows.append(Row(weighed.course, available, cells))
        return tuple(rows) if shows else None


class _Laid(Weigher):
    """A weigher that lays the cells from answers given, with no engine of its own."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._modelled = view.packs.law.modelled


def _courses(prepared: Transaction, law: Law) -> Iterator[tuple[Course, Truth, Member]]:
    for course, fits in courses_for(prepared, law):
        yield course, fits, case_of(with_course(prepared, course, law))


def _standing(law: Law, provision: str, asked: Asked) -> object:
    found = law.provisions[provision]
    return _weight(standing(law.measures[found.measure], found, *asked))


def _weight(found: Standing) -> object:
    """Give what a standing decides, without the events that it is told by."""
    return (found.state, found.version, found.would_be, found.back_on, found.instead)


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


def _anew(within: Interpreter, before: Table, changed: set[Concluded]) -> Table:
    """Give the goals with those that lean on a change decided anew."""
    redone = {
        goal: within.bounds(goal, within.root) for goal in before if goal in changed
    }
    return {**before, **redone}


@dataclass
class _Leaning:
    """What leans on what, over all wordings of all days."""

    law: Law
    above: Mapping[Concluded, frozenset[Concluded]]

    def on(self, names: set[Concluded]) -> set[Concluded]:
        """Give names and everything that leans on them."""
        found, fresh = set(names), list(names)
        while fresh:
            for name in self.above.get(fresh.pop(), ()):
                if name not in found:
                    found.add(name)
                    fresh.append(name)
        return found

    def by_set(self, sets: Sequence[str], packs: Packs) -> set[Concluded]:
        """Give the rules whose wording uses a set, or one made from it."""
        wanted = set(sets)
        for named in packs.catalogue.places.sets.values():
            if wanted & {*named.any_of, *named.less}:
                wanted.add(named.name)
        return {
            name
            for name, forms in _wordings(self.law)
            for form in forms
            for part in walk(form)
            if isinstance(part, WithinSet) and part.name in wanted
        }

    @cached_property
    def controls(self) -> set[Concluded]:
        """Give the paragraphs that a classification names."""
        return {
            rule_name(p)
            for p in self.law.provisions.values()
            if isinstance(p.does, Concludes) and (p.does.control or p.does.tariff_band)
        }

    @cached_property
    def reviews(self) -> set[Concluded]:
        """Give what licences and policies by destination are told from."""
        return {rule_name(p) for p in self.law.provisions.values()}


def _leaning(law: Law) -> _Leaning:
    above: dict[Concluded, set[Concluded]] = {}
    for name, forms in _wordings(law):
        for form in forms:
            for part in walk(form):
                if isinstance(part, Concluded):
                    above.setdefault(part, set()).add(name)
    for provision in law.provisions.values():
        for name in _stands_for(provision, law):
            above.setdefault(rule_name(provision), set()).add(name)
    return _Leaning(law, {name: frozenset(users) for name, users in above.items()})


def _wordings(law: Law) -> Iterator[tuple[Concluded, tuple[Form, ...]]]:
    for provision in law.provisions.values():
        for version in provision.versions:
            unless = () if version.unless is None else (version.unless,)
            yield rule_name(provision), (version.when, *unless)
    for pack in law.packs.values():
        yield from ((flag_name(f.id), (f.scope,)) for f in pack.flagged)
    yield from ((course_name(c.id), (c.available,)) for c in law.book.courses)


def _stands_for(provision: Provision, law: Law) -> Iterator[Concluded]:
    """Give what a provision's rule enters: a predicate, a breach, what it excepts."""
    match provision.does:
        case Concludes(name):
            yield Concluded(provision.scope, name)
        case Imposes():
            yield breach_name(provision.id)
        case _:
            targets = getattr(provision.does, "provisions", ())
            yield from (rule_name(law.provisions[target]) for target in targets)
