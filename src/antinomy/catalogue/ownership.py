"""Read ``ownership.yaml``: whose holdings make a firm count, by rule."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from antinomy.catalogue.cells import STATUSES, day_of, percent_of
from antinomy.files import Fields, Node, read_document
from antinomy.values import Citation, Standing, Text


@dataclass(frozen=True, slots=True)
class GeneralLicence:
    """A licence for all that may stand beside a capture, between two days.

    It asks for a partner in one of some sets of places and a firm in none of others.
    """

    text: str
    since: date
    until: date
    partners: tuple[str, ...]
    not_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnershipRule:
    """A rule by which listed holders make a firm count.

    ``lists`` gives the lists that count, each with the mark an entry must bear or "".
    ``line`` is in percent, reached by the shares together. ``outside`` are the places
    whose firms are not captured. ``provision`` tells whether it is in force; without
    one it is from ``since`` on. ``strictest`` orders the words of entries.
    """

    id: str
    title: Text
    captured: str
    free: str
    lists: Mapping[str, str]
    line: int
    since: date
    cite: Citation
    outside: tuple[str, ...] = ()
    provision: str = ""
    strictest: Mapping[str, tuple[str, ...]] | None = None
    general_licence: GeneralLicence | None = None


@dataclass(frozen=True, slots=True)
class OwnershipRules:
    """The rules of holdings, and the places of the headquarters test."""

    rules: tuple[OwnershipRule, ...]
    headquarters: str
    headquarters_cite: Citation


def load_ownership(path: Path) -> OwnershipRules:
    """Load the rules.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    fields = Fields(read_document(path))
    rules = fields.each("rules", _rule)
    inner = Fields(fields.need("headquarters"))
    places, cite = inner.text("places"), _cite(inner.need("cite"))
    inner.done()
    fields.done()
    return OwnershipRules(rules, places, cite)


def _rule(node: Node) -> OwnershipRule:
    fields = Fields(node)
    lists = Fields(fields.need("lists"))
    licence = fields.take("general_licence")
    strictest = fields.take("strictest")
    rule = OwnershipRule(
        id=fields.text("rule"),
        title=fields.texts("title") or Text(""),
        captured=fields.text("captured"),
        free=fields.text("free"),
        lists={name: lists.text(name, "") for name in lists.names()},
        line=percent_of(fields, "line"),
        since=day_of(fields, "since"),
        cite=_cite(fields.need("cite")),
        outside=fields.words("outside"),
        provision=fields.text("provision", ""),
        strictest=None if strictest is None else _orders(strictest),
        general_licence=None if licence is None else _licence(licence),
    )
    fields.done()
    return rule


def _orders(node: Node) -> dict[str, tuple[str, ...]]:
    fields = Fields(node)
    return {name: fields.words(name) for name in fields.names()}


def _licence(node: Node) -> GeneralLicence:
    fields = Fields(node)
    licence = GeneralLicence(
        fields.text("text"),
        day_of(fields, "since"),
        day_of(fields, "until"),
        fields.words("partners"),
        fields.words("not_in"),
    )
    fields.done()
    return licence


def _cite(node: Node) -> Citation:
    fields = Fields(node)
    status = fields.choice("status", STATUSES)
    cite = Citation(fields.text("text"), fields.text("address"), Standing(status))
    fields.done()
    return cite
