"""Rule bases as a Rego module, and as OpenFisca formulas."""

from peers.spelling import FISCA, LISTS, REGO, write
from rules.shape import RuleBase, Tree


class _Rego:
    """Write rules as a Rego module; each arm of OR, NOT and a roll-up is a rule."""

    def __init__(self, rules: RuleBase) -> None:
        self._rules = rules
        self._lines = ["package bench", "", "import rego.v1", ""]
        self._made = 0

    def write(self) -> str:
        for rule in self._rules.rules:
            self._rule(self._head(rule.name, rule.scope), rule.tree, rule.scope)
        goals = self._rules.goals
        self._lines += [f"default {goal} := false" for goal in goals]
        pairs = ", ".join(f'"{goal}": {goal}' for goal in goals)
        self._lines += ["", f"goals := {{{pairs}}}", ""]
        return "\n".join(self._lines)

    @staticmethod
    def _head(name: str, scope: str) -> str:
        return name if scope == "transaction" else f"{name}({scope[0]})"

    def _rule(self, head: str, tree: Tree, scope: str) -> None:
        arms = [a for a in tree[1:] if isinstance(a, tuple)]
        bodies = arms if tree[0] == "or" else [tree]
        wholes = ["; ".join(self._conditions(body, scope)) for body in bodies]
        self._lines += [f"{head} if {{ {whole} }}" for whole in wholes]

    def _conditions(self, tree: Tree, scope: str) -> list[str]:
        arms = [a for a in tree[1:] if isinstance(a, tuple)]
        match tree:
            case ("and", *_):
                return [c for arm in arms for c in self._conditions(arm, scope)]
            case ("not", _):
                return [f"not {self._named(arms[0], scope)}"]
            case ("some", str(of), _):
                body = self._named(arms[0], of)
                return [f"some {of[0]} in input.{LISTS[of]}", body]
            case ("every", str(of), _):
                body = self._named(arms[0], of)
                return [f"every {of[0]} in input.{LISTS[of]} {{ {body} }}"]
            case ("ref", str(name)):
                return [self._head(name, self._rules.named[name].scope)]
            case ("or", *_):
                return [self._named(tree, scope)]
            case _:
                return [write(REGO, tree, str)]

    def _named(self, tree: Tree, scope: str) -> str:
        """Give a form a name of its own, unless it has one."""
        if tree[0] == "ref":
            return self._conditions(tree, scope)[0]
        self._made += 1
        head = self._head(f"part_{self._made}", scope)
        self._rule(head, tree, scope)
        return head


def rego(rules: RuleBase) -> str:
    """Write the whole rule base as a Rego module."""
    return _Rego(rules).write()


def fisca(rules: RuleBase) -> list[dict[str, str]]:
    """Write each predicate as the formula of an OpenFisca variable.

    ``members`` is the things themselves in a formula of theirs, and the members of
    the deals in a formula of a deal.
    """
    of = {"transaction": "deals", "item": "members", "party": "members"}
    named = rules.named

    def named_as(other: str) -> str:
        return f"{of[named[other].scope]}({other!r}, period)"

    return [
        {
            "name": rule.name,
            "entity": "deals" if rule.scope == "transaction" else "things",
            "formula": write(FISCA, rule.tree, named_as),
        }
        for rule in rules.rules
    ]
