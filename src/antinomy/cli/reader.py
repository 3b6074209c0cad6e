"""The reader as the doors use it: words, names and the shipped record, loaded once."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from antinomy import __version__
from antinomy.cli import options
from antinomy.press import (
    ClaimWords,
    LedgerEntry,
    Reading,
    ReadingWords,
    claims_of,
    findings_of,
    ledger_of,
    load_claim_words,
    load_reading_words,
    open_page,
    read_page,
    things_of,
)
from antinomy.values import Day, Json
from antinomy.view import Packs
