"""The predicate language: parse, check, evaluate in three values, prove, decide.

Knows nothing of any law.
"""

from antinomy.language.bounds import PlaceSet
from antinomy.language.case import (
    INAPPLICABLE,
    AnyOf,
    Band,
    Inapplicable,
    Member,
    Value,
    add,
    blank,
    fact_ids,
    restrict,
    without,
)
from antinomy.language.exact import Exact
from antinomy.language.form import (
    FALSE,
    TRUE,
    Compare,
    Concluded,
    FactName,
    Flag,
    Form,
    Not,
    Op,
    Some,
    both,
    either,
    walk,
)
from antinomy.language.generate import Decide, generate, source_of
from antinomy.language.interpret import Interpreter
from antinomy.language.parse import Names, parse
from antinomy.language.printing import show
from antinomy.language.program import Program, missing_sets
from antinomy.language.proof import Proof, Step, leaves
from antinomy.language.prove import Prover, prove
from antinomy.language.regions import Regions, regions_of
from antinomy.language.schema import ROOT, FactType, Kind, Schema

__all__ = [
    "FALSE",
    "INAPPLICABLE",
    "ROOT",
    "TRUE",
    "AnyOf",
    "Band",
    "Compare",
    "Concluded",
    "Decide",
    "Exact",
    "FactName",
    "FactType",
    "Flag",
    "Form",
    "Inapplicable",
    "Interpreter",
    "Kind",
    "Member",
    "Names",
    "Not",
    "Op",
    "PlaceSet",
    "Program",
    "Proof",
    "Prover",
    "Regions",
    "Schema",
    "Some",
    "Step",
    "Value",
    "add",
    "blank",
    "both",
    "either",
    "fact_ids",
    "generate",
    "leaves",
    "missing_sets",
    "parse",
    "prove",
    "regions_of",
    "restrict",
    "show",
    "source_of",
    "walk",
    "without",
]
