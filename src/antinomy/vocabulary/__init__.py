"""Every fact that a transaction can state: its name, type, unit and question."""

from antinomy.vocabulary.entries import (
    ChildList,
    Entry,
    Unit,
    Vocabulary,
    act_fact,
)
from antinomy.vocabulary.reading import read_vocabulary

__all__ = [
    "ChildList",
    "Entry",
    "Unit",
    "Vocabulary",
    "act_fact",
    "read_vocabulary",
]
