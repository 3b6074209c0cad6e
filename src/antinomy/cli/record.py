"""``antinomy record``: the two-dated memory, appended once and read as of a day."""

import json
from contextlib import closing
from datetime import date

import click

from antinomy.cli import options, record_care, record_shipped, record_writing
from antinomy.cli.record_door import Door, known_by_option, on_option, shared
from antinomy.cli.record_exchange import EXPORTS, exported
from antinomy.record import KINDS, THINGS, Left
from antinomy.values import Json

_KIND = click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(THINGS),
    help="Only of this kind; may be repeated.",
)


@click.group("record")
def command() -> None:
    """Keep what is known, with the day it held and the day it was learnt.

    Nothing is ever changed or deleted: a withdrawal closes, a revision words anew.
    """


@command.command("list")
@on_option
@known_by_option
@_KIND
@click.option("--accepted", is_flag=True, help="Only what a review accepted.")
@shared
def list_entries(
    *,
    on: date | None,
    known_by: date | None,
    kinds: tuple[str, ...],
    accepted: bool,
    door: Door,
) -> None:
    """List what was known by a day and held on a day; --json gives one a line."""
    with door.open() as record:
        read = record.accepted if accepted else record.as_of
        with closing(read(known_by or date.max, on, kinds=kinds or THINGS)) as found:
            if door.as_json:
                for kept in found:
                    click.echo(json.dumps(kept.as_json(), ensure_ascii=False))
            else:
                door.printer().listed(found)


@command.command("show")
@click.argument("id")
@on_option
@known_by_option
@shared
def show(
    *,
    id: str,  # noqa: A002 - the name of the argument
    on: date | None,
    known_by: date | None,
    door: Door,
) -> None:
    """Show the entry ID as it stood on a day, as known by a day."""
    with door.open() as record:
        asked = (known_by or date.max, on)
        found = list(record.as_of(*asked, kinds=KINDS, about=id))
        if not found:
            record.history(id)  # says where there is none at all
    if door.as_json:
        told: list[Json] = [kept.as_json() for kept in found]
        options.print_json(told[0] if len(told) == 1 else told)
        return
    printer = door.printer()
    if not found:
        printer.said("none")
    for kept in found:
        printer.shown(kept)


@command.command("history")
@click.argument("id")
@shared
def history(
    *,
    id: str,  # noqa: A002 - the name of the argument
    door: Door,
) -> None:
    """Show the entry ID and all acts upon it, each with all its dates."""
    with door.open() as record:
        chain = record.history(id)
    if door.as_json:
        options.print_json([one.as_json() for one in chain])
        return
    door.printer().history(chain)


@command.command("export")
@click.option(
    "--format", "form", type=click.Choice(EXPORTS), default="jsonl", show_default=True
)
@on_option
@known_by_option
@_KIND
@shared
def export(
    *,
    form: str,
    on: date | None,
    known_by: date | None,
    kinds: tuple[str, ...],
    door: Door,
) -> None:
    """Write entries for other programs: as appended, or as another house has them."""
    left = Left()
    wanted = kinds or (KINDS if form == "jsonl" else ("holding", "listing"))
    with door.open() as record:
        found = record.as_of(known_by or date.max, on, kinds=wanted)
        with closing(found):
            for line in exported(found, form, left):
                click.echo(line)
    if left.counts:
        for told in door.printer().left(left):
            click.echo(told, err=True)


for _added in (
    record_writing.import_file,
    record_writing.append,
    record_writing.withdraw,
    record_care.verify,
    record_care.give_page,
    record_care.backup,
    record_care.restore_file,
    record_care.drill_record,
    record_care.upgrade,
    record_shipped.shipped,
):
    command.add_command(_added)
