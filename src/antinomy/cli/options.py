"""Options that several commands share, and the opening of packs and files."""

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import click

from antinomy.cli.list_store import RECORD, ListStore, data_folder
from antinomy.cli.pack_cache import cached_packs
from antinomy.cli.subject import subject_from
from antinomy.parties import add_searches
from antinomy.transaction import Transaction
from antinomy.values import (
    Day,
    InputError,
    Json,
    KnownBy,
    Lang,
    Location,
    PackError,
    parse_day,
)
from antinomy.verdict import Assessment, assess
from antinomy.view import NOTHING, Accepted, Packs, View, view_accepting

F = TypeVar("F", bound=Callable[..., Any])


class DayParam(click.ParamType[date]):
    """A day written YYYY-MM-DD."""

    name = "date"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """Read the day or say what is wrong."""
        if isinstance(value, date):
            return value
        try:
            return parse_day(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


def on_option(command: F) -> F:
    """Add ``--on``."""
    return click.option(
        "--on", type=DayParam(), help="The day the law is asked about."
    )(command)


def known_by_option(command: F) -> F:
    """Add ``--known-by``."""
    text = "The day up to which knowledge counts [default: the packs' own date]."
    return click.option("--known-by", type=DayParam(), help=text)(command)


def lang_option(command: F) -> F:
    """Add ``--lang``."""
    return click.option(
        "--lang",
        type=click.Choice([x.value for x in Lang]),
        default="en",
        show_default=True,
    )(command)


def json_option(command: F) -> F:
    """Add ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def packs_option(command: F) -> F:
    """Add ``--packs``."""
    return click.option(
        "--packs",
        "folder",
        type=click.Path(path_type=Path),
        help="A folder of packs [default: the shipped ones].",
    )(command)


def out_option(command: F) -> F:
    """Add ``--out``."""
    text = "Write the answers to a file, one object of JSON a line."
    return click.option("--out", type=click.Path(path_type=Path), help=text)(command)


def resume_option(command: F) -> F:
    """Add ``--resume``."""
    text = "Go on with --out where it broke off."
    return click.option("--resume", is_flag=True, help=text)(command)


def data_option(command: F) -> F:
    """Add ``--data``."""
    text = "The folder of your data [default: $XDG_DATA_HOME/antinomy]."
    return click.option(
        "--data", "folder_of_data", type=click.Path(path_type=Path), help=text
    )(command)


def packs_folder(folder: Path | None) -> Path:
    """Give the folder of packs: the one stated, or that which came with the program."""
    return Path(str(files("antinomy") / "packs")) if folder is None else folder


def packs_from(folder: Path | None) -> Packs:
    """Open the packs of a folder, or the shipped ones."""
    if folder is None:
        return _shipped()
    if not folder.is_dir():
        raise PackError(f"there is no folder of packs at {str(folder)!r}")
    return cached_packs(folder)


@cache
def _shipped() -> Packs:
    """Open the packs that came with the program, once in a process."""
    return cached_packs(packs_folder(None))


def record_option(command: F) -> F:
    """Add ``--record``."""
    text = "The record [default: antinomy.db in the folder of your data, if any]."
    option = click.option(
        "--record", "place", default="", metavar="FILE|URL", help=text
    )
    return option(command)


def view_of(
    packs: Packs,
    on: date | None,
    known_by: date | None,
    default: date | None = None,
    accepted: Accepted = NOTHING,
) -> View:
    """Build the view of a day; ``default`` is the transaction's own act date.

    Knowledge counts to the packs' own date, or to the day on which the last of what was
    accepted came to count, where that is later and no day is stated.
    """
    day = on or default
    if day is None:
        message = "no day to ask about: state `dates: {act: YYYY-MM-DD}` or give --on"
        raise InputError(message)
    latest = max(packs.known_by, accepted.latest or packs.known_by)
    return view_accepting(packs, Day(day), KnownBy(known_by or latest), accepted)


def print_json(value: Json) -> None:
    """Print JSON for machines: UTF-8, keys in their order, one final newline."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def check_review(packs: Packs, view: View, *, strict: bool) -> None:
    """Refuse with ``--strict`` where a pack is past its review date.

    Raises:
        PackError: naming each such pack.
    """
    late = [
        f"{pack.id} (review by {pack.review_by})"
        for pack in packs.law.packs.values()
        if max(view.on, view.known_by) > pack.review_by
    ]
    if strict and late:
        raise PackError(f"past their review date: {', '.join(late)}")


def assessment_of(
    path: Path,
    folder: Path | None,
    on: date | None,
    known_by: date | None,
    *,
    strict: bool,
    data: Path | None = None,
    place: str = "",
) -> Assessment:
    """Read a transaction file, or a case file, and assess it.

    Names in it are searched for on the lists that are held in the folder of data, and
    what the record there (or at ``place``) holds as accepted lies on top of the packs.

    Raises:
        InputError: what is wrong with the file, which is always named.
    """
    packs = packs_from(folder)
    subject = subject_from(path, packs)
    try:
        accepted = accepted_of(place, data, packs_folder(folder), known_by)
        view = view_of(packs, on, known_by, subject.day, accepted)
        check_review(packs, view, strict=strict)
        asked = _searched(subject.transaction, packs_folder(folder), data, view)
        return assess(asked, view)
    except InputError as error:
        raise InputError(error.message, error.at or Location(str(path))) from None


def accepted_of(
    place: str, data: Path | None, words: Path, known_by: date | None
) -> Accepted:
    """Give what the record held as accepted by a day; nothing where there is none."""
    if not place and not (data_folder(data) / RECORD).exists():
        return NOTHING
    # The parts that read a record are heavy, and many questions have none.
    reader = import_module("antinomy.cli.record_accepted")
    found: Accepted = reader.accepted_at(place, data, words, known_by)
    return found


def _searched(
    transaction: Transaction, words: Path, data: Path | None, view: View
) -> Transaction:
    """Add what the lists that are held say of the names; without lists nothing."""
    folder = data_folder(data)
    if not ListStore(folder).versions():
        return transaction
    # The parts that read names are heavy, and most questions need none of them.
    at_desk = import_module("antinomy.cli.desk")
    desk = at_desk.open_desk(view.packs, words, folder, view.known_by)
    return add_searches(transaction, at_desk.DeskSearch(desk), view.on)
