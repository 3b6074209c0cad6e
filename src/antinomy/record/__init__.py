"""The two-dated memory: appended once, chained, read as of a day on both axes."""

from antinomy.record.chain import Head, Link, read_lines, written_lines
from antinomy.record.claimed import (
    Beside,
    accepted_from,
    basis_of,
    cite_of,
    claim_of,
)
from antinomy.record.engine import address_of_file, file_of
from antinomy.record.entry import (
    ACTS,
    BY_DIGEST,
    KINDS,
    THINGS,
    Act,
    Entry,
    Kind,
    Thing,
    entry_of,
    stamped,
)
from antinomy.record.grades import Grades, load_grades
from antinomy.record.kept import Kept, Recorded
from antinomy.record.moments import Moment, moment_of, moment_text
from antinomy.record.opening import open_record
from antinomy.record.queue import (
    OF_READING,
    Effect,
    Waiting,
    acted,
    contradicted_by,
    first_to_tell,
    in_order,
    latest_at,
    newer_sources,
    place_of,
    thing_claimed,
    thing_told,
    waits,
)
from antinomy.record.reading import entries_in
from antinomy.record.record import Record
from antinomy.record.taking import FOREIGN, entries_from
from antinomy.record.validity import Edge, Undated, Valid, parse_edge
from antinomy.record.writing import Left, as_entities, as_statements

__all__ = [
    "ACTS",
    "BY_DIGEST",
    "FOREIGN",
    "KINDS",
    "OF_READING",
    "THINGS",
    "Act",
    "Beside",
    "Edge",
    "Effect",
    "Entry",
    "Grades",
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
    "Waiting",
    "accepted_from",
    "acted",
    "address_of_file",
    "as_entities",
    "as_statements",
    "basis_of",
    "cite_of",
    "claim_of",
    "contradicted_by",
    "entries_from",
    "entries_in",
    "entry_of",
    "file_of",
    "first_to_tell",
    "in_order",
    "latest_at",
    "load_grades",
    "moment_of",
    "moment_text",
    "newer_sources",
    "open_record",
    "parse_edge",
    "place_of",
    "read_lines",
    "stamped",
    "thing_claimed",
    "thing_told",
    "waits",
    "written_lines",
]
