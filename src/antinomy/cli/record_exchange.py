"""Take files into the record, and write from it what other programs read."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from antinomy.cli.page_store import PageStore, source_from
from antinomy.cli.record_store import clock
from antinomy.files import Limits, read_text
from antinomy.ownership import form_of
from antinomy.record import (
    FOREIGN,
    Entry,
    Head,
    Kept,
    Left,
    Record,
    as_entities,
    as_statements,
    entries_from,
    entries_in,
)
from antinomy.values import Day, Json

OWN = "entries"
FORMS = (OWN, *FOREIGN)
EXPORTS = ("jsonl", "bods", "ftm")
_LARGEST = Limits(size=512 << 20)  # files of other houses hold whole registers


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did: how many entries are new, how many were there already."""

    appended: int
    already: int
    head: Head

    def as_json(self) -> dict[str, Json]:
        """Give it for a page."""
        told = {"appended": self.appended, "already": self.already}
        return {**told, **self.head.as_json()}


def entries_at(
    file: Path, pages: PageStore, form: str | None, published: date | None
) -> tuple[Entry | None, list[Entry]]:
    """Read the entries of a file; where it is another house's, it is their source.

    Raises:
        InputError: the file is broken.
    """
    text = read_text(file, _LARGEST)
    known = form or form_of(text)
    if known not in FOREIGN:
        return None, list(entries_in(text, str(file)))
    day = None if published is None else Day(published)
    source = source_from(file, pages, day)
    told = entries_from(text, str(file), known, source=source.id, published=day)
    return source, list(told)


def take(record: Record, source: Entry | None, told: list[Entry]) -> Taken:
    """Append entries, after their source: all of them or, where one is wrong, none.

    Raises:
        InputError: an entry cannot be appended.
    """
    entries = told if source is None else [source, *told]
    # The same bytes are the same source, whatever name and day they are given.
    is_there = source is not None and record.known([source.id])
    links = record.append(told if is_there else entries, clock)
    return Taken(len(links), len(entries) - len(links), record.head())


def exported(kept: Iterable[Kept], form: str, left: Left) -> Iterator[str]:
    """Write entries in a form, a line at a time.

    Raises:
        InputError: something cannot be written exactly.
    """
    if form == "bods":
        yield json.dumps(as_statements(kept, left), ensure_ascii=False, indent=1)
        return
    told = as_entities(kept, left) if form == "ftm" else (_entry(k) for k in kept)
    for one in told:
        yield json.dumps(one, ensure_ascii=False)


def _entry(kept: Kept) -> dict[str, Json]:
    """Give an entry as it was appended, so that it can be imported elsewhere."""
    return kept.first.entry.as_json()
