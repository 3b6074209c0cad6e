"""Rule bases of the shape of law, from a seed: the shape only, never a law.

Each block of sixteen rules has five predicates of an item, three of a party and eight
of the transaction, which are the goals: thresholds that overlap, a carve-out, an
exception, roll-ups over items and parties, and a goal that needs two others. No two
blocks share a threshold, and each draws its own wording. The formula of a rule is a
tree of plain tuples; ``peers/spelling.py`` writes it in each peer's language.
"""

import random
from dataclasses import dataclass

Tree = tuple["str | int | float | Tree", ...]

PLACES = ("AA", "BB", "CC", "DD", "EE", "FF", "GG", "HH", "KK", "LL", "MM", "NN")
CODES = {
    "role": ("seller", "forwarder", "purchaser", "end_user"),
    "end_use": ("data_centre", "research", "resale", "state", "other"),
}
# name -> (scope, type, lowest, highest); densities have two decimals
FACTS: dict[str, tuple[str, str, int, int]] = {
    "tpp": ("item", "number", 0, 20_000),
    "density": ("item", "decimal", 50, 1_200),
    "bandwidth": ("item", "number", 0, 4_000),
    "home_content": ("item", "number", 0, 100),
    "for_data_centres": ("item", "flag", 0, 0),
    "home_origin": ("item", "flag", 0, 0),
    "home_tools": ("item", "flag", 0, 0),
    "made_in": ("item", "place", 0, 0),
    "listed": ("party", "flag", 0, 0),
    "owned": ("party", "number", 0, 100),
    "assets": ("party", "number", 0, 5_000),
    "seated_in": ("party", "place", 0, 0),
    "parent_in": ("party", "place", 0, 0),
    "role": ("party", "code", 0, 0),
    "destination": ("transaction", "place", 0, 0),
    "end_use": ("transaction", "code", 0, 0),
    "price": ("transaction", "number", 0, 1_000_000),
    "licence_held": ("transaction", "flag", 0, 0),
    "refuses": ("transaction", "flag", 0, 0),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A named predicate of a scope; every one of the transaction is a goal."""

    name: str
    scope: str
    tree: Tree


@dataclass(frozen=True, slots=True)
class RuleBase:
    """Rules in an order in which each needs only those before it."""

    seed: int
    rules: tuple[Rule, ...]

    @property
    def goals(self) -> tuple[str, ...]:
        """Give the names of the goals in order."""
        return tuple(r.name for r in self.rules if r.scope == "transaction")

    @property
    def named(self) -> dict[str, Rule]:
        """Give the rules by name."""
        return {rule.name: rule for rule in self.rules}


class _Draw:
    """Draw thresholds, each once in a whole rule base, and sets of words."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)  # noqa: S311 - no secret, a repeatable draw
        self._used: dict[str, set[int]] = {}

    def least(self, fact: str, low: float = 0.05, high: float = 0.95) -> Tree:
        """Say that a number reaches a threshold from a part of its range."""
        return (">=", fact, self._threshold(fact, low, high))

    def below(self, fact: str, low: float = 0.05, high: float = 0.95) -> Tree:
        """Say that a number stays below a threshold."""
        return ("<", fact, self._threshold(fact, low, high))

    def among(self, fact: str, least: int = 2, most: int = 5) -> Tree:
        """Say that a place is in a set."""
        count = self._dice.randint(least, most)
        return ("in", fact, *sorted(self._dice.sample(PLACES, count)))

    def word(self, fact: str) -> Tree:
        """Say that a code is one word or in a set of two."""
        one, other = self._dice.sample(CODES[fact], 2)
        return ("=", fact, one) if self.coin() else ("in", fact, *sorted((one, other)))

    def coin(self, chance: float = 0.5) -> bool:
        """Toss a coin."""
        return self._dice.random() < chance

    def _threshold(self, fact: str, low: float, high: float) -> int | float:
        _, kind, least, most = FACTS[fact]
        first, last = (round(least + (most - least) * part) for part in (low, high))
        used = self._used.setdefault(fact, set())
        free = [n for n in range(first, last) if n not in used]
        found = self._dice.choice(free)
        used.add(found)
        return found / 100 if kind == "decimal" else found


def ref(name: str) -> Tree:
    """Refer to another rule."""
    return ("ref", name)


def no(tree: Tree) -> Tree:
    """Negate."""
    return ("not", tree)


def make(size: int, seed: int) -> RuleBase:
    """Make a rule base of a multiple of sixteen rules."""
    assert size % 16 == 0, "sixteen rules make a block"
    draw = _Draw(seed)
    rules: list[Rule] = []
    for block in range(size // 16):
        made = _items(draw, block) + _parties(draw, block)
        rules += made + _goals(draw, block)
    return RuleBase(seed, tuple(rules))


def _items(draw: _Draw, k: int) -> list[Rule]:
    above: Tree = (
        "or",
        draw.least("tpp", 0.4, 0.9),
        ("and", draw.least("tpp", 0.1, 0.5), draw.least("density", 0.4, 0.8)),
    )
    band: Tree = ("and", draw.least("tpp", 0.1, 0.5), draw.least("density", 0.1, 0.4))
    if draw.coin():
        band = ("or", band, ("and", draw.least("bandwidth"), draw.least("density")))
    middle: Tree = ("and", band, no(ref(f"above_{k}")))
    carve: Tree = ("and", no(("flag", "for_data_centres")), draw.below("density"))
    reach: Tree = (
        "or",
        ("flag", "home_origin"),
        draw.least("home_content", 0.2),
        ("and", ("flag", "home_tools"), draw.among("made_in")),
    )
    control: Tree = (
        "and",
        ("or", ref(f"above_{k}"), ref(f"middle_{k}")),
        no(ref(f"carved_out_{k}")),
    )
    trees = {
        "above": above,
        "middle": middle,
        "carved_out": carve,
        "controlled": control,
        "reached": reach,
    }
    return [Rule(f"{name}_{k}", "item", tree) for name, tree in trees.items()]


def _parties(draw: _Draw, k: int) -> list[Rule]:
    captured: Tree = ("or", ("flag", "listed"), draw.least("owned", 0.2))
    seated: Tree = ("or", draw.among("seated_in"), draw.among("parent_in", 1, 3))
    if draw.coin():
        seated = ("or", draw.among("seated_in"), no(draw.among("parent_in", 6, 9)))
    concern: Tree = (
        "or",
        ref(f"captured_{k}"),
        ("and", ref(f"seated_{k}"), draw.word("role")),
    )
    trees = {"captured": captured, "seated": seated, "concern": concern}
    return [Rule(f"{name}_{k}", "party", tree) for name, tree in trees.items()]


def _goals(draw: _Draw, k: int) -> list[Rule]:
    caught: Tree = ("and", ref(f"controlled_{k}"), ref(f"reached_{k}"))
    licence: Tree = ("and", ("some", "item", caught), draw.among("destination", 4, 8))
    party: Tree = (
        "and",
        ("some", "party", ref(f"captured_{k}")),
        ("some" if draw.coin() else "every", "item", ref(f"reached_{k}")),
    )
    exempt: Tree = (
        "and",
        ("every", "party", no(ref(f"concern_{k}"))),
        draw.below("price", 0.3),
    )
    if draw.coin():
        exempt = ("or", exempt, ("and", draw.word("end_use"), draw.below("price")))
    forbidden: Tree = (
        "and",
        ("or", ref(f"needs_licence_{k}"), ref(f"needs_party_licence_{k}")),
        no(ref(f"exempt_{k}")),
        no(("flag", "licence_held")),
    )
    user: Tree = ("and", draw.word("role"), ref(f"seated_{k}"))
    use: Tree = (
        "and",
        ("some", "item", ref(f"above_{k}")),
        ("some", "party", user),
        draw.word("end_use"),
    )
    exposed: Tree = ("and", draw.among("seated_in", 3, 6), draw.least("assets", 0.1))
    foreign: Tree = ("and", ("some", "party", exposed), ("flag", "refuses"))
    notify: Tree = (
        "or",
        ("and", ("some", "item", draw.least("tpp")), no(ref(f"forbidden_{k}"))),
        ("every", "item", no(ref(f"reached_{k}"))),
    )
    knot: Tree = ("and", ref(f"forbidden_{k}"), ref(f"liable_abroad_{k}"))
    trees = {
        "needs_licence": licence,
        "needs_party_licence": party,
        "exempt": exempt,
        "forbidden": forbidden,
        "use_breach": use,
        "liable_abroad": foreign,
        "must_notify": notify,
        "knot": knot,
    }
    return [Rule(f"{name}_{k}", "transaction", tree) for name, tree in trees.items()]
