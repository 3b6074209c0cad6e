"""``antinomy lists``: import an official list, and show what is held."""

import gzip
import lzma
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click
from rich.table import Table

from antinomy.cli import options
from antinomy.cli.consoles import console, print_line
from antinomy.cli.list_store import ListStore, Version, data_folder, read_raw
from antinomy.lists import Delta, delta, load_rows, shrunk
from antinomy.values import InputError, Json, Lang, Location, did_you_mean
from antinomy.verdict import fill
from antinomy.view import Packs

_OPENED: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.decompress,
    ".xz": lzma.decompress,
}
_MOST_SHOWN = 8  # names that came or went


@click.group("lists")
def command() -> None:
    """Import official lists, and show what is held of them."""


def _data_option(function: options.F) -> options.F:
    text = "The folder of your data [default: $XDG_DATA_HOME/antinomy]."
    return click.option(
        "--data", "folder_of_data", type=click.Path(path_type=Path), help=text
    )(function)


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--source", required=True, help="csl, or another source of the packs.")
@click.option(
    "--as-of", required=True, type=options.DayParam(), help="The day the list is of."
)
@click.option("--allow-shrink", is_flag=True, help="Take a list that lost many rows.")
@_data_option
@options.lang_option
@options.packs_option
@options.json_option
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
    _check_source(packs, source)
    store = ListStore(data_folder(folder_of_data))
    raw = read_raw(file)
    loaded = load_rows(_text(file, raw), str(file))
    before = store.latest(source, as_of)
    if before and not allow_shrink:
        most = packs.list_sources.most_lost
        lost = shrunk(before.counts, loaded.count(), most)
        if lost:
            message = (
                f"the list has shrunk by more than {most} percent since"
                f" {before.as_of} ({'; '.join(lost)}); the version of that day stays."
                " Is the file whole? Then give --allow-shrink"
            )
            raise InputError(message, Location(str(file)))
    came = delta(store.rows(before), loaded.rows) if before else None
    version = store.add(source, as_of, raw, loaded)
    if as_json:
        options.print_json({**version.as_json(), "delta": _delta_json(came, before)})
        return
    _Printer(packs, Lang(lang)).imported(version, came, before)


@command.command("show")
@click.argument("source", required=False)
@_data_option
@options.lang_option
@options.packs_option
@options.json_option
def show(
    *,
    source: str | None,
    folder_of_data: Path | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Show the versions held of all sources, or of SOURCE."""
    packs = options.packs_from(folder)
    if source is not None:
        _check_source(packs, source)
    versions = ListStore(data_folder(folder_of_data)).versions(source)
    if as_json:
        options.print_json([version.as_json() for version in versions])
        return
    _Printer(packs, Lang(lang)).held(versions)


def _check_source(packs: Packs, source: str) -> None:
    known = packs.list_sources.sources
    if source not in known:
        hint = did_you_mean(source, known) or f"; there are {', '.join(known)}"
        raise InputError(f"{source!r} is no source of lists{hint}")


def _text(file: Path, raw: bytes) -> str:
    opened = _OPENED.get(file.suffix)
    try:
        content = opened(raw) if opened else raw
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        message = "the list is not UTF-8 text here; is it the publisher's own file?"
        raise InputError(message, Location(str(file), line, 1)) from None
    except (OSError, EOFError, lzma.LZMAError) as error:
        message = f"the file cannot be unpacked: {error}"
        raise InputError(message, Location(str(file))) from None


def _delta_json(came: Delta | None, before: Version | None) -> Json:
    if came is None or before is None:
        return None
    return {
        "since": before.as_of.isoformat(),
        "added": list(came.added),
        "gone": list(came.gone),
    }


class _Printer:
    def __init__(self, packs: Packs, lang: Lang) -> None:
        self._packs = packs
        self._lang = lang
        self._out = console()

    def imported(
        self, version: Version, came: Delta | None, before: Version | None
    ) -> None:
        """Print what was imported, what was strange, and what came and went."""
        self.held((version,))
        for remark in version.remarks:
            self._line(f"  {remark}")
        if came is None or before is None:
            return
        for label, names in (("lists.added", came.added), ("lists.gone", came.gone)):
            counted = self._say(label, count=len(names), day=before.as_of)
            self._line(f"{counted}{':' if names else ''}")
            for name in names[:_MOST_SHOWN]:
                self._line(f"  {name}")
            if len(names) > _MOST_SHOWN:
                self._line(f"  … {self._say('lists.more')}")

    def held(self, versions: tuple[Version, ...]) -> None:
        """Print the versions with their counts."""
        if not versions:
            self._line(self._say("lists.none"))
            return
        table = Table()
        for label in ("source", "as_of", "rows", "lists"):
            table.add_column(self._say(f"lists.{label}"), overflow="fold")
        for version in versions:
            counts = ", ".join(f"{n} {c:,}" for n, c in version.counts.items())
            title = self._packs.list_sources.sources[version.source].title
            row = (title.say(self._lang), str(version.as_of), f"{version.size:,}")
            table.add_row(*row, counts)
        self._out.print(table)

    def _say(self, key: str, **parts: object) -> str:
        return fill(self._packs.words, key, **parts).say(self._lang)

    def _line(self, text: str) -> None:
        print_line(self._out, text, "")
