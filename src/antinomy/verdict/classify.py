"""Classify a chip: figures, ECCN paragraphs, letters, review policy by destination.

Says that parameters are met, never that the item is subject to the EAR; a letter is
listed with its addressee, never as a control of the chip.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from antinomy.catalogue import add_chip_facts
from antinomy.language import FactName, Interpreter, Member
from antinomy.law import Concludes, Measure, Pack, Policy, Provision, State, rule_name
from antinomy.transaction import Thing, Things, Transaction, case_of
from antinomy.values import Citation, Fact, Json, Known, Source, Truth
from antinomy.verdict.findings import Finding
from antinomy.verdict.prepare import prepare
from antinomy.verdict.report import fact_json
from antinomy.verdict.weigher import Weigher
from antinomy.verdict.words import Verdict
from antinomy.view import View


@dataclass(frozen=True, slots=True)
class Control:
    """One ECCN paragraph: whether the parameters meet it."""

    eccn: str
    truth: Truth
    provision: Provision
    cite: Citation


@dataclass(frozen=True, slots=True)
class Review:
    """Whether a destination needs a licence for the chip, and how it is reviewed.

    Asked for an item taken to be of US origin, sent from the United States to an
    unlisted end user headquartered at the destination.
    """

    destination: str
    licence: Truth
    policies: tuple[Policy, ...]
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Classification:
    """What the law of a day says of a chip's parameters."""

    chip: str
    view: View
    figures: Mapping[str, Fact]
    controls: tuple[Control, ...]
    review: tuple[Review, ...]
    letters: tuple[Measure, ...]


class Classifier:
    """A view made ready to classify many chips."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._weigher = Weigher(view)

    def classify(self, facts: Mapping[str, Fact]) -> Classification:
        """Classify one chip from its stated facts (``chip``, or its figures)."""
        case, chip = _chip_alone(facts, self.view)
        name = chip.facts.get("chip")
        return Classification(
            chip=str(name.value) if isinstance(name, Known) else _asked(facts),
            view=self.view,
            figures=chip.facts,
            controls=_controls(case, self.view),
            review=_review(self._weigher, facts),
            letters=_letters(self.view),
        )


def classify(facts: Mapping[str, Fact], view: View) -> Classification:
    """Classify one chip under a view."""
    return Classifier(view).classify(facts)


def _chip_alone(facts: Mapping[str, Fact], view: View) -> tuple[Member, Thing]:
    """Give the case of one item that is this chip, and the chip with its figures."""
    chip = Thing("chip", "chip", "", facts)
    source = Source("a chip is asked about")
    item = Thing(
        "item",
        "item",
        "",
        {"kind": Known("chip", source)},
        {"chip": Things((chip,), Known(value=True, source=source))},
    )
    root = Thing(lists={"item": Things((item,), Known(value=True, source=source))})
    prepared = add_chip_facts(Transaction("", "", root), view.packs.catalogue)
    whole = prepared.root.members("item")[0].members("chip")[0]
    return case_of(prepared), whole


def _asked(facts: Mapping[str, Fact]) -> str:
    """Give the name asked about where it stands for several rows, or for none."""
    named = facts.get("chip")
    return str(named.value) if isinstance(named, Known) else ""


def _controls(case: Member, view: View) -> tuple[Control, ...]:
    """Test every provision that stands for an ECCN paragraph and is in force."""
    law = view.packs.law
    interpreter = Interpreter(view.law.live, case)
    by_eccn: dict[str, Control] = {}
    for provision in law.provisions.values():
        does = provision.does
        if not isinstance(does, Concludes) or not does.control:
            continue
        found = view.law.standings[provision.id]
        if found.state is State.NOT_IN_FORCE or found.version is None:
            continue
        for member in _members(case, provision.scope):
            truth = interpreter.truth(rule_name(provision), member)
            control = Control(does.control, truth, provision, found.version.cite)
            by_eccn[does.control] = _stronger(by_eccn.get(does.control), control)
    return tuple(by_eccn[eccn] for eccn in sorted(by_eccn))


def _stronger(old: Control | None, new: Control) -> Control:
    if old is None:
        return new
    return replace(
        max(old, new, key=lambda c: c.truth.certainly + c.truth.possibly),
        truth=old.truth | new.truth,
    )


def _members(case: Member, scope: str) -> list[Member]:
    return [member for member in case.walk() if member.scope == scope]


def _letters(view: View) -> tuple[Measure, ...]:
    """Give the letters known and open on the day, each with its addressee."""
    return tuple(
        measure
        for measure in view.packs.law.measures.values()
        if measure.kind == "letter"
        and measure.known_from is not None
        and measure.known_from <= view.known_by
        and any(
            view.law.standings[p.id].state is not State.NOT_IN_FORCE
            for p in measure.provisions
        )
    )


def _review(weigher: Weigher, facts: Mapping[str, Fact]) -> tuple[Review, ...]:
    """Ask the licence norms for each destination that the packs want shown."""
    return tuple(
        _reviewed(weigher, pack, facts, destination)
        for pack in weigher.view.packs.law.packs.values()
        for destination in pack.destinations
    )


def _reviewed(
    weigher: Weigher, pack: Pack, facts: Mapping[str, Fact], destination: str
) -> Review:
    transaction = _sale(facts, destination)
    prepared = prepare(transaction, weigher.view)
    licences = [
        finding
        for situation in weigher.situations(prepared)
        for cell in situation.row.cells
        for finding in cell.findings
        if situation.row.course.id == "supply_now"
        and finding.base is Verdict.LICENCE
        and finding.truth.possibly
        and _is_of_item(pack, finding)
    ]
    truth = Truth.FALSE
    for finding in licences:
        truth |= finding.truth
    telling = [f for f in licences if f.truth is truth]
    policies = {policy for finding in telling for policy in finding.policies}
    return Review(
        destination,
        truth,
        tuple(p for p in Policy if p in policies),
        tuple(f.provision.id for f in telling),
    )


def _is_of_item(pack: Pack, finding: Finding) -> bool:
    """Keep the pack's own norms; leave letters out, they bind their addressee."""
    own = {regime.id for regime in pack.regimes}
    return finding.measure_kind != "letter" and finding.norm.regime in own


def _sale(facts: Mapping[str, Fact], destination: str) -> Transaction:
    source = Source("supposed, to show the review by destination")
    yes = Known(value=True, source=source)
    no = Known(value=False, source=source)
    here = Known(destination, source)
    chip = Thing("chip", "items[0].contains[0]", "", facts)
    item = Thing(
        "item",
        "items[0]",
        "",
        {"kind": Known("chip", source), "us_origin": yes},
        {"chip": Things((chip,), yes)},
    )
    seller = _party("seller", frozenset({"exporter"}), Known("US", source), no)
    buyer = _party("buyer", frozenset({"purchaser", "end_user"}), here, no)
    root = Thing(
        facts={
            "exported_from": Known("US", source),
            "destination": here,
            "end_use.kind": Known("data_centre", source),
        },
        lists={"item": Things((item,), yes), "party": Things((seller, buyer), yes)},
    )
    return Transaction("classify", "seller", root)


def _party(party: str, roles: frozenset[str], seat: Fact, unlisted: Fact) -> Thing:
    source = Source("supposed, to show the review by destination")
    places = ("incorporated_in", "managed_in", "ultimate_parent_managed_in")
    facts: dict[str, Fact] = dict.fromkeys(places, seat)
    facts |= {"roles": Known(roles, source), "us_el.listed": unlisted}
    nobody = Things((), Known(value=True, source=source))
    return Thing("party", f"parties[{party}]", party, facts, {"owner": nobody})


def classification_json(answer: Classification) -> dict[str, Json]:
    """Give a classification as JSON."""
    view = answer.view
    return {
        "chip": answer.chip,
        "on": view.on.isoformat(),
        "known_by": view.known_by.isoformat(),
        "figures": {
            name: {
                **{
                    k: v
                    for k, v in fact_json(name, answer.figures).items()
                    if k != "fact"
                },
                "unit": _unit(view, name),
            }
            for name in answer.figures
        },
        "controls": [
            {
                "eccn": control.eccn,
                "truth": control.truth.value,
                "provision": control.provision.id,
                "citation": {
                    "text": control.cite.text,
                    "address": control.cite.address,
                },
                "source_status": control.cite.standing.value,
            }
            for control in answer.controls
        ],
        "letters": [
            {
                "measure": letter.id,
                "addressee": letter.addressee,
                "citation": {"text": letter.cite.text, "address": letter.cite.address},
            }
            for letter in answer.letters
        ],
        "review": [
            {
                "destination": row.destination,
                "licence": row.licence.value,
                "policies": [policy.value for policy in row.policies],
                "provisions": list(row.provisions),
            }
            for row in answer.review
        ],
        "tariff_bands": [],
        "note": {
            "en": view.packs.words["label.parameters_only"].en,
            "zh": view.packs.words["label.parameters_only"].zh,
        },
    }


def _unit(view: View, name: str) -> str:
    entry = view.packs.law.vocabulary.entries.get(FactName("chip", name))
    return entry.unit if entry else ""
