"""Print measures, their events and provisions, and what changes between two days."""

from collections import Counter
from datetime import date

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText

from antinomy.cli.consoles import console, print_address, print_line
from antinomy.law import (
    Authorises,
    Change,
    Concludes,
    Event,
    Excepts,
    Imposes,
    Measure,
    Modality,
    Norm,
    Practice,
    Provision,
    Reviews,
    Standing,
    State,
)
from antinomy.values import Citation, Lang
from antinomy.verdict import Words, fill
from antinomy.view import View

_DAYS = ("announced", "public_inspection", "published", "effective", "compliance")


class LawPrinter:
    """Print the law of a view in one language."""

    def __init__(self, view: View, lang: Lang) -> None:
        self._view = view
        self._words: Words = view.packs.words
        self._lang = lang
        self._out: Console = console()

    def say(self, key: str, **parts: object) -> str:
        """Give a word of the product in the language of the output."""
        return fill(self._words, key, **parts).say(self._lang)

    def all(self, measures: list[Measure]) -> None:
        """Print one row a measure."""
        self._asked()
        table = self._table(("measure", 5), ("state", 2), ("force", 1), ("citation", 3))
        for measure in measures:
            name = RichText(measure.title.say(self._lang))
            name.append(f"\n{measure.id} · {measure.issuer}", "dim")
            force = self.say(f"force.{measure.force.value}")
            table.add_row(name, self._states(measure), force, measure.cite.text)
        self._out.print(table)

    def one(self, measure: Measure) -> None:
        """Print one measure: citation, events, provisions, practice."""
        self._asked()
        title = f"{measure.title.say(self._lang)} · {measure.id}"
        self._out.print(RichText(title, style="bold"))
        kind = self.say(f"kind.{measure.kind}")
        force = self.say(f"force.{measure.force.value}")
        head = f"{measure.issuer} · {kind} · {force} · {measure.regime}"
        if measure.addressee:
            head += f" · {self.say('label.addressee')}: {measure.addressee}"
        self._out.print(RichText(head))
        self._cite(measure.cite, "")
        if measure.note is not None:
            self._line(measure.note.say(self._lang), "italic")
        self._head("label.events")
        for event in measure.events:
            self._event(event)
        if measure.provisions:
            self._head("label.provisions")
        for provision in measure.provisions:
            self._provision(provision)
        if measure.practice:
            self._head("label.practice")
            for practice in measure.practice:
                self._practice(practice)

    def changes(self, changes: tuple[Change, ...]) -> None:
        """Print what changes between two days."""
        table = self._table(("provision", 5), ("before", 2), ("after", 2), ("event", 3))
        for change in changes:
            name = RichText(change.provision.title.say(self._lang))
            name.append(f"\n{change.provision.id}", "dim")
            after = self._state(change.after.state)
            both = State.NOT_IN_FORCE not in {change.before.state, change.after.state}
            if change.is_reworded and both:
                after += f"\n({self.say('label.reworded')})"
            events = "\n".join(
                f"{self.say(f'event.{e.kind.value}')} {first_day(e)}: {e.cite.text}"
                for e in change.events
            )
            table.add_row(name, self._state(change.before.state), after, events)
        self._out.print(table)

    def _asked(self) -> None:
        on, known_by = self._view.on, self._view.known_by
        self._line(self.say("label.asked", on=on, known_by=known_by), "dim")

    def _head(self, key: str) -> None:
        head = self.say(key)
        self._out.print(RichText(f"\n{head[0].upper()}{head[1:]}", style="bold"))

    def _line(self, text: str, style: str) -> None:
        print_line(self._out, text, style)

    def _table(self, *columns: tuple[str, int]) -> Table:
        table = Table(box=box.SIMPLE_HEAD, show_lines=True, expand=True)
        for label, ratio in columns:
            table.add_column(self.say(f"label.{label}"), overflow="fold", ratio=ratio)
        return table

    def _state(self, state: State) -> str:
        return self.say(f"state.{state.value}")

    def _states(self, measure: Measure) -> str:
        """Give the states of a measure's provisions, with their number if several."""
        if not measure.provisions:
            return self.say("label.events_only")
        standings = self._view.law.standings
        counts = Counter(standings[p.id].state for p in measure.provisions)
        if len(counts) == 1:
            return self._state(next(iter(counts)))
        ordered = [state for state in State if state in counts]
        return "\n".join(f"{self._state(state)} ({counts[state]})" for state in ordered)

    def _cite(self, cite: Citation, indent: str) -> None:
        standing = self.say(f"standing.{cite.standing.value}")
        self._line(f"{indent}{cite.text} ({standing})", "dim")
        print_address(self._out, cite.address, indent)
        if cite.quote:
            self._line(f"{indent}“{cite.quote}”", "italic")

    def _event(self, event: Event) -> None:
        kind = self.say(f"event.{event.kind.value}")
        aside = (
            f" ({self.say('label.of_enforcement')})" if event.is_of_enforcement else ""
        )
        days = [
            f"{self.say(f'label.{name}')} {day}"
            for name in _DAYS
            if (day := getattr(event, name)) is not None
        ]
        if event.until is not None:
            days.append(f"{self.say('label.until')} {event.until}")
            if event.until_is_included is None:
                days.append(self.say("label.last_day_open"))
        if event.after is not None:
            days.append(f"{self.say('label.awaited_after')} {event.after}")
        self._line(f"  {kind}{aside} · {' · '.join(days)}", "cyan")
        standing = self.say(f"standing.{event.cite.standing.value}")
        self._line(f"    {event.cite.text} ({standing})", "dim")
        if event.only:
            self._line(
                f"    {self.say('label.concerns')}: {', '.join(event.only)}", "dim"
            )
        if event.note is not None:
            self._line(f"    {event.note.say(self._lang)}", "")

    def _provision(self, provision: Provision) -> None:
        found = self._view.law.standings[provision.id]
        state = self._state(found.state)
        title = provision.title.say(self._lang)
        self._line(f"  {title} · {state}", "cyan")
        self._line(f"    {provision.id}: {self._does(provision)}", "")
        self._open(found)
        for version in filter(None, (found.version, found.instead)):
            if version is found.instead:
                self._line(f"    {self.say('label.instead')}:", "italic")
            if version.when_text not in {"", "TRUE"}:
                self._line(f"    {self.say('label.when')} {version.when_text}", "")
            if version.unless_text:
                self._line(f"    {self.say('label.unless')} {version.unless_text}", "")
            self._cite(version.cite, "    ")

    def _open(self, found: Standing) -> None:
        """Say why a state is open and what the terms recorded so far give."""
        if found.state is not State.UNKNOWN:
            return
        if found.would_be is not None:
            state, day = self._state(found.would_be), found.back_on
            key = "label.would_be" if day is None else "label.would_be_from"
            self._line(f"    {self.say(key, state=state, day=day)}", "italic")
        if found.note is not None:
            self._line(f"    {found.note.say(self._lang)}", "italic")

    def _does(self, provision: Provision) -> str:
        match provision.does:
            case Concludes(name, control, band):
                mark = control or band
                what = f"{name} ({mark})" if mark else name
                return f"{self.say('label.concludes')} {what}"
            case Imposes(norm):
                return self._norm(norm)
            case Excepts(targets):
                return f"{self.say('label.excepts')} {', '.join(targets)}"
            case Authorises(norms):
                return f"{self.say('label.authorises')} {', '.join(norms)}"
            case Reviews(norms, policy):
                told = self.say(f"policy.{policy.value}")
                return f"{self.say('label.reviews', policy=told)} {', '.join(norms)}"

    def _norm(self, norm: Norm) -> str:
        forbids = norm.modality is Modality.FORBID
        verb = self.say("label.forbids" if forbids else "label.obliges")
        acts = self._view.packs.law.book.acts
        text = f"{verb} {', '.join(acts[act].say(self._lang) for act in norm.acts)}"
        paper = norm.licence or norm.route
        if paper:
            text += f"; {self.say('label.lifted_by')} {self.say(f'paper.{paper}')}"
        if norm.rate:
            text += f"; {self.say('label.rate')}: {norm.rate}"
        return text

    def _practice(self, practice: Practice) -> None:
        self._line(f"  {practice.since} · {practice.what.say(self._lang)}", "")
        standing = self.say(f"standing.{practice.cite.standing.value}")
        text = RichText(f"    {practice.cite.text} ({standing})", style="dim")
        self._out.print(text, soft_wrap=True)


def first_day(event: Event) -> str:
    """Give the day an event takes effect or is due, for the eye."""
    day: object = event.starts or event.after or ""
    return day.isoformat() if isinstance(day, date) else str(day)
