"""Who takes part: each engine, its encodings, and what each is asked."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from peers import graphs, modules
from peers.spelling import CEL, ZEN, Tongue, cel_lists, goals, ours
from rules.shape import CODES, FACTS, RuleBase

PROVED = (0, 3, 6)  # a roll-up, one that needs three others, one that holds a NOT
COMPLETE = "complete"
UNKNOWN = "unknown"
CONDITIONS = (COMPLETE, UNKNOWN)
Encoding = dict[str, Any]  # JSON, as the workers read it


@dataclass(frozen=True, slots=True)
class Contender:
    """One engine with one encoding, as a worker and how it is called."""

    title: str
    peer: str  # its environment: bench/requirements-<peer>.txt
    worker: str
    encode: Callable[[RuleBase], Encoding]
    mode: str = ""
    sizes: tuple[int, ...] = (16, 80, 320)
    timed: tuple[str, ...] = CONDITIONS  # not where one error ends all goals

    @property
    def is_ours(self) -> bool:
        """Tell Antinomy from the others."""
        return self.peer == "antinomy"


def told(asked: RuleBase, /, **more: object) -> Encoding:
    """Give what every worker is told: the facts, the goals, its own text."""
    facts = [(n, at, kind, CODES.get(n, ())) for n, (at, kind, *_) in FACTS.items()]
    return {"facts": facts, "goals": asked.goals, **more}


def _traced(
    rules: RuleBase, write: Callable[[RuleBase, Any], graphs.Document]
) -> Encoding:
    own = {i: write(rules, graphs.needed(rules, rules.goals[i])) for i in PROVED}
    return told(rules, document=write(rules, rules.rules), traced=own)


def _each(rules: RuleBase, tongue: Tongue) -> Encoding:
    return told(rules, each=list(goals(tongue, rules).values()))


def _listed(rules: RuleBase) -> Encoding:
    return told(rules, list=f"[{', '.join(goals(ZEN, rules).values())}]")


OURS = Contender(
    "Antinomy", "antinomy", "antinomy_worker.py", lambda r: told(r, rules=ours(r))
)
CONTENDERS = (
    OURS,
    Contender(
        "zen, an expression a goal",
        "zen",
        "zen_worker.py",
        lambda r: _each(r, ZEN),
        mode="each",
    ),
    Contender(
        "zen, one expression for all goals",
        "zen",
        "zen_worker.py",
        _listed,
        mode="list",
        timed=(COMPLETE,),
    ),
    Contender(
        "zen, decision graph",
        "zen",
        "zen_worker.py",
        lambda r: _traced(r, graphs.graph),
        mode="graph",
        timed=(COMPLETE,),
    ),
    Contender(
        "zen, policy document",
        "zen",
        "zen_worker.py",
        lambda r: _traced(r, graphs.policy),
        mode="policy",
        timed=(COMPLETE,),
    ),
    Contender(
        "CEL, a program a goal",
        "cel",
        "cel_worker.py",
        lambda r: _each(r, CEL),
        mode="each",
    ),
    Contender(
        "CEL, a program for eight goals",
        "cel",
        "cel_worker.py",
        lambda r: told(r, lists=cel_lists(r)),
        mode="list",
        timed=(COMPLETE,),
    ),
    Contender(
        "Rego (regopy)",
        "rego",
        "rego_worker.py",
        lambda r: told(r, module=modules.rego(r)),
        sizes=(16,),
    ),
    Contender(
        "OpenFisca",
        "openfisca",
        "openfisca_worker.py",
        lambda r: told(r, rules=modules.fisca(r)),
        sizes=(16,),
        timed=(),
    ),
)
