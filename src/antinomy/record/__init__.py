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
from antinomy.record.record import Record, open_record
from antinomy.record.validity import Edge, Undated, Valid, parse_edge

__all__ = [
    "ACTS",
    "KINDS",
    "THINGS",
    "Act",
    "Edge",
    "Entry",
    "Head",
    "Kept",
    "Kind",
    "Link",
    "Moment",
    "Record",
    "Recorded",
    "Thing",
    "Undated",
    "Valid",
    "entry_of",
    "moment_of",
    "moment_text",
    "open_record",
    "parse_edge",
    "read_lines",
    "stamped",
    "written_lines",
]
