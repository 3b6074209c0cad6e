"""Read one match of the pattern of quantities: what it counts and how it is meant.

The groups of the match say how the quantity is written, as the pattern of
`antinomy.press.grammar.amounts` names them.
"""

import re
from collections.abc import Callable
from fractions import Fraction

from antinomy.press.found import Quantity, Relation
from antinomy.press.grammar.unitwords import UnitRule, UnitWords
from antinomy.press.woven import Extent
from antinomy.values import Number, whole

_AROUND = 28  # characters that are looked at before, in letters
_AROUND_HANZI = 10  # the same, in Chinese
_ONES = {"一", "one", "One"}
_RELATIONS: dict[str, Relation] = {
    "le": "le",
    "ge": "ge",
    "lt": "lt",
    "gt": "gt",
    "approx": "approx",
}
_SMALL = 4  # figures of a year, and at most of a model number


def before_in_line(text: str, place: int) -> str:
    """Give what stands before a place in its line."""
    latin = place and text[place - 1].isascii()
    before = text[max(0, place - (_AROUND if latin else _AROUND_HANZI)) : place]
    return before[before.rfind("\n") + 1 :]


class AmountReader:
    """Reads one match of the pattern, by the way the quantity is written."""

    def __init__(self, text: str, words: UnitWords, match: re.Match[str]) -> None:
        self._text = text
        self._words = words
        self._match = match
        self._read = words.numerals.read
        self._before = before_in_line(text, match.start())

    def quantities(self) -> tuple[Quantity, ...]:
        """Give the quantities of the match; none where it is no quantity."""
        way = self._match.lastgroup
        assert way, self._match
        return _WAYS[way](self)

    def _share(self) -> tuple[Quantity, ...]:
        value = self._read(self._match["shared"])
        parts = 1 if self._match["of"] == self._words.hundredths else 10
        return self._one(value and Fraction(value, parts), "%")

    def _fold(self) -> tuple[Quantity, ...]:
        return self._one(self._read(self._match["times"]), "times")

    def _mass(self) -> tuple[Quantity, ...]:
        return self._one(self._read(self._match["heap"]), "count")

    def _one(
        self,
        value: Number | None,
        unit: str,
        *,
        upper: Number | None = None,
        relation: Relation | None = None,
        end: int | None = None,
    ) -> tuple[Quantity, ...]:
        if value is None:
            return ()
        extent = Extent(self._match.start(), end or self._match.end())
        relation = relation or self._relation(extent.end)
        upper = upper if upper is None else whole(upper)
        value = whole(value)
        return (Quantity(extent, value, unit, relation, upper),)

    def _relation(self, end: int) -> Relation:
        around = self._words.around
        before = self._before.rstrip()
        for words in (before, _without(before, around.fillers)):
            if words.endswith(around.any_before):
                for name, ends in around.before.items():
                    if words.endswith(ends) and _is_whole(words, ends):
                        if name == "plain" and words[:-1].endswith(around.split):
                            continue
                        return "eq" if name == "plain" else _RELATIONS[name]
        found = around.after.match(self._text, end) or around.far.search(before)
        return _RELATIONS[found.lastgroup] if found and found.lastgroup else "eq"

    def _part(self) -> tuple[Quantity, ...]:
        under, over = self._read(self._match["under"]), self._read(self._match["over"])
        if not under or over is None:
            return ()
        return self._one(Fraction(over * 100) / under, "%")

    def _tenth(self) -> tuple[Quantity, ...]:
        match = self._match
        value, upper = self._read(match["tenths"]), self._read(match["tenths2"] or "")
        if value is None:
            return ()
        half = 5 if match["half"] else 0
        if upper is not None:
            return self._one(value * 10, "%", upper=upper * 10 + half)
        return self._one(value * 10 + half, "%")

    def _money(self) -> tuple[Quantity, ...]:
        match = self._match
        unit = self._words.signs[match["sign"]]
        value, upper = self._range(match["sum"], match["sum2"])
        return self._one(value, unit, upper=upper)

    def _order(self) -> tuple[Quantity, ...]:
        match = self._match
        if match["place"]:
            return self._one(self._read(match["place"]), "ordinal", relation="eq")
        place = self._words.numerals.place(match["place_en"])
        return self._one(place, "ordinal", relation="eq")

    def _round(self, text: str) -> Number | None:
        """Read a rank that has no figure before it: 百, 万亿."""
        return self._read("一" + text)

    def _vague(self) -> tuple[Quantity, ...]:
        match = self._match
        if match["heaped"]:
            return self._one(self._round(match["heaped"]), "count", relation="ge")
        value = self._round(match["rank"])
        rule = self._rule("vague_zh")
        unit = rule.unit if rule else "count"
        scale = rule.scale if rule else 1
        relation: Relation = "approx" if match["how"] == self._words.nearly else "ge"
        return self._one(value and value * scale, unit, relation=relation)

    def _rough(self) -> tuple[Quantity, ...]:
        match = self._match
        rule = self._rule("rough_zh")
        if rule is None or not (match["passed"] or len(rule.unit) == 3):  # noqa: PLR2004 - money
            return ()
        value = self._round(match["round"])
        relation: Relation = "gt" if match["passed"] else "ge"
        return self._one(value and value * rule.scale, rule.unit, relation=relation)

    def _many(self) -> tuple[Quantity, ...]:
        match = self._match
        if match["plural"]:
            value: Number | None = self._words.many[match["plural"].lower()]
            rule = self._rule("many_en")
        else:
            value = self._read("a " + match["some"])
            rule = self._rule("some_en")
        unit = rule.unit if rule else "count"
        scale = rule.scale if rule else 1
        return self._one(value and value * scale, unit, relation="ge")

    def _range(
        self, first: str, second: str | None
    ) -> tuple[Number | None, Number | None]:
        """Read one number, or two of which the second may say the scale of both."""
        value = self._number(first)
        if not second:
            return value, None
        upper = self._number(second)
        scale = re.sub(r"^[\d.,，]+|[\d.,]+$", "", second)
        if first.replace(".", "").isdigit() and scale != second:
            value = self._number(first + scale)
        return value, upper

    def _number(self, text: str) -> Number | None:
        return self._read(text if text.isascii() else self._words.passed.sub("", text))

    def _rule(self, group: str) -> UnitRule | None:
        """Give the rule of a unit's word where it stands."""
        match = self._match
        word = match[group]
        if word is None:
            return None
        rules = self._words.rules.get(word) or self._words.rules.get(
            word.replace("-", " "), ()
        )
        for rule in rules:
            if not (rule.barred and rule.barred.match(self._text, match.end(group))):
                return rule
        return None

    def _plain(self) -> tuple[Quantity, ...]:
        match = self._match
        group = next(g for g in ("zh", "en", "noun") if match[g])
        rule = self._rule(group)
        if rule is None or self._is_none(rule, match["number"], group):
            return ()
        value, upper = self._range(match["number"], match["number2"])
        if value is None:
            return ()
        figures = self._words.numerals.digits
        if len(match["number"]) > 1 and all(s in figures for s in match["number"]):
            return self._about(match["number"], rule, match.end(group))
        if rule.unit == "count" and not isinstance(value, int):
            return ()
        if match["percent"] and rule.unit != "%":
            return self._apart(rule, match.end(group))
        value = value * rule.scale + rule.plus
        end = match.end("number2" if upper is not None else "number")
        end = match.end(group) if group != "noun" else end
        if upper is not None:
            return self._two(value, upper * rule.scale + rule.plus, rule, end)
        relation: Relation | None = None
        passed = match["passing"] or self._words.passed.search(match["number"])
        if passed or rule.more:
            relation = "approx" if self._words.about in match[0] else "gt"
        return self._one(value, rule.unit, relation=relation, end=end)

    def _about(self, number: str, rule: UnitRule, end: int) -> tuple[Quantity, ...]:
        """Read two figures in a row as what lies between them: 七八家, 两三年."""
        low, high = (self._words.numerals.digits[sign] for sign in number[:2])
        if len(number) > 2 or not low < high:  # noqa: PLR2004 - 二〇二五
            return ()
        value, upper = low * rule.scale, high * rule.scale
        return self._one(value, rule.unit, upper=upper, relation="approx", end=end)

    def _two(
        self, value: Number, upper: Number, rule: UnitRule, end: int
    ) -> tuple[Quantity, ...]:
        """Give a range as one quantity, a change of shares as two."""
        match = self._match
        before = self._before
        changes = self._words.around.change_from.search(before)
        if value > upper and rule.unit == "count":
            return ()
        if value <= upper and not (match["percent"] and changes):
            return self._one(value, rule.unit, upper=upper, end=end)
        first = Extent(
            match.start(), match.end("percent" if match["percent"] else "number")
        )
        second = Extent(match.start("number2"), end)
        return (
            Quantity(first, whole(value), rule.unit, "from"),
            Quantity(second, whole(upper), rule.unit, "to"),
        )

    def _apart(self, rule: UnitRule, end: int) -> tuple[Quantity, ...]:
        """Give a share and the amount it leads to: fell 3 % to 40 euros."""
        match = self._match
        share, amount = self._number(match["number"]), self._number(match["number2"])
        if share is None or amount is None:
            return ()
        first = Extent(match.start(), match.end("percent"))
        second = Extent(match.start("number2"), end)
        value = whole(amount * rule.scale + rule.plus)
        return (
            Quantity(first, whole(share), "%", self._relation(first.end)),
            Quantity(second, value, rule.unit, "to"),
        )

    def _is_none(self, rule: UnitRule, number: str, group: str) -> bool:
        """Tell a number that only looks like a quantity."""
        match, around = self._match, self._words.around
        before = self._before
        single = len(number) == 1 and not number.isdigit()
        if rule.figures and single and not match["passing"]:
            return True
        if rule.unit == "year" and number.isdigit() and len(number) == _SMALL:
            return True
        if rule.unit == "count":
            if around.rank.search(before):
                return True
            plain = number.isdigit() and len(number) <= _SMALL
            if group != "zh" and plain:
                first, last = self._words.years
                if first <= int(number) <= last or around.model.search(before):
                    return True
        if number not in _ONES or rule.one == "always" or match["number2"]:
            return False
        if rule.one == "never":
            return True
        return not (
            match["joint"] == "-"
            or around.bounded_before.search(before)
            or around.bounded_after.match(self._text, match.end(group))
        )


def _without(text: str, fillers: tuple[str, ...]) -> str:
    """Leave out a word that may stand between a qualifier and its number."""
    for filler in fillers if text.endswith(fillers) else ():
        if text.endswith(filler):
            return text[: -len(filler)].rstrip()
    return text


def _is_whole(text: str, ends: tuple[str, ...]) -> bool:
    """Tell whether a text ends with one of the words and not within another word."""
    for end in ends:
        if text.endswith(end):
            before = text[: -len(end)][-1:]
            if not (end[0].isascii() and before.isascii() and before.isalpha()):
                return True
    return False


_WAYS: dict[str, Callable[[AmountReader], tuple[Quantity, ...]]] = {
    "share": AmountReader._share,  # noqa: SLF001 - the table of its own ways
    "part": AmountReader._part,  # noqa: SLF001
    "tenth": AmountReader._tenth,  # noqa: SLF001
    "money": AmountReader._money,  # noqa: SLF001
    "order": AmountReader._order,  # noqa: SLF001
    "vague": AmountReader._vague,  # noqa: SLF001
    "rough": AmountReader._rough,  # noqa: SLF001
    "many": AmountReader._many,  # noqa: SLF001
    "fold": AmountReader._fold,  # noqa: SLF001
    "mass": AmountReader._mass,  # noqa: SLF001
    "plain": AmountReader._plain,  # noqa: SLF001
}
