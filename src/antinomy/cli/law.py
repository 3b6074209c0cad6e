"""``antinomy law``: measures and their states; what changes; the calendar."""

from datetime import date
from pathlib import Path

import click

from antinomy.cli import options
from antinomy.cli.law_json import changes_json, measures_json
from antinomy.cli.law_pages import LawPrinter
from antinomy.law import Event, Measure, changes_between
from antinomy.values import InputError, Json, Lang, did_you_mean
from antinomy.view import Packs


class _LawGroup(click.Group):
    """``antinomy law ID`` shows a measure; a bare ``antinomy law`` lists them all."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {*self.commands, "-h", "--help"}
        if not args or args[0] not in own:
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
def show(
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
    measures = packs.law.measures
    chosen = [_measure(packs, measure)] if measure else list(measures.values())
    if as_json:
        options.print_json(measures_json(view, chosen))
    elif measure:
        LawPrinter(view, Lang(lang)).one(chosen[0])
    else:
        LawPrinter(view, Lang(lang)).all(chosen)


@command.command("diff")
@click.option("--from", "first", type=options.DayParam(), required=True)
@click.option("--to", "last", type=options.DayParam(), required=True)
@options.known_by_option
@options.lang_option
@options.packs_option
@options.json_option
def diff(
    *,
    first: date,
    last: date,
    known_by: date | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Show which provisions change state or wording between two days."""
    if first > last:
        message = f"--from {first} is after --to {last}"
        raise click.UsageError(message)
    packs = options.packs_from(folder)
    before = options.view_of(packs, first, known_by)
    after = options.view_of(packs, last, known_by)
    changes = changes_between(before.law, after.law)
    if as_json:
        options.print_json(changes_json(first, last, changes))
    elif changes:
        LawPrinter(after, Lang(lang)).changes(changes)
    else:
        click.echo(packs.words["label.nothing_changes"].say(Lang(lang)))


@command.command("calendar")
@options.on_option
@options.lang_option
@options.packs_option
@options.json_option
def calendar(*, on: date | None, lang: str, folder: Path | None, as_json: bool) -> None:
    """Print the recorded days of all measures as iCalendar (from --on, if given)."""
    packs = options.packs_from(folder)
    entries = dated_events(packs, on)
    if as_json:
        days: list[Json] = [
            {
                "day": day.isoformat(),
                "measure": measure.id,
                "event": event.id,
                "kind": event.kind.value,
            }
            for day, measure, event in entries
        ]
        options.print_json({"events": days})
        return
    # Imported here: only this command writes calendars.
    from antinomy.cli.calendar import calendar_of  # noqa: PLC0415

    click.echo(calendar_of(entries, packs.words, Lang(lang), packs.known_by), nl=False)


def dated_events(packs: Packs, since: date | None) -> list[tuple[date, Measure, Event]]:
    """Give every recorded day of every measure, in order."""
    found = []
    for measure in packs.law.measures.values():
        for event in measure.events:
            days = (event.effective, event.compliance, event.until, event.after)
            plain = {day for day in days if isinstance(day, date)}
            wanted = (day for day in plain if since is None or day >= since)
            found += [(day, measure, event) for day in wanted]
    return sorted(found, key=lambda entry: (entry[0], entry[1].id, entry[2].id))


def _measure(packs: Packs, name: str) -> Measure:
    """Find a measure by its own id or that of one of its provisions."""
    law = packs.law
    provision = law.provisions.get(name)
    found = law.measures.get(provision.measure if provision else name)
    if found is None:
        hint = did_you_mean(name, [*law.measures, *law.provisions])
        raise InputError(f"{name!r} is no measure or provision of the packs{hint}")
    return found
