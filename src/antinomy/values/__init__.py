"""The small words everything is said in. Standard library only."""

from antinomy.values.canonical import Json, canonical_bytes, digest
from antinomy.values.days import Between, Day, KnownBy, Span, parse_day
from antinomy.values.errors import (
    AntinomyError,
    InputError,
    IntegrityError,
    Location,
    NotModelled,
    PackError,
)
from antinomy.values.exact import (
    Number,
    exact_text,
    parse_number,
    show_number,
    whole,
)
from antinomy.values.facts import (
    STATED,
    Acceptance,
    Bounded,
    Fact,
    Known,
    NotApplicable,
    OneOf,
    Scalar,
    Source,
    Unknown,
    fact_text,
    joined,
    scalar_text,
)
from antinomy.values.spelling import did_you_mean
from antinomy.values.truth import Truth
from antinomy.values.words import Citation, Lang, Standing, Text

__all__ = [
    "STATED",
    "Acceptance",
    "AntinomyError",
    "Between",
    "Bounded",
    "Citation",
    "Day",
    "Fact",
    "InputError",
    "IntegrityError",
    "Json",
    "Known",
    "KnownBy",
    "Lang",
    "Location",
    "NotApplicable",
    "NotModelled",
    "Number",
    "OneOf",
    "PackError",
    "Scalar",
    "Source",
    "Span",
    "Standing",
    "Text",
    "Truth",
    "Unknown",
    "canonical_bytes",
    "did_you_mean",
    "digest",
    "exact_text",
    "fact_text",
    "joined",
    "parse_day",
    "parse_number",
    "scalar_text",
    "show_number",
    "whole",
]
