"""Print what a page tells, for eyes: lines, timeline, statements, numbers, ledger."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.table import Table

from antinomy.cli.consoles import console, plain, print_address, print_line
from antinomy.press import (
    Event,
    Extent,
    LedgerEntry,
    Quantity,
    Reading,
    ReadingWords,
    Statement,
    Thing,
    Time,
)
from antinomy.values import Lang, Text, show_number
from antinomy.verdict import fill
from antinomy.view import Packs

_STYLES = {
    "supported": "green",
    "contradicted": "bold red",
    "imprecise": "yellow",
    "unverifiable": "magenta",
}


class PagePrinter:
    """Prints one page in a language."""

    def __init__(self, packs: Packs, reading: ReadingWords, lang: Lang) -> None:
        self._words = packs.words
        self._things: Mapping[str, Thing] = reading.names.things
        self._remarks = reading.sources.remarks
        self._lang = lang
        self._out: Console = console()

    def show(
        self, reading: Reading, ledger: Sequence[LedgerEntry], *, dropped: bool
    ) -> None:
        """Print a page; ``dropped`` also shows the text of lines not read."""
        self._head(reading)
        self._lines(reading)
        self._dropped(reading, shown=dropped)
        if reading.twin.text:
            self._events(reading)
            self._statements(reading)
            self._quantities(reading)
            self._ledger(reading, ledger)

    def _head(self, reading: Reading) -> None:
        opened = reading.opened
        source = opened.source
        told = self._word(
            "read.head",
            name=source.name,
            kind=source.kind,
            encoding=opened.decoded.encoding or "-",
            size=f"{source.size:,}",
        )
        print_line(self._out, told, "bold")
        print_line(self._out, self._word("read.digest", digest=source.digest), "dim")
        anchors = reading.anchors
        if anchors.page is None:
            print_line(self._out, self._word("read.day.none"))
        else:
            basis = self._word(f"read.basis.{anchors.basis}")
            print_line(self._out, self._word("read.day", day=anchors.page, basis=basis))
        for remark in opened.remarks:
            told = self._remarks[remark.code].say(self._lang)
            print_line(self._out, told.replace("{seen}", remark.seen), "yellow")
        repairs = Counter((r.kind, r.rule) for r in reading.twin.repairs)
        for (kind, rule), count in sorted(repairs.items()):
            named = self._word(f"read.repair.{kind}")
            told = self._word("read.repaired", kind=named, rule=rule, count=count)
            print_line(self._out, told)
        if not reading.twin.text:
            print_line(self._out, self._word("read.nothing"), "bold yellow")

    def _lines(self, reading: Reading) -> None:
        read = [judged for judged in reading.lines if judged.is_read]
        if not read:
            return
        table = self._table("read.lines", "read.line", "read.role", "read.text")
        for judged in read:
            role = self._word(f"read.role.{judged.role}")
            row = (str(judged.line.number), role, judged.line.text.strip())
            table.add_row(*map(plain, row))
        self._put(table)

    def _dropped(self, reading: Reading, *, shown: bool) -> None:
        left = [j for j in reading.lines if not j.is_read and j.role != "blank"]
        if not left:
            return
        columns = ["read.line", "read.length", "read.kind", "read.rule"]
        if shown:
            columns.append("read.text")
        table = self._table("read.dropped", *columns)
        for judged in left:
            row = [
                str(judged.line.number),
                str(len(judged.line.text)),
                self._word(f"read.kind.{judged.kind}"),
                judged.rule,
            ]
            if shown:
                row.append(judged.line.text.strip())
            table.add_row(*map(plain, row))
        self._put(table)

    def _events(self, reading: Reading) -> None:
        if not reading.events:
            print_line(self._out, self._word("read.no_event"))
            return
        columns = ("read.when", "read.event", "read.who", "read.what", "read.where")
        table = self._table("read.events", "read.number", *columns)
        for number, event in sorted(
            enumerate(reading.events, 1), key=lambda told: _order(told[1])
        ):
            row = (
                f"e{number}",
                self._days(event.when),
                self._kind(event),
                self._named(event.actors),
                self._of(event.object, event.place),
                _places(reading, event.extents),
            )
            table.add_row(*map(plain, row))
        self._put(table)

    def _kind(self, event: Event) -> str:
        kind = self._word(f"read.event.{event.kind}")
        return self._word("read.negated", event=kind) if event.negated else kind

    def _statements(self, reading: Reading) -> None:
        if not reading.statements:
            return
        columns = ("read.when", "read.who", "read.said", "read.status", "read.where")
        table = self._table("read.statements", "read.number", *columns)
        for number, said in enumerate(reading.statements, 1):
            row = (
                f"s{number}",
                self._days(said.when),
                self._speaker(said),
                self._said(said, reading),
                self._status(said),
                _places(reading, said.extents),
            )
            table.add_row(*map(plain, row))
        self._put(table)

    def _quantities(self, reading: Reading) -> None:
        if not reading.quantities:
            return
        columns = ("read.value", "read.of", "read.when", "read.where")
        table = self._table("read.quantities", "read.number", *columns)
        for number, quantity in enumerate(reading.quantities, 1):
            row = (
                f"q{number}",
                self._value(quantity),
                self._named(filter(None, [quantity.subject])),
                self._days(quantity.when) if quantity.when else "",
                _places(reading, (quantity.extent,)),
            )
            table.add_row(*map(plain, row))
        self._put(table)

    def _ledger(self, reading: Reading, ledger: Sequence[LedgerEntry]) -> None:
        if not ledger:
            return
        print_line(self._out, self._word("read.ledger"), "bold")
        for entry in ledger:
            verdict = self._word(f"read.{entry.verdict}")
            where = _places(reading, entry.extents)
            line = plain(f"  {verdict}", _STYLES[entry.verdict])
            line.append(plain(f" · {entry.item} · {self._word('read.line')} {where}"))
            self._out.print(line)
            for issue in entry.issues:
                field = self._word(f"read.field.{issue.field}")
                key = "read.issue" if issue.told else "read.lacks"
                told = self._word(key, field=field, told=issue.told, held=issue.held)
                print_line(self._out, f"    {told}")
            print_line(self._out, f"    {entry.right.say(self._lang)}")
            standing = entry.standing
            if standing.status != "standing":
                status = self._word(f"read.status.{standing.status}")
                told = self._word("read.since", status=status, item=standing.by)
                print_line(self._out, f"    {told}", "yellow")
            for source in entry.evidence:
                print_line(self._out, f"    {source.cite.text}", "dim")
                print_address(self._out, source.cite.address, "    ")
        self._out.print()

    def _value(self, quantity: Quantity) -> str:
        unit = self._word(f"read.unit.{quantity.unit}")
        value = show_number(quantity.value)
        if quantity.upper is not None:
            value += f"–{show_number(quantity.upper)}"
        return self._word(
            f"read.relation.{quantity.relation}", value=f"{value} {unit}".strip()
        )

    def _status(self, said: Statement) -> str:
        status = self._word(f"read.status.{said.status}")
        if said.settled_by is None:
            return status
        by = said.settled_by.replace("#", "e")
        return self._word("read.by", status=status, event=by)

    def _said(self, said: Statement, reading: Reading) -> str:
        words = said.extents[0].of(reading.twin.text).replace("\n", " ")
        told = f"“{words}”" if said.quoted else words
        return f"{self._word(f'read.stance.{said.stance}')}: {told}"

    def _speaker(self, said: Statement) -> str:
        who = self._named(filter(None, [said.speaker, said.org]))
        if said.reporter is None:
            return who
        reporter = self._named([said.reporter])
        return self._word("read.via", who=who, reporter=reporter)

    def _of(self, thing: str | None, place: str | None) -> str:
        parts = [thing.replace("#", "e")] if thing and thing.startswith("#") else []
        named = [t for t in (thing, place) if t and not t.startswith("#")]
        return " · ".join([*parts, *(self._name(t) for t in dict.fromkeys(named))])

    def _named(self, things: Iterable[str]) -> str:
        return ", ".join(self._name(thing) for thing in things)

    def _name(self, thing: str) -> str:
        held = self._things.get(thing)
        return Text(held.en, held.zh).say(self._lang) if held else thing

    def _days(self, time: Time | None) -> str:
        if time is None:
            return self._word("read.undated")
        first, last = time.start.isoformat(), time.end.isoformat()
        return first if first == last else f"{first}..{last}"

    def _table(self, title: str, *columns: str) -> Table:
        table = Table(title=self._word(title), title_justify="left", box=None)
        for column in columns:
            heading = "" if column == "read.number" else self._word(column)
            wide = column in {"read.text", "read.said"}
            table.add_column(heading, overflow="fold", ratio=3 if wide else None)
        return table

    def _put(self, table: Table) -> None:
        self._out.print(table)
        self._out.print()

    def _word(self, key: str, **given: object) -> str:
        return fill(self._words, key, **given).say(self._lang)


def _order(event: Event) -> tuple[bool, str, Extent]:
    """Put dated events first, by day, then by place on the page."""
    day = event.when.start.isoformat() if event.when else ""
    return event.when is None, day, event.extents[0]


def _places(reading: Reading, extents: Sequence[Extent]) -> str:
    """Give the numbers of the lines in which extents of the twin stand."""
    found = dict.fromkeys(reading.line_at(extent) for extent in extents)
    return ", ".join(str(number) for number in found)
