"""Where the record lives, and the clock of whoever appends to it."""

from datetime import UTC, datetime
from pathlib import Path

from antinomy.cli.list_store import RECORD, data_folder
from antinomy.record import (
    Moment,
    Record,
    address_of_file,
    file_of,
    moment_of,
    open_record,
)
from antinomy.values import InputError, Location


def clock() -> Moment:
    """Give the moment of this machine: the only place where a record asks for it."""
    return moment_of(datetime.now(UTC))


def address_of(place: str, data: Path | None) -> str:
    """Give the address of the record: what was stated, else the file of one's data."""
    if "://" in place:
        return place
    return address_of_file(Path(place) if place else data_folder(data) / RECORD)


def open_at(
    place: str, data: Path | None, *, may_make: bool = False, may_upgrade: bool = False
) -> Record:
    """Open the record; only what writes makes one where there is none.

    Raises:
        InputError: there is none, or it cannot be opened; with what to do.
    """
    address = address_of(place, data)
    file = file_of(address)
    if file is not None and not (file.exists() and file.stat().st_size):
        if not may_make:
            message = (
                "there is no record here yet: `antinomy record import FILE` makes one"
            )
            raise InputError(message, Location(str(file)))
        make_folder(file.parent)
    return open_record(address, may_make=may_make, may_upgrade=may_upgrade)


def make_folder(folder: Path) -> None:
    """Make a folder where there is none.

    Raises:
        InputError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refused("cannot make the folder", folder, error) from None


def refused(what: str, path: Path, error: OSError) -> InputError:
    """Give the error of a file that the machine refuses."""
    reason = (error.strerror or str(error)).lower()
    return InputError(f"{what}: {reason}", Location(str(path)))
