"""Verdicts of a cell and grades of a transaction, in their order."""

from enum import Enum


class Verdict(Enum):
    """What a regime says of a course."""

    PROHIBITED = "prohibited"
    LICENCE = "licence"
    EXPOSED = "exposed"
    DUTY = "duty"
    LATENT = "latent"
    NONE_FOUND = "none_found"
    UNKNOWN = "unknown"
    NOT_MODELLED = "not_modelled"

    @property
    def rank(self) -> int:
        """Give the strength: prohibited is strongest.

        >>> Verdict.PROHIBITED.rank > Verdict.LICENCE.rank
        True
        """
        return _RANKS[self]


_RANKS = {
    Verdict.PROHIBITED: 6,
    Verdict.LICENCE: 5,
    Verdict.EXPOSED: 4,
    Verdict.DUTY: 3,
    Verdict.LATENT: 2,
    Verdict.NONE_FOUND: 1,
    Verdict.UNKNOWN: 0,
    Verdict.NOT_MODELLED: 0,
}


class Grade(Enum):
    """How hard the conflict is for the asking party."""

    NONE = "none"
    EXPOSED = "EXPOSED"
    EXIT = "EXIT"
    HARD = "HARD"
    LATENT = "LATENT"
    UNKNOWN = "UNKNOWN"
