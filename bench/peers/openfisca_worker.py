"""OpenFisca: one vectorised simulation of all deals. What is left out is 0 or false.

Items and parties share the one person entity that OpenFisca allows. A yardstick only;
Antinomy never depends on it.
"""

import json
import sys
from importlib.metadata import version
from pathlib import Path
from types import CodeType
from typing import Any

PERIOD = "2026-01"
Fisca = Any  # what OpenFisca hands about
Encoding = Any  # the rules, as contenders.py wrote them
ROLES = [
    {"key": "item", "plural": "items", "label": "item", "doc": ""},
    {"key": "party", "plural": "parties", "label": "party", "doc": ""},
]


def formula_of(code: CodeType, known: dict[str, Any]) -> Fisca:
    """Make the function that OpenFisca calls, of the three arguments it looks for."""

    def formula(of: Fisca, period: Fisca, _parameters: Fisca) -> Fisca:
        members = getattr(of, "members", of)
        scope = {"deals": of, "members": members, "period": period, **known}
        return eval(code, scope)  # noqa: S307 - our own text

    return formula


def system(encoding: Encoding) -> Fisca:
    """Make the variables: a fact has no formula, a predicate has one."""
    import numpy as np  # noqa: PLC0415 - in the peer's environment only
    from openfisca_core import entities, periods, variables  # noqa: PLC0415
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem  # noqa: PLC0415

    things = entities.build_entity("thing", "things", "thing", is_person=True)
    deals = entities.build_entity("deal", "deals", "deal", roles=ROLES)
    made = TaxBenefitSystem([things, deals])
    types = {"flag": bool, "number": float, "decimal": float}
    roles = {"item": deals.ITEM, "party": deals.PARTY}

    def variable(name: str, entity: Fisca, kind: type, formula: Fisca = None) -> None:
        body = {
            "value_type": kind,
            "entity": entity,
            "definition_period": periods.MONTH,
            "label": name,
        }
        if formula:
            body["formula"] = formula
        made.add_variable(type(name, (variables.Variable,), body))

    for name, scope, kind, _ in encoding["facts"]:
        entity = deals if scope == "transaction" else things
        variable(name, entity, types.get(kind, str))
    for rule in encoding["rules"]:
        code = compile(rule["formula"], rule["name"], "eval")

        formula = formula_of(code, {"isin": np.isin, **roles})
        entity = deals if rule["entity"] == "deals" else things
        variable(rule["name"], entity, bool, formula)
    return made


def simulation(made: Fisca, rows: list[dict[str, Any]]) -> Fisca:
    """Say what is known, as OpenFisca's own dictionaries; leave the rest out."""
    from openfisca_core.simulations import SimulationBuilder  # noqa: PLC0415

    things: dict[str, Any] = {}
    deals: dict[str, Any] = {}
    for n, deal in enumerate(rows):
        own = {k: v for k, v in deal.items() if k not in {"items", "parties"}}
        said: dict[str, Any] = {k: {PERIOD: v} for k, v in own.items()}
        for under in ("items", "parties"):
            said[under] = [f"{under} {n} {i}" for i in range(len(deal[under]))]
            for name, facts in zip(said[under], deal[under], strict=True):
                things[name] = {k: {PERIOD: v} for k, v in facts.items()}
        deals[f"deal {n}"] = said
    situation = {"things": things, "deals": deals}
    return SimulationBuilder().build_from_entities(made, situation)


def main() -> None:
    """Answer the deals of a job, all kinds of them."""
    job = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    made = system(job["encoding"])
    letters = {}
    for kind, rows in job["deals"].items():
        asked = simulation(made, rows)
        goals = job["encoding"]["goals"]
        columns = [asked.calculate(goal, PERIOD) for goal in goals]
        answers = zip(*columns, strict=True)
        letters[kind] = ["".join("Y" if a else "N" for a in row) for row in answers]
    json.dump({"version": version("openfisca-core"), "letters": letters}, sys.stdout)


if __name__ == "__main__":
    main()
