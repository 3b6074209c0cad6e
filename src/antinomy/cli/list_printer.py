"""What ``antinomy lists`` prints: versions with their age, rows, what came and went."""

from collections.abc import Sequence
from datetime import date

from rich.table import Table

from antinomy.cli.consoles import console, plain, print_line
from antinomy.cli.list_import import Kept
from antinomy.cli.list_store import Version
from antinomy.lists import Designated
from antinomy.values import Lang, Text
from antinomy.verdict import fill
from antinomy.view import Packs

_MOST_SHOWN = 8  # names that came or went
_MOST_ROWS = 60


class Printer:
    """Prints in one language."""

    def __init__(self, packs: Packs, lang: Lang) -> None:
        self._packs = packs
        self._lang = lang
        self._out = console()

    def updated(self, source: str, kept: Kept | None) -> None:
        """Print what was fetched of a source, or that nothing is newer."""
        if kept is None:
            self._line(f"{source}: {self._say('lists.unchanged')}")
        else:
            self.imported(kept)

    def imported(self, kept: Kept) -> None:
        """Print what was imported, what was strange, and what came and went."""
        self.held((kept.version,))
        if kept.healed:
            self._line(f"  {self._say('lists.healed')}")
        for remark in kept.version.remarks:
            self._line(f"  {remark}")
        came, before = kept.came, kept.before
        if came is None or before is None:
            return
        for label, names in (("lists.added", came.added), ("lists.gone", came.gone)):
            counted = self._say(label, count=len(names), day=before.as_of)
            self._line(f"{counted}{':' if names else ''}")
            for name in names[:_MOST_SHOWN]:
                self._line(f"  {name}")
            if len(names) > _MOST_SHOWN:
                self._line(f"  … {self._say('lists.more')}")

    def held(self, versions: Sequence[Version], today: date | None = None) -> None:
        """Print the versions with their counts, and their age where a day is given."""
        if not versions:
            self._line(self._say("lists.none"))
            return
        table = Table()
        ages = ("age",) if today else ()
        for label in ("source", "as_of", *ages, "rows", "lists"):
            table.add_column(self._say(f"lists.{label}"), overflow="fold")
        for version in versions:
            counts = ", ".join(f"{n} {c:,}" for n, c in version.counts.items())
            source = self._packs.list_sources.sources.get(version.source)
            title = source.title if source else Text(version.source)
            days = (self._age(version, today),) if today else ()
            row = (
                title.say(self._lang),
                str(version.as_of),
                *days,
                f"{version.size:,}",
            )
            table.add_row(*map(plain, (*row, counts)))
        self._out.print(table)

    def history(self, rows: Sequence[Designated]) -> None:
        """Print rows with their days by law and as known."""
        if not rows:
            self._line(self._say("lists.no_rows"))
            return
        table = Table()
        for label in ("list", "name", "begins", "until", "known_from", "absent_since"):
            table.add_column(self._say(f"lists.{label}"), overflow="fold")
        for one in rows[:_MOST_ROWS]:
            days = (one.row.begins, one.row.until, one.known_from, one.absent_since)
            told = (str(day) if day else "–" for day in days)
            table.add_row(*map(plain, (one.row.list, one.row.entry, *told)))
        self._out.print(table)
        if len(rows) > _MOST_ROWS:
            self._line(f"… {self._say('lists.more')}")
        if any(one.absent_since for one in rows):
            self._line(self._say("lists.absent_is_not_delisted"))

    def _age(self, version: Version, today: date) -> str:
        return self._say("lists.days", count=(today - version.as_of).days)

    def _say(self, key: str, **parts: object) -> str:
        return fill(self._packs.words, key, **parts).say(self._lang)

    def _line(self, text: str) -> None:
        print_line(self._out, text, "")
