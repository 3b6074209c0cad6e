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
    Within,
    both,
    either,
    facts_of,
    walk,
)
from antinomy.language.generate import Decide, generate, source_of
from antinomy.language.interpret import Interpreter
from antinomy.language.lint import (
    Fault,
    Lint,
    constants,
    cycles,
    gap,
    overlap,
    truth_anywhere,
    witness,
)
from antinomy.language.names import Names
from antinomy.language.parse import parse
from antinomy.language.printing import show
from antinomy.language.program import Program, missing_sets
from antinomy.language.proof import Proof, Step, leaves
from antinomy.language.prove import Prover, prove
from antinomy.language.regions import Regions, Subsets, regions_of
from antinomy.language.schema import ROOT, FactType, Kind, Schema
from antinomy.language.terms import Terms
from antinomy.language.weakness import Weaknesses, weaknesses

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
    "Fault",
    "Flag",
    "Form",
    "Inapplicable",
    "Interpreter",
    "Kind",
    "Lint",
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
    "Subsets",
    "Terms",
    "Value",
    "Weaknesses",
    "Within",
    "add",
    "blank",
    "both",
    "constants",
    "cycles",
    "either",
    "fact_ids",
    "facts_of",
    "gap",
    "generate",
    "leaves",
    "missing_sets",
    "overlap",
    "parse",
    "prove",
    "regions_of",
    "restrict",
    "show",
    "source_of",
    "truth_anywhere",
    "walk",
    "weaknesses",
    "without",
    "witness",
]
