"""Who counts through his holdings: cascades, control and shares through others."""

from antinomy.ownership.answers import (
    Answer,
    ParentAnswer,
    RuleAnswer,
    RuleState,
    answer,
)
from antinomy.ownership.forms import FORMS, OWN, form_of, holdings_in
from antinomy.ownership.gathering import marked
from antinomy.ownership.reading import Question, check_whole, questions_in
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
from antinomy.ownership.writing import question_json

__all__ = [
    "FORMS",
    "OWN",
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
    "check_whole",
    "day_json",
    "effective",
    "form_of",
    "holdings_in",
    "marked",
    "parent_name",
    "parent_word",
    "question_json",
    "questions_in",
    "word_of",
    "would_be",
]
