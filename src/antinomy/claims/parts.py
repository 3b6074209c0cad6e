"""Read the parts that items are made of: evidence, cues, days, ranges, relations.

YAML of the packs and canonical JSON of the record have one shape and one reader.
"""

from fractions import Fraction
from typing import get_args

from antinomy.claims.cue import Cue
from antinomy.claims.evidence import Evidence, Relation, RelationKind
from antinomy.claims.figure import Range, Scope, ScopeField, SideFigure
from antinomy.files import Fields, Node, Scalar
from antinomy.files.fields import one_of, to_day, to_number
from antinomy.files.node import as_listing, as_scalar
from antinomy.values import (
    Citation,
    InputError,
    Number,
    Span,
    Standing,
    Text,
    whole,
)

RELATIONS: tuple[RelationKind, ...] = get_args(RelationKind)
OPEN = "open"
_SCOPES: tuple[ScopeField, ...] = get_args(ScopeField)
_STANDINGS = [standing.value for standing in Standing]


def text_of(fields: Fields, name: str) -> Text:
    """Take a text that must be there in both languages."""
    node = fields.need(name)
    text = fields_text(node)
    if not text.zh:
        raise InputError("a text for readers stands in en and zh", node.at)
    return text


def fields_text(node: Node) -> Text:
    """Read ``{en: ..., zh: ...}``."""
    fields = Fields(node)
    text = Text(fields.text("en"), fields.text("zh", ""))
    fields.done()
    return text


def evidence_of(node: Node) -> Evidence:
    """Read one publication: text, address, status and the day it was published."""
    fields = Fields(node)
    cite = Citation(
        fields.text("text"),
        fields.text("address", ""),
        Standing(fields.choice("status", _STANDINGS)),
        fields.text("quote", ""),
    )
    found = Evidence(cite, fields.day("published"))
    fields.done()
    return found


def relation_of(node: Node) -> Relation:
    """Read one relation, ``{retracts: statement.x}``."""
    fields = Fields(node)
    fields.known(RELATIONS)
    named = [kind for kind in RELATIONS if kind in fields]
    if len(named) == 1:
        found = Relation(named[0], fields.text(named[0]))
        fields.done()
        return found
    fields.done()
    expected = " or ".join(RELATIONS)
    raise InputError(f"a relation is one of {expected} and an id", fields.at)


def span_of(node: Node) -> Span:
    """Read a day, or ``{from: day, to: day}`` where ``to`` may be ``open``."""
    if isinstance(node, Scalar):
        day = to_day(as_scalar(node))
        return Span(day, day)
    fields = Fields(node)
    first = to_day(as_scalar(fields.need("from")))
    end = as_scalar(fields.need("to"))
    last = None if end.text == OPEN else to_day(end)
    fields.done()
    if last is not None and last < first:
        raise InputError(f"{last} is before {first}", end.at)
    return Span(first, last)


def exact_of(scalar: Scalar) -> Number:
    """Read a number written as a decimal or, where it has no end, a fraction."""
    over, bar, under = scalar.text.partition("/")
    if bar and over.lstrip("-").isdecimal() and under.isdecimal() and int(under):
        return whole(Fraction(int(over), int(under)))
    return to_number(scalar)


def range_of(node: Node) -> Range:
    """Read a number, or ``{low: number, high: number}``."""
    if isinstance(node, Scalar):
        value = exact_of(as_scalar(node))
        return Range(value, value)
    fields = Fields(node)
    low = exact_of(as_scalar(fields.need("low")))
    high = exact_of(as_scalar(fields.need("high")))
    fields.done()
    if high < low:
        raise InputError("high is below low; exchange them", fields.at)
    return Range(low, high)


def side_of(node: Node) -> SideFigure:
    """Read a number told beside the figure, and what it is."""
    fields = Fields(node)
    value = exact_of(as_scalar(fields.need("value")))
    found = SideFigure(value, text_of(fields, "note"))
    fields.done()
    return found


def scope_of(node: Node) -> Scope:
    """Read what a figure is true of."""
    fields = Fields(node)
    named = as_scalar(fields.need("field"))
    one_of(named, _SCOPES)
    field: ScopeField = "measure" if named.text == "measure" else "scope"
    found = Scope(
        text_of(fields, "note"),
        fields.words("needs"),
        fields.words("refuses"),
        field,
    )
    fields.done()
    if not found.needs and not found.refuses:
        raise InputError("a scope has needs or refuses, or both", fields.at)
    return found


def groups_of(fields: Fields, name: str) -> tuple[tuple[str, ...], ...]:
    """Take a list of groups; a member that is a single word is a group of one."""
    return fields.each(name, _group)


def cue_of(node: Node) -> Cue:
    """Read one way in which texts tell an item."""
    fields = Fields(node)
    cue = Cue(
        groups_of(fields, "things"),
        groups_of(fields, "words"),
        fields.words("without"),
    )
    fields.done()
    if not cue.words:
        raise InputError("a cue has at least one group of words", fields.at)
    for word in (word for group in (*cue.words, cue.without) for word in group):
        if word != word.lower() or not word:
            raise InputError(f"write {word.lower()!r}, not {word!r}", fields.at)
    return cue


def _group(node: Node) -> tuple[str, ...]:
    if isinstance(node, Scalar):
        return (as_scalar(node).text,)
    return tuple(as_scalar(item).text for item in as_listing(node))
