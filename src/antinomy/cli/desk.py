"""The desk where names are screened: the lists held, their index, what is set aside."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from antinomy.cli.accepted import AcceptList, no_accepted
from antinomy.cli.bars import bar
from antinomy.cli.list_parties import Held, held_lists
from antinomy.cli.list_store import ListStore
from antinomy.cli.name_index import IndexStore
from antinomy.cli.screen_words import sentence_of
from antinomy.parties import NameHit
from antinomy.screening import (
    Answer,
    Query,
    Result,
    Screener,
    Weights,
    load_name_lexicon,
)
from antinomy.values import Day
from antinomy.view import Packs

MOST_RESULTS = 10
_WIDE = 400  # names compared where nothing alike is to mean something


@dataclass(frozen=True)
class Desk:
    """All that screening needs: the lists held, the screener, and what was set aside.

    ``day`` is that on which what was set aside is looked at, ``key`` that of the index;
    ``since`` tells what changed since an older one.
    """

    packs: Packs
    held: Held
    screener: Screener
    accepted: AcceptList
    day: date
    key: str
    since: Callable[[str], "Since | None"]

    def answer(self, query: Query) -> Answer:
        """Screen a name, and keep the best results that it has."""
        found = self.accepted.applied(self.screener.screen(query), self.day)
        return found.cut(MOST_RESULTS)


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since an older index: parties gone, and a screener over the new."""

    gone: frozenset[str]
    answer: Callable[[Query], Answer]


def open_desk(
    packs: Packs,
    words: Path,
    data: Path,
    as_of: date | None,
    accepted: AcceptList | None = None,
) -> Desk:
    """Open lists and index; an index that is not there is made now, with a bar.

    ``words`` is the folder of packs, in which the words of names lie.
    """
    held = held_lists(packs, ListStore(data), as_of)
    lexicon = load_name_lexicon(words / "screening")
    with bar("index") as shown:
        task = shown.add_task("", total=None, visible=False)

        def tell(done: int, whole: int) -> None:
            shown.update(task, completed=done, total=whole, visible=done < whole)

        store = IndexStore(data, lexicon)
        index = store.open(held.made_of, held.parties, tell)
    weights = Weights(index.counts(), lexicon)
    aside = accepted or no_accepted()
    day = as_of or datetime.now(UTC).date()  # what was set aside runs out in our time

    def since(key: str) -> Since | None:
        changed = store.since(key, index)
        if changed is None:
            return None
        screener = Screener(changed.added, lexicon, weights)
        return Since(
            changed.gone,
            lambda query: aside.applied(screener.screen(query), day).cut(MOST_RESULTS),
        )

    screener = Screener(index, lexicon, weights)
    return Desk(packs, held, screener, aside, day, index.key, since)


class DeskSearch:
    """A search at the desk for the names of a transaction, wide and not cut short."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        known = desk.packs.list_sources.known_as
        days = {
            known[name]: Day(date.fromisoformat(day))
            for name, day in desk.held.versions.items()
            if name in known
        }
        in_part = sorted(known[n] for n in desk.held.in_part if n in known)
        self.held: Mapping[str, Day] = {
            n: d for n, d in days.items() if n not in in_part
        }
        self.held_in_part: Mapping[str, Day] = {
            n: d for n, d in days.items() if n in in_part
        }

    def hits(self, name: str) -> Sequence[NameHit] | None:
        """Give the listed names that a name is like; None for one that is no name."""
        desk = self._desk
        found = desk.screener.screen(Query(name), _WIDE)
        answer = desk.accepted.applied(found, desk.day)
        if answer.kind == "unread":
            return None
        known = self._desk.packs.list_sources.known_as
        words = self._desk.packs.words
        return [
            NameHit(
                list=known[result.party.list],
                name=result.alias.name,
                said=f"{result.score:.2f}: {sentence_of(result, words).en}",
                address=result.party.address,
                begins=_day(result.party.begins),
                is_sure=_is_sure(result),
            )
            for result in answer.results
            if result.party.list in known
            and (result.accepted is None or result.accepted.is_over)
        ]


def _day(text: str) -> Day | None:
    return Day(date.fromisoformat(text)) if text else None


def _is_sure(result: Result) -> bool:
    """Tell a name that the list itself gives, or that was confirmed."""
    alias = result.alias
    return alias.role in {"primary", "alias"} or alias.certainty == "primary"
