"""``antinomy record`` verify, backup, restore, drill, upgrade: care for the record."""

import os
import shutil
import sys
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path

import click

from antinomy.cli import options
from antinomy.cli.page_store import PageStore, pages_beside
from antinomy.cli.record_copies import back_up, drill, restore, write_new
from antinomy.cli.record_door import Door, file_argument, shared
from antinomy.cli.record_store import address_of
from antinomy.record import BY_DIGEST, Record
from antinomy.record.engine import shown
from antinomy.values import IntegrityError, Json


@click.command("verify")
@shared
def verify(
    *,
    door: Door,
) -> None:
    """Walk the journal: each entry must be what was appended, and where.

    The pages kept with it must be what was kept, too.
    """
    with door.open() as record:
        head, counts = record.verify(), record.counts()
        pages, lacking = door.pages.verify(), _lacking(record, door.pages)
    if door.as_json:
        told: dict[str, Json] = {"pages": pages, "sources_without_page": lacking}
        options.print_json({**head.as_json(), "kinds": {**counts}, **told})
        return
    printer = door.printer()
    printer.head("whole", head)
    printer.said("pages", count=pages, lacking=lacking)


def _lacking(record: Record, pages: PageStore) -> int:
    """Count the sources of which the bytes are not kept here."""
    with closing(record.as_of(date.max, kinds=("source",))) as found:
        return sum(not pages.has(str(kept.body["digest"])) for kept in found)


@click.command("page")
@click.argument("id")
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    help="Write it into this new file [default: standard output].",
)
@shared
def give_page(
    *,
    id: str,  # noqa: A002 - the name of the argument
    into: Path | None,
    door: Door,
) -> None:
    """Give the bytes of the source ID as they came, if they were kept.

    ID is the id of a source, or the digest of its bytes.
    """
    digest = id.removeprefix(BY_DIGEST).lower()
    with door.pages.open(digest) as kept:
        if into is not None:
            write_new(into, kept)
        elif not door.as_json:
            shutil.copyfileobj(kept, sys.stdout.buffer)
        size = kept.tell() or kept.seek(0, os.SEEK_END)
    if door.as_json:
        told: dict[str, Json] = {"digest": digest, "size": size}
        options.print_json({**told, "file": str(into)} if into else told)


@click.command("backup")
@file_argument
@shared
def backup(
    *,
    file: Path,
    door: Door,
) -> None:
    """Copy the record into FILE while others go on appending, its pages beside it.

    A FILE named *.jsonl gets the journal, for any kind of store; another name a copy
    of the SQLite database.
    """
    with door.open() as record:
        head = back_up(record, file)
        door.pages.copy_into(pages_beside(file))
    if door.as_json:
        options.print_json({**head.as_json(), "file": str(file)})
    else:
        door.printer().head("backed_up", head, file)


@click.command("restore")
@file_argument
@click.option(
    "--entries",
    type=click.IntRange(min=1),
    help="Only so many, from the first [default: all].",
)
@shared
def restore_file(
    *,
    file: Path,
    entries: int | None,
    door: Door,
) -> None:
    """Fill a new record from the backup FILE, each line checked."""
    address = door.address
    head = restore(file, address, entries)
    pages_beside(file).copy_into(door.pages)
    if door.as_json:
        options.print_json({**head.as_json(), "file": str(file)})
    else:
        door.printer().head("restored", head, shown(door.address))


@click.command("drill")
@click.option("--into", default="", metavar="FILE|URL", help="An empty record to try.")
@shared
def drill_record(
    *,
    into: str,
    door: Door,
) -> None:
    """Back up, restore elsewhere, and compare the chain, its head and the counts.

    The pages kept with it are copied elsewhere and compared, too.
    """
    with door.open() as record:
        head = drill(record, address_of(into, None) if into else "")
        pages, lacking = _tried(door.pages), _lacking(record, door.pages)
    if door.as_json:
        told: dict[str, Json] = {"same": True, "pages": pages}
        options.print_json({**head.as_json(), **told})
        return
    printer = door.printer()
    printer.head("drilled", head)
    printer.said("pages", count=pages, lacking=lacking)


def _tried(pages: PageStore) -> int:
    """Copy the pages elsewhere, compare them, throw the copy away, and count them.

    Raises:
        IntegrityError: what was copied is not what was there.
    """
    with tempfile.TemporaryDirectory(prefix="antinomy-drill-") as folder:
        copy = PageStore(Path(folder))
        pages.copy_into(copy)
        if list(copy.digests()) != list(pages.digests()):
            raise IntegrityError("the drill failed: the copied pages are not the same")
        return copy.verify()


@click.command("upgrade")
@shared
def upgrade(
    *,
    door: Door,
) -> None:
    """Bring an older record to this program's version; the journal stays as it is."""
    with door.open(may_upgrade=True) as record:
        head = record.verify()
    if door.as_json:
        options.print_json(head.as_json())
        return
    printer = door.printer()
    printer.said("upgraded")
    printer.head("whole", head)
