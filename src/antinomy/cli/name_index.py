"""The index of listed names on disk: built once a version of lists, opened at once.

``DIR/index/KEY`` names the parts of an index and the parties that are gone from them;
a part is a folder of its own below ``DIR/index/parts``: parties and names as JSON
Lines, where each begins, counts of words, and an n-gram index. A part never changes;
a new version of a list adds a small part beside the old ones. That is why the day of a
list stands beside the parts and not in each of its rows. Everything is written aside
and moved into place, so that what is there is whole.
"""

import gc
import hashlib
import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from antinomy.cli.index_part import IndexPart, Progress, write_part
from antinomy.screening import (
    Counts,
    FiledName,
    ListedParty,
    NameLexicon,
    counts_of,
)
from antinomy.values import IntegrityError, Json

_FORMAT = 4
_MOST_PARTS = 4
_FEWEST = 12  # names that a small part is asked for
_SMALL = 10  # percent of the parties that may change before all is built anew
_KEPT_NAMES = 8192  # names held in memory, taken apart
_KEY = 16  # letters of a digest that name a folder


def _silent(_done: int, _all: int) -> None:
    """Tell nobody how far the building is."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts of an index, with the parties gone from each, and the days of lists."""

    parts: tuple[str, ...]
    gone: tuple[tuple[int, ...], ...]
    days: Mapping[str, str]


_written = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


class NameIndex:
    """An opened index: the parties of its parts but those that are gone."""

    def __init__(
        self, folder: Path, plan: Plan, lexicon: NameLexicon, key: str = ""
    ) -> None:
        self.key = key
        self.plan = plan
        self._parts = [IndexPart(folder / "parts" / p, lexicon) for p in plan.parts]
        self._gone = [frozenset(gone) for gone in plan.gone]
        self._days = plan.days
        self._names_before = [0, *accumulate(p.names for p in self._parts)]
        self._parties_before = [0, *accumulate(p.parties for p in self._parts)]
        self.filed = lru_cache(_KEPT_NAMES)(self._filed)
        self.party = lru_cache(_KEPT_NAMES)(self._party)

    def candidates(self, terms: Sequence[str], most: int) -> Sequence[int]:
        """Give the numbers of the names that share the most telling terms."""
        found: list[int] = []
        largest = max((part.names for part in self._parts), default=0)
        for at, part in enumerate(self._parts):
            gone = self._gone[at]
            share = max(_FEWEST, most * part.names // largest) if largest else 0
            asked = part.candidates(terms, share + min(len(gone), most))
            kept = [n for n in asked if not gone or part.party_of(n) not in gone]
            found += [self._names_before[at] + number for number in kept[:share]]
        return found

    def names_of(self, party: int) -> Iterator[FiledName]:
        """Give all names of a party."""
        at = self._at(self._parties_before, party)
        first, last = self._parts[at].span(party - self._parties_before[at])
        for number in range(first, last):
            yield self.filed(self._names_before[at] + number)

    def counts(self) -> Counts:
        """Count words over the names that are not gone."""
        found = Counts(0, {}, {}, {})
        for part, gone in zip(self._parts, self._gone, strict=True):
            found = _sum(found, part.counts(), 1)
            if gone:
                names = (f for n in sorted(gone) for f in part.filed_of(n))
                found = _sum(found, counts_of(names), -1)
        return found

    def lines(self) -> Iterator[tuple[int, int, str]]:
        """Give each party that is not gone: part, number, and itself as written."""
        for at, part in enumerate(self._parts):
            for number in range(part.parties):
                if number not in self._gone[at]:
                    yield at, number, part.party_line(number)

    def party_at(self, part: int, number: int) -> ListedParty:
        """Give a party by its part and its number there, gone or not."""
        return self._party(self._parties_before[part] + number)

    def _filed(self, number: int) -> FiledName:
        at = self._at(self._names_before, number)
        filed = self._parts[at].filed(number - self._names_before[at])
        before = self._parties_before[at]
        return replace(filed, party=filed.party + before) if before else filed

    def _party(self, number: int) -> ListedParty:
        at = self._at(self._parties_before, number)
        party = self._parts[at].party(number - self._parties_before[at])
        day = party.version or self._days.get(party.list, "")
        return replace(party, version=day)

    @staticmethod
    def _at(before: list[int], number: int) -> int:
        at = 0
        while before[at + 1] <= number:
            at += 1
        return at


@dataclass(frozen=True, slots=True)
class Difference:
    """Between two indexes: the keys of the parties gone, and the names added."""

    gone: frozenset[str]
    added: NameIndex


class IndexStore:
    """The indexes below a folder of data."""

    def __init__(self, folder: Path, lexicon: NameLexicon) -> None:
        self._folder = folder / "index"
        self._lexicon = lexicon

    def open(
        self,
        made_of: Iterable[str],
        parties: Callable[[], Sequence[ListedParty]],
        progress: Progress = _silent,
    ) -> NameIndex:
        """Open the index of some parties, made now where it is not there.

        ``made_of`` tells which parties they are, without reading them.
        """
        key = _digest([self._stamp(), *made_of])
        plan = self._plan(key)
        found = plan and self._opened(plan, key)
        if found:
            return found
        with _undisturbed():
            rows = parties()
            days = _days(rows)
            lines = [_line(party, days) for party in rows]
            grown = self._grown(lines, rows, progress)
            parts = grown or self._whole(lines, rows, progress)
            made = replace(parts, days=days)
            self._keep(key, made)
        return NameIndex(self._folder, made, self._lexicon, key)

    def since(self, key: str, index: NameIndex) -> Difference | None:
        """Tell what an index has that an older one had not, and the other way round.

        None where the older one is not there, or all was built anew since.
        """
        old, new = self._plan(key), index.plan
        before = old and self._opened(old)
        if not old or not before or new.parts[: len(old.parts)] != old.parts:
            return None
        count = len(old.parts)
        later = Plan(new.parts[count:], new.gone[count:], new.days)
        added = NameIndex(self._folder, later, self._lexicon)
        gone = (
            before.party_at(at, number).key
            for at in range(count)
            for number in sorted({*new.gone[at]} - {*old.gone[at]})
        )
        return Difference(frozenset(gone), added)

    def _plan(self, key: str) -> Plan | None:
        """Read a plan; one that is not there or not whole is none."""
        if not key.isalnum():
            return None
        try:
            told = json.loads((self._folder / f"{key}.json").read_bytes())
            gone = tuple(map(tuple, told["gone"]))
            return Plan(tuple(told["parts"]), gone, told["days"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _opened(self, plan: Plan, key: str = "") -> NameIndex | None:
        """Open an index; a part that is not what was written is taken away."""
        try:
            return NameIndex(self._folder, plan, self._lexicon, key)
        except IntegrityError as error:
            if error.at is not None:
                shutil.rmtree(error.at.file, ignore_errors=True)
            return None

    def _keep(self, key: str, plan: Plan) -> None:
        told = {"stamp": self._stamp(), **asdict(plan)}
        handle, draft = tempfile.mkstemp(dir=self._folder, prefix=".draft-")
        with open(handle, "w", encoding="utf-8") as file:  # noqa: PTH123 - a handle
            json.dump(told, file)
        Path(draft).replace(self._folder / f"{key}.json")

    def _grown(
        self, lines: Sequence[str], parties: Sequence[ListedParty], progress: Progress
    ) -> Plan | None:
        """Add what is new to the newest index that differs little; None where none."""
        wanted = Counter(lines)
        for path in self._newest():
            old = self._plan(path.stem)
            if old is None or len(old.parts) >= _MOST_PARTS:
                continue
            before = self._opened(old)
            if before is None:
                continue
            gone, left = _changed(before, wanted)
            changed = sum(left.values()) + _count(gone) - _count(old.gone)
            if changed * 100 > len(lines) * _SMALL:
                continue
            added = [
                (line, party)
                for line, party in zip(lines, parties, strict=True)
                if _took(left, line)
            ]
            if not added:
                return Plan(old.parts, gone, {})
            part = self._part([a[0] for a in added], [a[1] for a in added], progress)
            return Plan((*old.parts, part), (*gone, ()), {})
        return None

    def _newest(self) -> list[Path]:
        """Give the indexes made with the same words, the newest first."""
        found = [p for p in self._folder.glob("*.json") if self._is_alike(p)]
        return sorted(found, key=lambda p: (-p.stat().st_mtime_ns, p.name))

    def _is_alike(self, path: Path) -> bool:
        try:
            told = json.loads(path.read_bytes())
        except (OSError, ValueError):
            return False
        return isinstance(told, dict) and told.get("stamp") == self._stamp()

    def _whole(
        self, lines: Sequence[str], parties: Sequence[ListedParty], progress: Progress
    ) -> Plan:
        return Plan((self._part(lines, parties, progress),), ((),), {})

    def _part(
        self, lines: Sequence[str], parties: Sequence[ListedParty], progress: Progress
    ) -> str:
        """Write a part, unless it is there."""
        key = _digest([self._stamp(), *lines])
        folder = self._folder / "parts" / key
        if not folder.is_dir():
            folder.parent.mkdir(parents=True, exist_ok=True)
            draft = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".draft-"))
            try:
                write_part(draft, lines, parties, self._lexicon, progress)
                draft.replace(folder)
            except OSError:
                if not folder.is_dir():  # else another process was first
                    raise
            finally:
                shutil.rmtree(draft, ignore_errors=True)
        return key

    def _stamp(self) -> str:
        return f"{_FORMAT} {self._lexicon.digest}"


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let no search for garbage go through the many rows that all stay."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _changed(
    old: NameIndex, wanted: Counter[str]
) -> tuple[tuple[tuple[int, ...], ...], Counter[str]]:
    """Give what of an index is not wanted, and what is wanted and not in it."""
    gone = [list(numbers) for numbers in old.plan.gone]
    left = wanted.copy()
    for at, number, line in old.lines():
        if not _took(left, line):
            gone[at].append(number)
    return tuple(map(tuple, gone)), +left


def _sum(one: Counts, other: Counts, sign: int) -> Counts:
    return Counts(
        one.names + sign * other.names,
        _added(one.anywhere, other.anywhere, sign),
        _added(one.first, other.first, sign),
        _added(one.tokens, other.tokens, sign),
    )


def _added(
    one: Mapping[str, int], other: Mapping[str, int], sign: int
) -> Mapping[str, int]:
    found = dict(one)
    for word, count in other.items():
        found[word] = found.get(word, 0) + sign * count
    return found


def _took(left: Counter[str], line: str) -> bool:
    """Take a line out of those that are left, if it is among them."""
    if left[line] < 1:
        return False
    left[line] -= 1
    return True


def _count(gone: Iterable[Sequence[int]]) -> int:
    return sum(map(len, gone))


def _days(parties: Iterable[ListedParty]) -> dict[str, str]:
    """Give for each list the day of its first row: what is imported stands first."""
    found: dict[str, str] = {}
    for party in parties:
        found.setdefault(party.list, party.version)
    return found


def _line(party: ListedParty, days: Mapping[str, str]) -> str:
    """Write a party, without the day of its list."""
    told = party.as_json()
    if party.version and party.version == days[party.list]:
        del told["version"]
    return _written(told)


def _digest(texts: Iterable[Json]) -> str:
    found = hashlib.sha256()
    for text in texts:
        found.update(str(text).encode() + b"\n")
    return found.hexdigest()[:_KEY]
