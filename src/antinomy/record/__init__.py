"""The two-dated memory: appended once, chained, read as of a day on both axes."""

from antinomy.record.chain import Head, Link, read_lines, written_lines
from antinomy.record.entry import (
    ACTS,
    KINDS,
    THINGS,
    Act,
    Entry,
    Kind,
    Thing,
    entry_of,
    stamped,
)
from antinomy.record.kept import Kept, Recorded
from antinomy.record.moments import Moment, moment_of, moment_text
from antinomy.record.opening import open_record
from antinomy.record.reading import entries_in
from antinomy.record.record import Record
from antinomy.record.taking import FOREIGN, entries_from
from antinomy.record.validity import Edge, Undated, Valid, parse_edge
from antinomy.record.writing import Left, as_entities, as_statements

__all__ = [
    "ACTS",
    "FOREIGN",
    "KINDS",
    "THINGS",
    "Act",
    "Edge",
    "Entry",
    "Head",
    "Kept",
    "Kind",
    "Left",
    "Link",
    "Moment",
    "Record",
    "Recorded",
    "Thing",
    "Undated",
    "Valid",
    "as_entities",
    "as_statements",
    "entries_from",
    "entries_in",
    "entry_of",
    "moment_of",
    "moment_text",
    "open_record",
    "parse_edge",
    "read_lines",
    "stamped",
    "written_lines",
]
