"""Who a name may be: names in Latin and Chinese letters against those of lists."""

from antinomy.screening.answer import Accepted, Answer, Query, Result, answer_class
from antinomy.screening.cleaning import Cleaned, Step, clean
from antinomy.screening.compare import Comparison, compare_firms
from antinomy.screening.counts import Counts, Weights, counts_from, counts_of
from antinomy.screening.filing import FiledName, filed_from, filed_json, filed_names
from antinomy.screening.keys import filed_under
from antinomy.screening.lexicon import NameLexicon, load_name_lexicon
from antinomy.screening.pairing import Agreement
from antinomy.screening.pairs import same_name
from antinomy.screening.parts import Name, take_apart
from antinomy.screening.party import (
    Alias,
    ListedParty,
    Role,
    Supplement,
    party_from,
    party_of,
)
from antinomy.screening.persons import compare_persons
from antinomy.screening.screen import Index, Screener

__all__ = [
    "Accepted",
    "Agreement",
    "Alias",
    "Answer",
    "Cleaned",
    "Comparison",
    "Counts",
    "FiledName",
    "Index",
    "ListedParty",
    "Name",
    "NameLexicon",
    "Query",
    "Result",
    "Role",
    "Screener",
    "Step",
    "Supplement",
    "Weights",
    "answer_class",
    "clean",
    "compare_firms",
    "compare_persons",
    "counts_from",
    "counts_of",
    "filed_from",
    "filed_json",
    "filed_names",
    "filed_under",
    "load_name_lexicon",
    "party_from",
    "party_of",
    "same_name",
    "take_apart",
]
