"""Who counts through his holdings: cascades, control and shares through others."""

from antinomy.ownership.answers import (
    Answer,
    ParentAnswer,
    RuleAnswer,
    RuleState,
    answer,
)
from antinomy.ownership.reading import Question, questions_in
from antinomy.ownership.report import (
    answer_json,
    day_json,
    effective,
    parent_name,
    parent_word,
    word_of,
    would_be,
)
from antinomy.ownership.structure import (
    Band,
    Holder,
    Holding,
    Listing,
    Register,
    Structure,
)

__all__ = [
    "Answer",
    "Band",
    "Holder",
    "Holding",
    "Listing",
    "ParentAnswer",
    "Question",
    "Register",
    "RuleAnswer",
    "RuleState",
    "Structure",
    "answer",
    "answer_json",
    "day_json",
    "effective",
    "parent_name",
    "parent_word",
    "questions_in",
    "word_of",
    "would_be",
]
