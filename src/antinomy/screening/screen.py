"""Screen a name against the parties of lists."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from antinomy.screening.answer import Answer, Class, Query, Result, answer_class
from antinomy.screening.cleaning import LONGEST, Cleaned, clean, has_han
from antinomy.screening.compare import NOTHING, Comparison, compare_firms
from antinomy.screening.counts import Weights
from antinomy.screening.filing import FiledName
from antinomy.screening.keys import looked_for
from antinomy.screening.lexicon import NameLexicon
from antinomy.screening.parts import Name, parts_of
from antinomy.screening.party import ListedParty
from antinomy.screening.persons import compare_persons

_CANDIDATES = 40
_PERSON = "individual"
_COMMA = re.compile(r"[^\W\d_][\w' -]*, ?[^\W\d_][\w' .-]*")
_LATIN_LETTERS = 4  # fewer beside Chinese are an abbreviation within the name


class Index(Protocol):
    """Names of parties under their terms."""

    def candidates(self, terms: Sequence[str], most: int) -> Sequence[int]:
        """Give the numbers of the names that share the most telling terms."""

    def filed(self, number: int) -> FiledName:
        """Give a name by its number."""

    def party(self, number: int) -> ListedParty:
        """Give a party by its number."""

    def names_of(self, party: int) -> Iterable[FiledName]:
        """Give all names of a party."""


class Screener:
    """Screens names against an index of parties."""

    def __init__(self, index: Index, lexicon: NameLexicon, weigher: Weights) -> None:
        self._index = index
        self._lexicon = lexicon
        self._weigher = weigher
        self._rules = lexicon.scoring.rules

    def screen(self, query: Query, most: int = _CANDIDATES) -> Answer:
        """Answer for one name: every party it may be, best first.

        ``most`` is the count of names that are compared.
        """
        if len(query.name) > LONGEST:
            why = f"{len(query.name):,} letters, where a name has {LONGEST} at most"
            return Answer(query, "unread", why=why)
        cleaned = clean(query.name)
        forms = [form for form in self._forms(cleaned) if form.telling]
        if not forms:
            why = "nothing in it that tells one party from another"
            return Answer(query, "unread", steps=cleaned.steps, why=why)
        found: dict[int, Result] = {}
        for form in forms:
            for result, party in self._results(form, query, most):
                best = found.get(party)
                if best is None or result.score > best.score:
                    found[party] = result
        ranked = sorted(found.values(), key=_rank)
        return Answer(query, answer_class(ranked), tuple(ranked), cleaned.steps)

    def keys(self, query: Query) -> tuple[str, ...]:
        """Give the terms under which a name is looked for, each once."""
        forms = self._forms(clean(query.name[:LONGEST]))
        terms = (term for form in forms for term in looked_for(form, self._lexicon))
        return tuple(dict.fromkeys(terms))

    def _forms(self, cleaned: Cleaned) -> Iterator[Name]:
        """Give the name whole, its part in each script, and Chinese parts set apart."""
        yield parts_of(cleaned, self._lexicon)
        if not has_han(cleaned.text):
            return
        latin = " ".join(re.findall(r"[\x00-\x7f]+", cleaned.text))
        chinese = re.sub(r"[\x00-\x7f]+", "", cleaned.text)
        parts = [part for part in cleaned.text.split() if not part.isascii()]
        if len(re.sub("[^A-Za-z]", "", latin)) >= _LATIN_LETTERS and chinese:
            parts = [latin, chinese, *parts]
        for part in dict.fromkeys(parts):
            if part != cleaned.text:
                yield parts_of(replace(cleaned, text=part), self._lexicon)

    def _results(
        self, form: Name, query: Query, most: int
    ) -> Iterator[tuple[Result, int]]:
        terms = looked_for(form, self._lexicon)
        judged: dict[int, tuple[Comparison, FiledName]] = {}
        for number in self._index.candidates(terms, most):
            filed = self._index.filed(number)
            comparison = self._compared(form, filed, query)
            best = judged.get(filed.party)
            if best is None or self._worth(comparison, filed) > self._worth(*best):
                judged[filed.party] = comparison, filed
        for number, (comparison, filed) in judged.items():
            score = comparison.score * self._doubted(form, filed, comparison)
            if score >= self._rules["floor"]:
                party = self._index.party(number)
                alias = party.aliases[filed.alias]
                kind = self._class_of(score, comparison, alias.role, party)
                yield (
                    Result(party, alias, form.cleaned.text, score, kind, comparison),
                    number,
                )

    def _worth(self, found: Comparison, filed: FiledName) -> tuple[bool, float]:
        """Rank a name of a party: one that alerts and is not weak before others."""
        alerts = found.score >= self._rules["alert"]
        return alerts and not filed.weak and not found.bare, found.score

    def _compared(self, form: Name, filed: FiledName, query: Query) -> Comparison:
        """Compare as firms, as persons, or as both where nothing says which they are.

        A firm's name that is like a person's is half as like, and the other way round.
        """
        person, listed = filed.person, filed.name
        comma = _COMMA.fullmatch(query.name) is not None and not form.is_surely_firm
        stated = query.kind == "person" or (comma and not query.kind)
        if person or stated or (person is None and not form.is_firm):
            found = compare_persons(form, listed, self._lexicon, self._weigher.rarity)
            if person is False or (person and self._is_firm(form, query)):
                found = _halved(found)
            if person or stated:
                return found
        else:
            found = NOTHING
        if person is None and query.kind == "firm":
            return self._firms(form, listed)
        return max(found, self._firms(form, listed), key=lambda c: c.score)

    @staticmethod
    def _is_firm(form: Name, query: Query) -> bool:
        """Tell whether a name asked about is a firm's: said so, or by its words."""
        return query.kind == "firm" or (not query.kind and form.is_surely_firm)

    def _firms(self, form: Name, listed: Name) -> Comparison:
        weigh = self._weigher.prominence
        return compare_firms(form, listed, self._lexicon, weigh)

    def _doubted(self, form: Name, filed: FiledName, found: Comparison) -> float:
        """Doubt what agrees across scripts where a name in the same script does not.

        A Chinese name that only sounds like a party whose Chinese name is another, and
        an English one that only means what its Chinese name means.
        """
        listed = filed.name
        if form.hanzi == listed.hanzi or found.score < self._rules["floor"]:
            return 1.0
        if found.nats >= self._rules["sure"]:
            return 1.0
        if listed.hanzi and all(agreed.by != "meaning" for agreed in found.agreed):
            return 1.0
        names = (f.name for f in self._index.names_of(filed.party))
        same = [name for name in names if name.hanzi == form.hanzi]
        best = max((self._firms(form, name).score for name in same), default=1.0)
        return 1.0 if best >= self._rules["floor"] else self._rules["other_script"]

    def _class_of(
        self, score: float, found: Comparison, role: str, party: ListedParty
    ) -> Class:
        if score < self._rules["alert"] or found.against:
            return "alike"
        if found.bare or role == "weak" or found.agreed[0].by == "initials":
            return "weak_alias"
        if not found.missing and not found.telling_extra:
            return "listed"
        brands = (a.listed for a in found.agreed if a.brand)
        known = party.group or any(self._weigher.prominence(b) > 0 for b in brands)
        if known and party.kind != _PERSON:
            return "same_group"
        return "alike" if found.missing else "listed"


def _rank(result: Result) -> tuple[float, str, str]:
    return -result.score, result.party.name, result.party.list


def _halved(comparison: Comparison) -> Comparison:
    return replace(comparison, score=comparison.score / 2)
