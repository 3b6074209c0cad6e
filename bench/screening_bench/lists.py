"""The lists that names are screened against, in three settings, and the desk for each.

*as published* (S1): the files, with no name of our own tables. *with one Chinese name*
(S2): the same, and for each party the Chinese name that one of its cases states; those
cases are left out of the score. *as shipped*: the files and the tables of the packs.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path

from screening_bench.scoring import Case

from antinomy.cli.list_import import keep, read_files, source_named
from antinomy.cli.list_parties import held_lists
from antinomy.cli.list_store import ListStore
from antinomy.cli.name_index import IndexStore, NameIndex
from antinomy.cli.screen_lines import told_of
from antinomy.screening import (
    Alias,
    Answer,
    ListedParty,
    NameLexicon,
    Query,
    Screener,
    Supplement,
    Weights,
    load_name_lexicon,
    party_of,
    take_apart,
)
from antinomy.screening.keys import looked_for
from antinomy.view import Packs, open_packs

PACKS = Path(str(files("antinomy") / "packs"))
SCREENING_LIST, CHINESE_LISTS = "csl-2026-07-31.jsonl.xz", "cn-lists-for-cases.csv"
DAY = date(2026, 7, 31)
TOLD = "hanzi_simplified"  # the variation whose name S2 adds to its party
MOST = 40  # candidates from our index


def shipped_packs() -> Packs:
    """Open the packs as they are shipped."""
    return open_packs(PACKS)


def import_lists(packs: Packs, data: Path, lists: Path | None) -> None:
    """Import the list files of a folder; without one nothing is imported."""
    for name, file in (("csl", SCREENING_LIST), ("cn", CHINESE_LISTS)):
        if lists is not None:
            source = source_named(packs, name)
            found = read_files(lists / file, source)
            keep(packs, ListStore(data), source, DAY, found)


def as_published(data: Path, cases: Iterable[Case] = ()) -> tuple[ListedParty, ...]:
    """Give the parties of imported lists, with the names that some cases state."""
    store = ListStore(data)
    rows = [row for version in store.versions() for row in store.rows(version)]
    stated = [case for case in cases if case.variation == TOLD and case.expected]
    told: dict[tuple[str, str], Supplement] = {}
    for row in rows if stated else ():
        names = (row.entry, *row.names)
        found = [Alias(c.query, "chinese") for c in stated if c.accepts(names)]
        if found:
            told[row.list, row.entry] = Supplement(tuple(found))
    made = (party_of(row, told, DAY.isoformat()) for row in rows)
    return tuple(party for party in made if party.aliases)


def as_shipped(packs: Packs, data: Path) -> tuple[ListedParty, ...]:
    """Give the parties that the command screens against."""
    return held_lists(packs, ListStore(data), None).parties()


@dataclass(frozen=True)
class Desk:
    """A screener over parties, and what its answers are written with."""

    packs: Packs
    parties: Sequence[ListedParty]
    index: NameIndex
    lexicon: NameLexicon
    weights: Weights

    def screener(self) -> Screener:
        """Give a screener that has seen no name."""
        return Screener(self.index, self.lexicon, self.weights)

    @property
    def alert(self) -> float:
        """Give the score from which on a person should look."""
        return self.lexicon.scoring.rules["alert"]

    def candidates(self, name: str) -> Iterator[int]:
        """Give the numbers of the parties that the index brings up for a name."""
        terms = looked_for(take_apart(name, self.lexicon), self.lexicon)
        for number in self.index.candidates(terms, MOST):
            yield self.index.filed(number).party


def open_desk(packs: Packs, parties: Sequence[ListedParty], folder: Path) -> Desk:
    """Build or open the index of parties in a folder."""
    lexicon = load_name_lexicon(PACKS / "screening")
    index = IndexStore(folder, lexicon).open([folder.name], lambda: parties)
    weights = Weights(index.counts(), lexicon)
    return Desk(packs, parties, index, lexicon, weights)


def line(answer: Answer, packs: Packs) -> str:
    """Write an answer as the command does: results with proofs and sentences."""
    return json.dumps(told_of(answer, packs.words), ensure_ascii=False)


def names_of(party: ListedParty) -> tuple[str, ...]:
    """Give the name as on the list, then every name that it is screened under."""
    return (party.name, *(alias.name for alias in party.aliases))


def found_by(answer: Answer) -> list[tuple[float, tuple[str, ...]]]:
    """Give the results of an answer as scores and names."""
    return [(result.score, names_of(result.party)) for result in answer.results]


def answers(desk: Desk, names: Iterable[str]) -> list[Answer]:
    """Screen names one after the other."""
    screener = desk.screener()
    return [screener.screen(Query(name)) for name in names]
