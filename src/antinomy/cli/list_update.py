"""``antinomy lists update``: fetch lists from their publishers, when it is called."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from antinomy.catalogue import ListSource
from antinomy.cli.fetching import Fetched, Known, Wanted, fetch
from antinomy.cli.list_import import Kept, keep
from antinomy.cli.list_store import ListBytes, ListStore
from antinomy.values import InputError
from antinomy.view import Packs

_DAY = "{day}"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of one source: for which day, from where instead, how strictly."""

    source: ListSource
    as_of: date | None = None
    instead: str = ""
    allow_shrink: bool = False

    @property
    def addresses(self) -> tuple[str, ...]:
        """Give the addresses to ask, that of the list first."""
        if self.instead:
            return (self.instead,)
        all_of_them = (self.source.address, *self.source.addresses_beside)
        return tuple(self._dated(address) for address in all_of_them if address)

    def _dated(self, address: str) -> str:
        if _DAY not in address:
            return address
        if self.as_of is None:
            message = f"{self.source.id} is asked for a day: give --as-of DAY"
            raise InputError(message)
        return address.replace(_DAY, self.as_of.isoformat())


@dataclass(frozen=True, slots=True)
class _Memory:
    """What the servers said of the version held, beside the versions of its source."""

    digest: str = ""
    known: dict[str, Known] = field(default_factory=dict)


def update(packs: Packs, store: ListStore, asked: Asked) -> Kept | None:
    """Fetch one source and keep it; None where what is held is still the newest.

    Raises:
        InputError: no address, no answer, or a list that is broken or has shrunk.
    """
    addresses = asked.addresses
    if not addresses:
        message = f"no address is held of {asked.source.id}: import a file of your own"
        raise InputError(message)
    place = store.folder_of(asked.source.id) / "fetched.json"
    memory = _remembered(place)
    newest = store.latest(asked.source.id)
    is_held = newest is not None and newest.digest == memory.digest
    known = memory.known if is_held and newest and store.is_whole(newest) else {}
    answers = _fetch_all(asked.source, addresses, known)
    if answers is None:
        return None
    first, *rest = answers
    as_of = asked.as_of or first.day
    if as_of is None:
        message = f"{first.address} says no day: give --as-of DAY"
        raise InputError(message)
    beside = dict(zip(asked.source.beside, (a.content for a in rest), strict=False))
    files = ListBytes(_file_name(first.address), first.content, beside)
    kept = keep(
        packs, store, asked.source, as_of, files, allow_shrink=asked.allow_shrink
    )
    _remember(place, kept.version.digest, answers)
    return kept


def _fetch_all(
    source: ListSource, addresses: Iterable[str], known: dict[str, Known]
) -> list[Fetched] | None:
    """Fetch all files of a source; None where none of them has changed."""

    def wanted(address: str, held: Known) -> Wanted:
        return Wanted(address, source.hosts, source.types, held)

    found = {a: fetch(wanted(a, known.get(a, Known()))) for a in addresses}
    if all(answer is None for answer in found.values()):
        return None
    whole = (found[a] or fetch(wanted(a, Known())) for a in found)
    return [answer for answer in whole if answer is not None]


def _file_name(address: str) -> str:
    """Give an address without its question: by its end a packed file is known."""
    return urlsplit(address)._replace(query="").geturl()


def _remembered(place: Path) -> _Memory:
    try:
        told = json.loads(place.read_text("utf-8"))
        known = {name: Known(**said) for name, said in told["known"].items()}
        return _Memory(told["digest"], known)
    except (OSError, ValueError, KeyError, TypeError):
        return _Memory()  # then all is fetched anew


def _remember(place: Path, digest: str, answers: list[Fetched]) -> None:
    known = {answer.address: asdict(answer.known) for answer in answers}
    text = json.dumps({"digest": digest, "known": known}, indent=1)
    place.write_text(text, "utf-8")
