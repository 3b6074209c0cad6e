"""The frozen value of one question: law, catalogue and lists on one day."""

from antinomy.view.accepted import (
    NOTHING,
    Accepted,
    AcceptedClaim,
    AcceptedFigure,
    AcceptedHolding,
    AcceptedListing,
    AcceptedTurn,
    Basis,
    Closing,
    Period,
    Turn,
    Unread,
    acceptance_json,
    entry_of_claim,
)
from antinomy.view.accepting import (
    against_packs,
    view_accepting,
    why_unread,
    with_accepted,
)
from antinomy.view.view import Packs, View, open_packs, view_moved_to, view_on

__all__ = [
    "NOTHING",
    "Accepted",
    "AcceptedClaim",
    "AcceptedFigure",
    "AcceptedHolding",
    "AcceptedListing",
    "AcceptedTurn",
    "Basis",
    "Closing",
    "Packs",
    "Period",
    "Turn",
    "Unread",
    "View",
    "acceptance_json",
    "against_packs",
    "entry_of_claim",
    "open_packs",
    "view_accepting",
    "view_moved_to",
    "view_on",
    "why_unread",
    "with_accepted",
]
