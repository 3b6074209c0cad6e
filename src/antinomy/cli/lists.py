"""``antinomy lists``: import or fetch an official list, and show what is held."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import click

from antinomy.catalogue import ListSource
from antinomy.cli import options
from antinomy.cli.list_import import keep, read_files, source_named
from antinomy.cli.list_printer import Printer
from antinomy.cli.list_store import ListStore, data_folder
from antinomy.cli.list_update import Asked, update
from antinomy.lists import Designated, history
from antinomy.values import InputError, Json, Lang


@click.group("lists")
def command() -> None:
    """Import or fetch official lists, and show what is held of them."""


def _shared(function: options.F) -> options.F:
    """Add the options of every command here."""
    shared: tuple[Callable[[options.F], options.F], ...] = (
        options.json_option,
        options.packs_option,
        options.lang_option,
        options.data_option,
    )
    for option in shared:
        function = option(function)
    return function


_ALLOW_SHRINK = click.option(
    "--allow-shrink", is_flag=True, help="Take a list that lost many rows."
)


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--source", required=True, help="csl, or another source of the packs.")
@click.option(
    "--as-of", required=True, type=options.DayParam(), help="The day the list is of."
)
@_ALLOW_SHRINK
@_shared
def import_list(
    *,
    file: Path,
    source: str,
    as_of: date,
    allow_shrink: bool,
    folder_of_data: Path | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Import a list FILE (also .gz or .xz); the versions before it stay."""
    packs = options.packs_from(folder)
    of = source_named(packs, source)
    store = ListStore(data_folder(folder_of_data))
    files = read_files(file, of)
    kept = keep(packs, store, of, as_of, files, allow_shrink=allow_shrink)
    if as_json:
        options.print_json(kept.as_json())
        return
    Printer(packs, Lang(lang)).imported(kept)


@command.command("update")
@click.argument("sources", nargs=-1)
@click.option(
    "--as-of",
    type=options.DayParam(),
    help="The day the lists are of [default: what their servers say].",
)
@click.option(
    "--from", "instead", default="", help="Another address of the one SOURCE named."
)
@_ALLOW_SHRINK
@_shared
def update_lists(
    *,
    sources: tuple[str, ...],
    as_of: date | None,
    instead: str,
    allow_shrink: bool,
    folder_of_data: Path | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Fetch the lists of SOURCES, or of all that can be asked, from their publishers.

    Nothing is fetched but by this command. What cannot be had, is broken or has shrunk
    leaves the version held.
    """
    packs = options.packs_from(folder)
    if instead and len(sources) != 1:
        raise InputError("--from is the address of one source: name it")
    store = ListStore(data_folder(folder_of_data))
    printer = Printer(packs, Lang(lang))
    faults: list[InputError] = []
    told: list[dict[str, Json]] = []
    for name in sources or _that_can_be_asked(packs.list_sources.sources, as_of):
        try:
            asked = Asked(source_named(packs, name), as_of, instead, allow_shrink)
            kept = update(packs, store, asked)
        except InputError as error:
            faults.append(error)
            continue
        version = {} if kept is None else kept.as_json()
        told.append({"source": name, "changed": kept is not None, **version})
        if not as_json:
            printer.updated(name, kept)
    if as_json:
        options.print_json(list(told))
    if faults:
        raise InputError("\n".join(str(fault) for fault in faults))


@command.command("show")
@click.argument("source", required=False)
@click.option(
    "--on",
    type=options.DayParam(),
    help="The day that ages are counted to [default: today].",
)
@_shared
def show(
    *,
    source: str | None,
    on: date | None,
    folder_of_data: Path | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Show the versions held of all sources, or of SOURCE, with their age."""
    packs = options.packs_from(folder)
    if source is not None:
        source_named(packs, source)
    versions = ListStore(data_folder(folder_of_data)).versions(source)
    today = on or datetime.now(UTC).date()
    if as_json:
        told = [{**v.as_json(), "age_days": (today - v.as_of).days} for v in versions]
        options.print_json(list(told))
        return
    Printer(packs, Lang(lang)).held(versions, today)


@command.command("history")
@click.argument("source")
@click.option("--name", default="", help="Only rows with this in a name.")
@click.option("--absent", is_flag=True, help="Only rows that the newest version lacks.")
@_shared
def show_history(
    *,
    source: str,
    name: str,
    absent: bool,
    folder_of_data: Path | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Show the rows of SOURCE through its versions, by law and as known.

    A row that a version lacks is absent since then: that is not a delisting.
    """
    packs = options.packs_from(folder)
    source_named(packs, source)
    store = ListStore(data_folder(folder_of_data))
    rows = history((v.as_of, store.rows(v)) for v in store.versions(source))
    asked = name.casefold()
    found = [
        one
        for one in rows
        if (not absent or one.absent_since)
        and any(asked in n.casefold() for n in (one.row.entry, *one.row.names))
    ]
    if as_json:
        options.print_json([_json(one) for one in found])
        return
    Printer(packs, Lang(lang)).history(found)


def _json(one: Designated) -> Json:
    since = one.absent_since
    return {
        **one.row.as_json(),
        "known_from": one.known_from.isoformat(),
        "absent_since": since.isoformat() if since else None,
    }


def _that_can_be_asked(
    sources: Mapping[str, ListSource], as_of: date | None
) -> tuple[str, ...]:
    """Name the sources with an address; those asked by day only where one is given."""
    return tuple(
        name
        for name, source in sources.items()
        if source.address and (as_of or "{day}" not in source.address)
    )
