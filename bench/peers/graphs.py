"""Rule bases as zen's own documents: a decision graph, and a policy.

In the graph the predicates of the transaction stand by name, one after another, and
those of the members are inlined. The policy is how zen 2 would have it: each item and
each party gets its predicates once, and the deal's name them.
"""

from dataclasses import replace
from typing import Any

from peers.spelling import LISTS, ZEN, needs, write
from rules.shape import FACTS, Rule, RuleBase

Document = dict[str, Any]  # JSON, as zen's loader takes it

_OWN = replace(ZEN, fact=lambda scope, name: f"{scope}.{name}")
_DEAL = replace(
    ZEN,
    fact=lambda scope, name: f"{_holder(scope)}.{name}",
    some=lambda scope, body: f"some(deal.{LISTS[scope]}, {body})",
    every=lambda scope, body: f"all(deal.{LISTS[scope]}, {body})",
)
_TYPES = {"flag": "boolean", "number": "number", "decimal": "number"}


def needed(rules: RuleBase, goal: str) -> tuple[Rule, ...]:
    """Give the rules that a goal needs, in order, itself last."""
    named, wanted, todo = rules.named, {goal}, [goal]
    while todo:
        more = [n for n in needs(named[todo.pop()].tree) if n not in wanted]
        wanted.update(more)
        todo += more
    return tuple(rule for rule in rules.rules if rule.name in wanted)


def graph(rules: RuleBase, wanted: tuple[Rule, ...]) -> Document:
    """Write a decision graph with one node of expressions."""
    named = rules.named

    def named_as(other: str) -> str:
        if named[other].scope == "transaction":
            return f"$.{other}"
        return write(ZEN, named[other].tree, named_as)

    lines = [
        {"id": rule.name, "key": rule.name, "value": write(ZEN, rule.tree, named_as)}
        for rule in wanted
        if rule.scope == "transaction"
    ]
    return {
        "contentType": "application/vnd.gorules.decision",
        "nodes": [
            _node("in", "inputNode"),
            _node("goals", "expressionNode", content={"expressions": lines}),
            _node("out", "outputNode"),
        ],
        "edges": [_edge("in", "goals"), _edge("goals", "out")],
    }


def _node(name: str, kind: str, **content: object) -> Document:
    place = {"x": 0, "y": 0}
    return {"id": name, "name": name, "type": kind, "position": place, **content}


def _edge(source: str, target: str) -> Document:
    name = f"{source}-{target}"
    return {"id": name, "type": "edge", "sourceId": source, "targetId": target}


def policy(rules: RuleBase, wanted: tuple[Rule, ...]) -> Document:
    """Write a policy: three entities and one expression for each predicate."""
    named = rules.named

    def in_deal(other: str) -> str:
        return f"{_holder(named[other].scope)}.{other}"

    def in_member(other: str) -> str:
        return f"{named[other].scope}.{other}"

    blocks = [_entity(scope) for scope in ("transaction", *LISTS)]
    for rule in wanted:
        if rule.scope == "transaction":
            key, text = f"deal.{rule.name}", write(_DEAL, rule.tree, in_deal)
        else:
            key, text = f"{rule.scope}.{rule.name}", write(_OWN, rule.tree, in_member)
        said = {"data": {"key": key, "value": text}}
        blocks.append({"id": rule.name, "type": "expression", "props": said})
    return {"contentType": "application/vnd.gorules.policy", "blocks": blocks}


def _holder(scope: str) -> str:
    return "deal" if scope == "transaction" else "#"


def _entity(scope: str) -> Document:
    facts = [
        _property(name, _TYPES.get(kind, "string"))
        for name, (of, kind, *_) in FACTS.items()
        if of == scope
    ]
    if scope == "transaction":
        facts += [
            {**_property(under, "relationship", array=True), "target": member}
            for member, under in LISTS.items()
        ]
    name = "deal" if scope == "transaction" else scope
    said = {"data": {"name": name, "properties": facts}}
    return {"id": f"of {name}", "type": "dataModel", "props": said, "children": []}


def _property(name: str, kind: str, *, array: bool = False) -> Document:
    return {"id": name, "name": name, "type": kind, "array": array, "optional": False}
