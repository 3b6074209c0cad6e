"""One rule base in the language of each peer: the mechanical encodings.

The languages differ in words only (``Tongue``). Where a language names predicates the
name is kept; where it has no names the predicate is written out in its place.
"""

from collections.abc import Callable
from dataclasses import dataclass

from rules.shape import FACTS, Rule, RuleBase, Tree

Inside = Callable[[str], str]
LISTS = {"item": "items", "party": "parties"}
_REGO_OF = {"item": "i", "party": "p", "transaction": "input"}
_FISCA_OF = {"item": "members", "party": "members", "transaction": "deals"}


@dataclass(frozen=True, slots=True)
class Tongue:
    """How a language writes the connectives, facts, words and roll-ups."""

    both: str
    either: str
    negation: str
    equal: str
    fact: Callable[[str, str], str]  # (scope, name)
    within: Callable[[str, list[str]], str]
    some: Callable[[str, str], str]  # (scope, body)
    every: Callable[[str, str], str]
    atom: str = "{}"
    quote: str = "'"


def _is_one_of(sign: str) -> Callable[[str, list[str]], str]:
    return lambda fact, words: f"{fact} {sign} [{', '.join(words)}]"


OURS = Tongue(
    both=" AND ",
    either=" OR ",
    negation="NOT ",
    equal="=",
    fact=lambda _, name: name,
    within=lambda fact, words: f"{fact} IN ({', '.join(words)})",
    some=lambda scope, body: f"some_{scope}({body})",
    every=lambda scope, body: f"every_{scope}({body})",
)
ZEN = Tongue(
    both=" and ",
    either=" or ",
    negation="not ",
    equal="==",
    fact=lambda scope, name: name if scope == "transaction" else f"#.{name}",
    within=_is_one_of("in"),
    some=lambda scope, body: f"some({LISTS[scope]}, {body})",
    every=lambda scope, body: f"all({LISTS[scope]}, {body})",
)
CEL = Tongue(
    both=" && ",
    either=" || ",
    negation="!",
    equal="==",
    fact=lambda scope, name: f"{scope[0]}.{name}",
    within=_is_one_of("in"),
    some=lambda scope, body: f"t.{LISTS[scope]}.exists({scope[0]}, {body})",
    every=lambda scope, body: f"t.{LISTS[scope]}.all({scope[0]}, {body})",
)
PYTHON = Tongue(
    both=" and ",
    either=" or ",
    negation="not ",
    equal="==",
    fact=lambda scope, name: f"{scope[0]}[{name!r}]",
    within=lambda fact, words: f"{fact} in {{{', '.join(words)}}}",
    some=lambda scope, body: f"any({body} for {scope[0]} in t[{LISTS[scope]!r}])",
    every=lambda scope, body: f"all({body} for {scope[0]} in t[{LISTS[scope]!r}])",
)

REGO = Tongue(
    both="; ",
    either="; ",
    negation="not ",
    equal="==",
    fact=lambda scope, name: f"{_REGO_OF[scope]}.{name}",
    within=lambda fact, words: f"{fact} in {{{', '.join(words)}}}",
    some=lambda _, body: body,  # a roll-up is a line of its own: modules.py
    every=lambda _, body: body,
    quote='"',
)
FISCA = Tongue(
    both=" & ",
    either=" | ",
    negation="~",
    equal="==",
    fact=lambda scope, name: f"{_FISCA_OF[scope]}({name!r}, period)",
    within=lambda fact, words: f"isin({fact}, [{', '.join(words)}])",
    some=lambda scope, body: f"deals.any({body}, role={scope})",
    every=lambda scope, body: f"deals.all({body}, role={scope})",
    atom="({})",
)


def write(tongue: Tongue, tree: Tree, named: Inside) -> str:
    """Write a formula; ``named`` says what stands for another predicate."""
    arms = [a for a in tree[1:] if isinstance(a, tuple)]
    match tree:
        case ("and", *_):
            return f"({tongue.both.join(write(tongue, a, named) for a in arms)})"
        case ("or", *_):
            return f"({tongue.either.join(write(tongue, a, named) for a in arms)})"
        case ("not", _):
            return f"{tongue.negation}({write(tongue, arms[0], named)})"
        case ("some", str(scope), _):
            return tongue.some(scope, write(tongue, arms[0], named))
        case ("every", str(scope), _):
            return tongue.every(scope, write(tongue, arms[0], named))
        case ("ref", str(name)):
            return named(name)
        case (str(kind), str(name), *rest):
            fact = tongue.fact(FACTS[name][0], name)
            return _atom(tongue, kind, fact, [_constant(tongue, word) for word in rest])
        case _:
            raise AssertionError(tree)


def _constant(tongue: Tongue, word: object) -> str:
    return f"{tongue.quote}{word}{tongue.quote}" if isinstance(word, str) else str(word)


def _atom(tongue: Tongue, kind: str, fact: str, words: list[str]) -> str:
    if kind == "flag":
        return fact
    sign = tongue.equal if kind == "=" else kind
    told = tongue.within(fact, words) if kind == "in" else f"{fact} {sign} {words[0]}"
    return tongue.atom.format(told)


def inlined(tongue: Tongue, rules: RuleBase, name: str) -> str:
    """Write a predicate with everything it needs written out in place."""
    named = rules.named

    def named_as(other: str) -> str:
        return write(tongue, named[other].tree, named_as)

    return named_as(name)


def ours(rules: RuleBase) -> list[dict[str, str]]:
    """Write the rules in our language, as a pack would hold them."""
    return [
        {"name": r.name, "scope": r.scope, "when": write(OURS, r.tree, lambda n: n)}
        for r in rules.rules
    ]


def goals(tongue: Tongue, rules: RuleBase) -> dict[str, str]:
    """Write each goal by itself, inlined."""
    return {goal: inlined(tongue, rules, goal) for goal in rules.goals}


def needs(tree: Tree) -> list[str]:
    """Give the predicates that a formula names."""
    match tree:
        case ("ref", str(name)):
            return [name]
        case _:
            return [n for arm in tree[1:] if isinstance(arm, tuple) for n in needs(arm)]


def cel_lists(rules: RuleBase) -> list[str]:
    """Write a program a block, each predicate of the transaction bound to its name.

    One program for all is refused: CEL's parser stops at a depth of 32.
    """
    blocks: dict[str, list[Rule]] = {}
    for rule in rules.rules:
        blocks.setdefault(rule.name.rpartition("_")[2], []).append(rule)
    named = rules.named

    def named_as(other: str) -> str:
        if named[other].scope == "transaction":
            return other
        return write(CEL, named[other].tree, named_as)

    lists = []
    for block in blocks.values():
        mine = [rule for rule in block if rule.scope == "transaction"]
        text = f"[{', '.join(rule.name for rule in mine)}]"
        for rule in reversed(mine):
            text = f"cel.bind({rule.name}, {write(CEL, rule.tree, named_as)}, {text})"
        lists.append(text)
    return lists
