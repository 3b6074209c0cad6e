"""``antinomy law``: measures and their states; what changes; the calendar."""

from datetime import date
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text as RichText

from antinomy.cli import options
from antinomy.cli.calendar import calendar_of
from antinomy.cli.matrix import console
from antinomy.law import Event, Measure, State, changes_between
from antinomy.values import InputError, Json, Lang, did_you_mean
from antinomy.verdict import Words
from antinomy.view import Packs, View


class _LawGroup(click.Group):
    """``antinomy law ID`` shows a measure; a bare ``antinomy law`` lists them all."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in {"-h", "--help"}):
            args = ["show", *args]
        return super().parse_args(ctx, args)


@click.group("law", cls=_LawGroup)
def command() -> None:
    """Show measures, their events and states; what changes; the calendar."""


@command.command("show")
@click.argument("measure", required=False)
@options.on_option
@options.known_by_option
@options.lang_option
@options.packs_option
@options.json_option
def show(  # noqa: PLR0913 - a command has its options
    *,
    measure: str | None,
    on: date | None,
    known_by: date | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Show all measures, or MEASURE with its events and provisions."""
    packs = options.packs_from(folder)
    view = options.view_of(packs, on, known_by, packs.known_by)
    chosen = [_measure(packs, measure)] if measure else list(packs.law.measures.values())
    if as_json:
        options.print_json(
            {
                "on": view.on.isoformat(),
                "known_by": view.known_by.isoformat(),
                "measures": [_measure_json(view, m) for m in chosen],
            }
        )
    elif measure:
        _print_one(view, chosen[0], Lang(lang))
    else:
        _print_all(view, chosen, Lang(lang))


@command.command("diff")
@click.option("--from", "first", type=options.DayParam(), required=True)
@click.option("--to", "last", type=options.DayParam(), required=True)
@options.known_by_option
@options.lang_option
@options.packs_option
@options.json_option
def diff(  # noqa: PLR0913 - a command has its options
    *,
    first: date,
    last: date,
    known_by: date | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Show which provisions change state or wording between two days."""
    packs = options.packs_from(folder)
    before = options.view_of(packs, first, known_by)
    after = options.view_of(packs, last, known_by)
    changes = changes_between(before.law, after.law)
    if as_json:
        options.print_json(
            {
                "from": first.isoformat(),
                "to": last.isoformat(),
                "changes": [
                    {
                        "provision": change.provision.id,
                        "measure": change.provision.measure,
                        "before": change.before.state.value,
                        "after": change.after.state.value,
                        "is_reworded": change.is_reworded,
                        "events": [event.id for event in change.events],
                    }
                    for change in changes
                ],
            }
        )
        return
    words, language = packs.words, Lang(lang)
    if not changes:
        click.echo(words["label.nothing_changes"].say(language))
        return
    table = _table(words, language, "provision", "before", "after", "event")
    for change in changes:
        events = "; ".join(f"{e.cite.text} ({_day(e)})" for e in change.events)
        table.add_row(
            f"{change.provision.id}\n{change.provision.title.say(language)}",
            words[f"state.{change.before.state.value}"].say(language),
            words[f"state.{change.after.state.value}"].say(language),
            events,
        )
    console().print(table)


@command.command("calendar")
@options.on_option
@options.lang_option
@options.packs_option
@options.json_option
def calendar(
    *, on: date | None, lang: str, folder: Path | None, as_json: bool
) -> None:
    """Print the recorded days of all measures as iCalendar (from --on, if given)."""
    packs = options.packs_from(folder)
    if as_json:
        days: list[Json] = [
            {"day": day.isoformat(), "measure": m.id, "event": e.id, "kind": e.kind.value}
            for day, m, e in dated_events(packs, on)
        ]
        options.print_json({"events": days})
        return
    entries = [(day, m, e) for day, m, e in dated_events(packs, on)]
    click.echo(calendar_of(entries, Lang(lang), packs.known_by), nl=False)


def dated_events(packs: Packs, since: date | None) -> list[tuple[date, Measure, Event]]:
    """Give every recorded day of every measure, in order."""
    found = []
    for measure in packs.law.measures.values():
        for event in measure.events:
            days = {d for d in (event.effective, event.until, event.after) if isinstance(d, date)}
            found += [(day, measure, event) for day in days if since is None or day >= since]
    return sorted(found, key=lambda e: (e[0], e[1].id, e[2].id))


def _measure(packs: Packs, measure: str) -> Measure:
    found = packs.law.measures.get(measure)
    if found is None and measure in packs.law.provisions:
        found = packs.law.measures[packs.law.provisions[measure].measure]
    if found is None:
        hint = did_you_mean(measure, [*packs.law.measures, *packs.law.provisions])
        raise InputError(f"{measure!r} is no measure or provision of the packs{hint}")
    return found


def _states(view: View, measure: Measure) -> list[State]:
    states = {view.law.standings[p.id].state for p in measure.provisions}
    return sorted(states, key=list(State).index)


def _day(event: Event) -> str:
    return str(event.effective or event.announced or event.published or event.after or "")


def _table(words: Words, lang: Lang, *labels: str) -> Table:
    table = Table(show_lines=False)
    for label in labels:
        table.add_column(words[f"label.{label}"].say(lang), overflow="fold")
    return table


def _print_all(view: View, measures: list[Measure], lang: Lang) -> None:
    words = view.packs.words
    table = _table(words, lang, "measure", "issuer", "force", "state", "citation")
    for measure in measures:
        states = ", ".join(words[f"state.{s.value}"].say(lang) for s in _states(view, measure))
        table.add_row(
            RichText(f"{measure.id}\n{measure.title.say(lang)}"),
            measure.issuer,
            words[f"force.{measure.force.value}"].say(lang),
            states,
            measure.cite.text,
        )
    console().print(table)


def _print_one(view: View, measure: Measure, lang: Lang) -> None:
    words, out = view.packs.words, console()
    out.print(RichText(f"{measure.id} · {measure.title.say(lang)}", style="bold"))
    standing = words[f"standing.{measure.cite.standing.value}"].say(lang)
    out.print(RichText(f"{measure.cite.text} ({standing}) {measure.cite.address}"))
    table = _table(words, lang, "event", "from", "until", "citation")
    for event in measure.events:
        note = f"\n{event.note.say(lang)}" if event.note else ""
        until = str(event.until or "")
        table.add_row(f"{event.kind.value} · {event.id}{note}", _day(event), until, event.cite.text)
    out.print(table)
    for provision in measure.provisions:
        found = view.law.standings[provision.id]
        state = words[f"state.{found.state.value}"].say(lang)
        head = f"{provision.id} · {provision.title.say(lang)} · {state}"
        out.print(RichText(head, style="cyan"))
        version = found.version
        if version is not None:
            out.print(RichText(f"    {version.when_text}"))
            if version.unless_text:
                out.print(RichText(f"    unless {version.unless_text}"))
            out.print(RichText(f"    {version.cite.text} {version.cite.address}", style="dim"))


def _measure_json(view: View, measure: Measure) -> Json:
    return {
        "measure": measure.id,
        "pack": measure.pack,
        "title": {"en": measure.title.en, "zh": measure.title.zh},
        "issuer": measure.issuer,
        "kind": measure.kind,
        "regime": measure.regime,
        "force": measure.force.value,
        "citation": {"text": measure.cite.text, "address": measure.cite.address},
        "source_status": measure.cite.standing.value,
        "events": [_event_json(event) for event in measure.events],
        "provisions": [
            {
                "provision": provision.id,
                "state": view.law.standings[provision.id].state.value,
                "would_be": _would_be(view, provision.id),
            }
            for provision in measure.provisions
        ],
        "practice": [
            {"since": p.since.isoformat(), "what": p.what.en, "citation": p.cite.text}
            for p in measure.practice
        ],
    }


def _would_be(view: View, provision: str) -> Json:
    would_be = view.law.standings[provision].would_be
    return would_be.value if would_be else None


def _event_json(event: Event) -> Json:
    days = ("announced", "public_inspection", "published", "effective", "until", "after")
    given = {name: getattr(event, name) for name in days}
    return {
        "event": event.id,
        "kind": event.kind.value,
        **{name: str(day) for name, day in given.items() if day is not None},
        "citation": event.cite.text,
        "source_status": event.cite.standing.value,
    }
