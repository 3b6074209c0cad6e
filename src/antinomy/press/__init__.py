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
from antinomy.press.ledger.recognise import Recogniser
from antinomy.press.ledger.settling import settle_statements
from antinomy.press.ledger.told import Findings
from antinomy.press.ledger.weighed import weigh_page
from antinomy.press.line import Judged, Line
from antinomy.press.pages.opening import Opened, open_page
from antinomy.press.pages.source import Kind, Source
from antinomy.press.reading import (
    Reading,
    ReadingWords,
    load_reading_words,
    read_page,
)
from antinomy.press.telling.catalogued import things_of
from antinomy.press.telling.names import Names, Thing
from antinomy.press.woven import Extent, Woven

__all__ = [
    "Claim",
    "ClaimWords",
    "Event",
    "Extent",
    "Finding",
    "Findings",
    "Issue",
    "Judged",
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
    "Source",
    "Statement",
    "Thing",
    "Time",
    "Woven",
    "claims_of",
    "findings_of",
    "gold_records",
    "ledger_of",
    "load_claim_words",
    "load_reading_words",
    "match_page",
    "open_page",
    "read_ledger_words",
    "read_page",
    "settle_statements",
    "things_of",
    "weigh_page",
]
