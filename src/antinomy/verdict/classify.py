"""Classify a chip: figures, ECCN paragraphs, tariff bands, letters, review policies.

Says that parameters are met, never that the item is subject to the EAR; a letter is
listed with its addressee, never as a control of the chip.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from antinomy.catalogue import add_chip_facts
from antinomy.language import (
    FALSE,
    ROOT,
    Concluded,
    Form,
    Member,
    Proof,
    Prover,
    Some,
    either,
)
from antinomy.law import Concludes, Imposes, Measure, Provision, State, rule_name
from antinomy.transaction import Thing, Things, Transaction, case_of
from antinomy.values import Citation, Fact, Known, Source, Truth
from antinomy.verdict.destinations import Review, review_by_destination
from antinomy.verdict.weigher import Weigher
from antinomy.view import View


@dataclass(frozen=True, slots=True)
class _Met:
    """Something that a chip's parameters may meet, with the proof."""

    proof: Proof
    provision: Provision
    cite: Citation

    @property
    def truth(self) -> Truth:
        """Tell whether the parameters meet it."""
        return self.proof.truth


@dataclass(frozen=True, slots=True)
class Control(_Met):
    """One ECCN paragraph: whether the parameters meet it."""

    eccn: str


@dataclass(frozen=True, slots=True)
class TariffBand(_Met):
    """A band of chips on which a duty lies: whether the parameters fall in it."""

    band: str
    rate: str


@dataclass(frozen=True, slots=True)
class Classification:
    """What the law of a day says of a chip's parameters."""

    chip: str
    view: View
    figures: Mapping[str, Fact]
    controls: tuple[Control, ...]
    tariff_bands: tuple[TariffBand, ...]
    review: tuple[Review, ...]
    letters: tuple[Measure, ...]


class Classifier:
    """A view made ready to classify many chips."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._weigher = Weigher(view)
        self._controls_in_force = _goals(view, _control_of)
        self._bands_in_force = _goals(view, _band_of)
        goals = self._controls_in_force | self._bands_in_force
        rules = {_goal(name): form for name, (_, form) in goals.items()}
        live = view.law.live
        self._prover = Prover(replace(live, rules={**live.rules, **rules}))

    def classify(
        self, facts: Mapping[str, Fact], *, review: bool = True
    ) -> Classification:
        """Classify one chip from its stated facts (``chip``, or its figures).

        ``review`` adds the licence and its policy by destination.
        """
        case, chip = _chip_alone(facts, self.view)
        name = chip.facts.get("chip")
        return Classification(
            chip=str(name.value) if isinstance(name, Known) else _asked(facts),
            view=self.view,
            figures=chip.facts,
            controls=self._controls(case),
            tariff_bands=self._bands(case),
            review=review_by_destination(self._weigher, facts) if review else (),
            letters=_letters(self.view),
        )

    def _controls(self, case: Member) -> tuple[Control, ...]:
        """Prove, for every paragraph in force, whether the parameters meet it."""
        return tuple(
            Control(*self._met(eccn, provision, case), eccn)
            for eccn, (provision, _) in sorted(self._controls_in_force.items())
        )

    def _bands(self, case: Member) -> tuple[TariffBand, ...]:
        """Prove, for every tariff band in force, whether the parameters fall in it."""
        return tuple(
            TariffBand(
                *self._met(band, provision, case),
                band,
                _rate(self.view.packs.law.measures[provision.measure]),
            )
            for band, (provision, _) in sorted(self._bands_in_force.items())
        )

    def _met(
        self, name: str, provision: Provision, case: Member
    ) -> tuple[Proof, Provision, Citation]:
        version = self.view.law.standings[provision.id].version
        assert version is not None, "a provision in force has a wording"
        return self._prover.prove(_goal(name), case), provision, version.cite


def _goal(name: str) -> Concluded:
    return Concluded(ROOT, f"of a chip:{name}")


def _control_of(does: Concludes) -> str:
    return does.control


def _band_of(does: Concludes) -> str:
    return does.tariff_band


def _rate(measure: Measure) -> str:
    """Give the rate of the duty that the measure of a band imposes."""
    duties = [p.does for p in measure.provisions if isinstance(p.does, Imposes)]
    return ", ".join(dict.fromkeys(d.norm.rate for d in duties if d.norm.rate))


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


def _goals(
    view: View, name_of: Callable[[Concludes], str]
) -> dict[str, tuple[Provision, Form]]:
    """Give, by what it stands for, that some item or chip meets a provision for it."""
    schema = view.packs.law.names.schema
    found: dict[str, tuple[Provision, Form]] = {}
    for provision in view.packs.law.provisions.values():
        does = provision.does
        if not isinstance(does, Concludes) or not name_of(does):
            continue
        if view.law.standings[provision.id].state is State.NOT_IN_FORCE:
            continue
        form: Form = rule_name(provision)
        for scope in schema.lineage(provision.scope)[:-1]:
            form = Some(scope, form)
        first, forms = found.get(name_of(does), (provision, FALSE))
        found[name_of(does)] = (first, either(forms, form))
    return found


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
