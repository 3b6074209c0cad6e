"""What ``antinomy record`` prints: entries with their days, chains, counts."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from rich.table import Table

from antinomy.cli.consoles import console, plain, print_address, print_line
from antinomy.cli.record_exchange import Taken
from antinomy.record import (
    Edge,
    Entry,
    Head,
    Kept,
    Left,
    Recorded,
    Undated,
    Valid,
    moment_text,
)
from antinomy.values import Lang, Truth
from antinomy.verdict import fill
from antinomy.view import Packs

_MOST_SHOWN = 60
_LONGEST = 100  # characters of a body in a table
_SECONDS = len("2026-01-01T00:00:00")


class Printer:
    """Prints in one language."""

    def __init__(self, packs: Packs, lang: Lang) -> None:
        self._packs = packs
        self._lang = lang
        self._out = console()

    def listed(self, found: Iterable[Kept]) -> None:
        """Print entries as a table, the first sixty of them."""
        entries = iter(found)
        shown = list(islice(entries, _MOST_SHOWN))
        if not shown:
            self._line(self._say("record.none"))
            return
        table = Table()
        for label in ("id", "kind", "valid", "what", "recorded"):
            table.add_column(self._say(f"record.{label}"), overflow="fold")
        for kept in shown:
            days = self._days(kept.valid)
            if kept.stands is Truth.UNKNOWN:
                days += f" ({self._say('record.possible')})"
            kind = self._say(f"record.kind.{kept.kind}")
            told = (kept.id, kind, days, _brief(kept.body), _moment(kept.first))
            table.add_row(*map(plain, told))
        self._out.print(table)
        if next(entries, None) is not None:
            self._line(f"… {self._say('record.more')}")

    def shown(self, kept: Kept) -> None:
        """Print one entry in full: its words, its dates and what befell it."""
        self._entry(kept.first, kept.words, kept.valid)
        if kept.stands is Truth.UNKNOWN:
            self._line(f"  {self._say('record.possible')}")
        if kept.words.id != kept.id:
            self._line(f"  {self._say('record.worded', id=kept.words.id)}")
        if kept.closing is not None:
            entry = kept.closing.entry
            day = self._edge(entry.valid.begins)
            self._line(f"  {self._say('record.closed', day=day, id=entry.id)}")
        if kept.kind == "source" and kept.sightings:
            seen = self._say("record.never_seen")
            if kept.last_seen is not None:
                seen = self._say("record.last_seen", day=kept.last_seen)
            self._line(f"  {seen}")
        if kept.is_vanished:
            self._line(f"  {self._say('record.vanished')}")
        if kept.review is not None:
            self._review(kept.review.entry.body)

    def history(self, chain: Sequence[Recorded]) -> None:
        """Print an entry and the acts upon it, each with all its dates."""
        for one in chain:
            self._entry(one, one.entry, one.entry.valid)

    def taken(self, taken: Taken) -> None:
        """Print what an import did."""
        counts = {"count": taken.appended, "already": taken.already}
        self._line(self._say("record.appended", **counts))

    def head(self, key: str, head: Head, file: object = "") -> None:
        """Print that something was done, with the head of the chain."""
        told = {"count": f"{head.sequence:,}", "file": file}
        self._line(self._say(f"record.{key}", **told))
        print_address(self._out, self._say("record.head", head=head.hash), "  ")

    def said(self, key: str, **values: object) -> None:
        """Print a sentence."""
        self._line(self._say(f"record.{key}", **values))

    def left(self, left: Left) -> Iterator[str]:
        """Give a line for each thing that an export left out."""
        for what, count in sorted(left.counts.items()):
            yield self._say("record.left", what=what, count=count)

    # ------------------------------------------------------------ parts

    def _entry(self, one: Recorded, words: Entry, valid: Valid) -> None:
        entry = one.entry
        kind = self._say(f"record.kind.{entry.kind}")
        self._line(f"{one.sequence}  {kind}  {entry.id}", "bold")
        days = [f"{self._say('record.valid')}: {self._days(valid)}"]
        for name, day in (("said", entry.said), ("published", entry.published)):
            told = self._say("record.unknown") if day is None else day.isoformat()
            days.append(f"{self._say(f'record.{name}')}: {told}")
        days.append(f"{self._say('record.recorded')}: {_moment(one)}")
        self._line(f"  {'; '.join(days)}")
        if entry.source:
            self._line(f"  {self._say('record.source')}: {entry.source}")
        for name, value in words.body.items():
            self._line(f"  {name}: {_text(value)}")

    def _review(self, body: dict[str, Any]) -> None:
        verdict = self._say(f"record.verdict.{body['verdict']}")
        who = {"reviewer": body["reviewer"], "reason": body["reason"]}
        self._line(f"  {self._say('record.reviewed', verdict=verdict, **who)}")

    def _days(self, valid: Valid) -> str:
        return f"{self._edge(valid.begins)} – {self._edge(valid.until)}"

    def _edge(self, edge: Edge) -> str:
        if isinstance(edge, Undated):
            return self._say(f"record.{edge.value}")
        return edge.isoformat()

    def _say(self, key: str, **parts: object) -> str:
        return fill(self._packs.words, key, **parts).say(self._lang)

    def _line(self, text: str, style: str = "") -> None:
        print_line(self._out, text, style)


def _moment(one: Recorded) -> str:
    return moment_text(one.recorded)[:_SECONDS].replace("T", " ")


def _brief(body: dict[str, Any]) -> str:
    own = body.get("text")
    if isinstance(own, str):
        told = own
    else:
        told = "; ".join(_text(v) for name, v in body.items() if name != "digest")
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"


def _text(value: Any) -> str:  # noqa: ANN401 - JSON
    match value:
        case dict():
            named = ("name", "id", "text")
            return next((str(value[n]) for n in named if n in value), _brief(value))
        case list():
            return ", ".join(_text(member) for member in value)
        case bool() | None:
            return {True: "true", False: "false", None: "–"}[value]
        case _:
            return str(value)
