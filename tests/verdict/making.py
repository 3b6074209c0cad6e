"""Small findings, cells and rows, made by hand to be weighed."""

from antinomy.language import TRUE
from antinomy.law import (
    Course,
    Force,
    Imposes,
    Liability,
    Modality,
    Norm,
    Policy,
    Provision,
    State,
    Version,
)
from antinomy.values import Citation, Location, Text, Truth
from antinomy.verdict.findings import Finding
from antinomy.verdict.matrix import Row, cell_of

REGIME = "us.ear"


def norm(kind: str, regime: str = REGIME) -> Norm:
    """Make a norm whose verdict is ``kind``."""
    return Norm(
        regime=regime,
        modality=Modality.OBLIGE if kind == "duty" else Modality.FORBID,
        acts=("supply",),
        licence="bis_licence" if kind == "licence" else "",
        route="bis_authorisation" if kind == "route" else "",
        liability=Liability.DISCRETIONARY if kind == "exposed" else Liability.CERTAIN,
    )


def finding(
    kind: str,
    truth: Truth = Truth.TRUE,
    *,
    counted: Truth | None = None,
    policies: tuple[Policy, ...] = (),
    is_held: Truth = Truth.FALSE,
    regime: str = REGIME,
    force: Force = Force.BINDING,
) -> Finding:
    """Make a finding: ``prohibited``, ``route``, ``licence``, ``exposed``, ``duty``."""
    rule = norm(kind, regime)
    cite = Citation("a text")
    provision = Provision(
        id=f"{regime}.{kind}",
        measure="a measure",
        scope="transaction",
        does=Imposes(rule),
        versions=(Version("opens", cite),),
        title=Text(kind),
        at=Location("made"),
    )
    return Finding(
        provision=provision,
        norm=rule,
        force=force,
        state=State.IN_FORCE,
        truth=truth,
        counted=counted or truth,
        cite=cite,
        policies=policies,
        policy_is_certain=bool(policies),
        is_held=is_held,
    )


def row(course: str, *findings: Finding, available: Truth = Truth.TRUE) -> Row:
    """Make a course with one cell for each regime its findings speak of."""
    regimes = dict.fromkeys(f.norm.regime for f in findings) or {REGIME: None}
    cells = tuple(
        cell_of(course, r, findings, is_modelled=True, stale=None, flagged=())
        for r in regimes
    )
    return Row(Course(course, (), Text(course), (), {}, "TRUE", TRUE), available, cells)
