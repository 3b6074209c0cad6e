"""Everything the packs say, by id."""

from collections.abc import Mapping
from dataclasses import dataclass

from antinomy.language import Compare, FactName, Names, Within, walk
from antinomy.law.courses import CourseBook
from antinomy.law.measure import Imposes, Measure, Provision
from antinomy.law.pack import Pack, Regime
from antinomy.values import Standing
from antinomy.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Law:
    """Vocabulary, courses, packs, measures and provisions, in the order of files."""

    vocabulary: Vocabulary
    names: Names
    book: CourseBook
    packs: Mapping[str, Pack]
    measures: Mapping[str, Measure]
    provisions: Mapping[str, Provision]

    @property
    def regimes(self) -> dict[str, Regime]:
        """Give all regimes in the order of the packs."""
        return {r.id: r for pack in self.packs.values() for r in pack.regimes}

    @property
    def modelled(self) -> frozenset[str]:
        """Give the regimes of which at least one norm is held."""
        return frozenset(
            provision.does.norm.regime
            for provision in self.provisions.values()
            if isinstance(provision.does, Imposes)
        )

    def standing_of(self, pack: str) -> dict[Standing, int]:
        """Count a pack's measures by the standing of their sources."""
        counts = dict.fromkeys(Standing, 0)
        for measure in self.measures.values():
            if measure.pack == pack:
                counts[measure.cite.standing] += 1
        return counts

    def words_tested(self, fact: FactName) -> frozenset[str]:
        """Give the words that some wording compares a fact with."""
        forms = (
            form
            for provision in self.provisions.values()
            for version in provision.versions
            for form in walk(version.when)
        )
        found: set[str] = set()
        for form in forms:
            match form:
                case Compare(of, _, str() as word) if of == fact:
                    found.add(word)
                case Within(of, words) if of == fact:
                    found |= words
        return frozenset(found)
