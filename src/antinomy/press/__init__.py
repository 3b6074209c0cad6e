"""From a page to claims: keep the bytes, decode, clean, find, and match.

Every value found carries the span of the source it stands on, in code points. The text
of a page is evidence and never an instruction.
"""

from antinomy.press.claim import Claim, ClaimWords, claims_of, load_claim_words
from antinomy.press.found import Event, Link, Mention, Quantity, Statement, Time
from antinomy.press.gold import gold_records
from antinomy.press.ledger.entry import Issue, LedgerEntry
from antinomy.press.ledger.findings import findings_of
from antinomy.press.ledger.ledger import ledger_of
from antinomy.press.ledger.ledger_words import LedgerWords, read_ledger_words
from antinomy.press.ledger.match import Finding, Matched, match_page
from antinomy.press.ledger.matches import matches_of
from antinomy.press.ledger.recognise import Recogniser
from antinomy.press.ledger.settling import settle_statements
from antinomy.press.ledger.told import Findings
from antinomy.press.ledger.weighed import weigh_page
from antinomy.press.line import Judged, Line
from antinomy.press.pages.archive import Archived, Broken, records
from antinomy.press.pages.opening import Opened, foreign_kind, kind_of, open_page
from antinomy.press.pages.remark import Remark
from antinomy.press.pages.source import Kind, Source, digest_of
from antinomy.press.pages.source_words import SourceWords
from antinomy.press.reading import (
    Reading,
    ReadingWords,
    load_reading_words,
    read_page,
)
from antinomy.press.rows import RowWords, error_rows, rows_of, unread_mark
from antinomy.press.tables import (
    TABLES,
    Cell,
    Column,
    ColumnKind,
    Key,
    Row,
    Rows,
    rows_together,
)
from antinomy.press.telling.catalogued import things_of
from antinomy.press.telling.names import Names, Thing
from antinomy.press.woven import Extent, Woven

__all__ = [
    "TABLES",
    "Archived",
    "Broken",
    "Cell",
    "Claim",
    "ClaimWords",
    "Column",
    "ColumnKind",
    "Event",
    "Extent",
    "Finding",
    "Findings",
    "Issue",
    "Judged",
    "Key",
    "Kind",
    "LedgerEntry",
    "LedgerWords",
    "Line",
    "Link",
    "Matched",
    "Mention",
    "Names",
    "Opened",
    "Quantity",
    "Reading",
    "ReadingWords",
    "Recogniser",
    "Remark",
    "Row",
    "RowWords",
    "Rows",
    "Source",
    "SourceWords",
    "Statement",
    "Thing",
    "Time",
    "Woven",
    "claims_of",
    "digest_of",
    "error_rows",
    "findings_of",
    "foreign_kind",
    "gold_records",
    "kind_of",
    "ledger_of",
    "load_claim_words",
    "load_reading_words",
    "match_page",
    "matches_of",
    "open_page",
    "read_ledger_words",
    "read_page",
    "records",
    "rows_of",
    "rows_together",
    "settle_statements",
    "things_of",
    "unread_mark",
    "weigh_page",
]
