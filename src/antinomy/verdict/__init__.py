"""Findings, matrix, antinomies, questions, levers: ``assess`` is the one road."""

from antinomy.verdict.assess import Assessment, Assessor, assess
from antinomy.verdict.chip_report import classification_json
from antinomy.verdict.classify import (
    Classification,
    Classifier,
    Control,
    TariffBand,
    classify,
)
from antinomy.verdict.destinations import Review
from antinomy.verdict.findings import Finding
from antinomy.verdict.grade import Antinomy, Escape
from antinomy.verdict.leaning import leanings_of
from antinomy.verdict.levers import Lever, LeverKind
from antinomy.verdict.matrix import Cell, Row, why_unknown
from antinomy.verdict.questions import Question
from antinomy.verdict.reliance import Reliance
from antinomy.verdict.report import (
    as_json,
    coverage_json,
    fact_json,
    pack_coverage_json,
    packs_json,
)
from antinomy.verdict.texts import Words, fill
from antinomy.verdict.words import Grade, Verdict

__all__ = [
    "Antinomy",
    "Assessment",
    "Assessor",
    "Cell",
    "Classification",
    "Classifier",
    "Control",
    "Escape",
    "Finding",
    "Grade",
    "Lever",
    "LeverKind",
    "Question",
    "Reliance",
    "Review",
    "Row",
    "TariffBand",
    "Verdict",
    "Words",
    "as_json",
    "assess",
    "classification_json",
    "classify",
    "coverage_json",
    "fact_json",
    "fill",
    "leanings_of",
    "pack_coverage_json",
    "packs_json",
    "why_unknown",
]
