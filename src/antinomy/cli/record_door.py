"""What every command of the record is given: where it lives, how to answer."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from antinomy.cli import options
from antinomy.cli.page_store import PageStore, pages_of
from antinomy.cli.record_printer import Printer
from antinomy.cli.record_store import address_of, open_at
from antinomy.record import Record
from antinomy.values import Lang


@dataclass(frozen=True, slots=True)
class Door:
    """The place of the record, and the form and the language of the answer."""

    place: str
    data: Path | None
    folder: Path | None
    lang: str
    as_json: bool

    @property
    def address(self) -> str:
        """Give the address of the record."""
        return address_of(self.place, self.data)

    @property
    def pages(self) -> PageStore:
        """Give the pages kept with the record."""
        return pages_of(self.place, self.data)

    def open(self, *, may_make: bool = False, may_upgrade: bool = False) -> Record:
        """Open the record; only what writes makes one where there is none."""
        may = {"may_make": may_make, "may_upgrade": may_upgrade}
        return open_at(self.place, self.data, **may)

    def printer(self) -> Printer:
        """Give what prints in the language asked for."""
        return Printer(options.packs_from(self.folder), Lang(self.lang))


def shared(function: Callable[..., None]) -> Callable[..., None]:
    """Add the options of every command of the record, handed on as one value."""

    @wraps(function)
    def asked(
        *,
        place: str,
        folder_of_data: Path | None,
        folder: Path | None,
        lang: str,
        as_json: bool,
        **rest: Any,  # noqa: ANN401 - whatever the command has beside
    ) -> None:
        function(door=Door(place, folder_of_data, folder, lang, as_json), **rest)

    found: Callable[..., None] = asked
    for option in (
        options.json_option,
        options.packs_option,
        options.lang_option,
        options.data_option,
        click.option(
            "--record",
            "place",
            default="",
            metavar="FILE|URL",
            help="The record [default: antinomy.db in the folder of your data].",
        ),
    ):
        found = option(found)
    return found


on_option = click.option(
    "--on", type=options.DayParam(), help="The day on which it held."
)
known_by_option = click.option(
    "--known-by",
    type=options.DayParam(),
    help="The last day of recording that counts [default: all].",
)
file_argument = click.argument("file", type=click.Path(path_type=Path))
