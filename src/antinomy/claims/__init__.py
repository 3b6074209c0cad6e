"""What is said of the world: events, statements, figures, listings and holdings.

Each item has its days, the day from which it is known, and what it rests on. Whether a
statement stands is never written into it: another item revises, retracts or denies it,
and both stay. Nothing enters without a source.
"""

from antinomy.claims.claims import Claims, Standing
from antinomy.claims.cue import Cue
from antinomy.claims.event import Event
from antinomy.claims.evidence import Evidence, Relation
from antinomy.claims.figure import Figure, Range, Scope, SideFigure
from antinomy.claims.holding import Holding, Listing
from antinomy.claims.item import Item, kind_of
from antinomy.claims.loading import read_claims
from antinomy.claims.reading import item_from
from antinomy.claims.statement import Statement
from antinomy.claims.terms import Terms, read_terms
from antinomy.claims.writing import item_json

__all__ = [
    "Claims",
    "Cue",
    "Event",
    "Evidence",
    "Figure",
    "Holding",
    "Item",
    "Listing",
    "Range",
    "Relation",
    "Scope",
    "SideFigure",
    "Standing",
    "Statement",
    "Terms",
    "item_from",
    "item_json",
    "kind_of",
    "read_claims",
    "read_terms",
]
