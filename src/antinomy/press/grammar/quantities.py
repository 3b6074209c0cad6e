"""Find the quantities of a text: exact numbers with their unit and how they are meant.

A number without a unit, and a number of a name, a date or a list, is no quantity.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from antinomy.press.found import Quantity, Relation
from antinomy.press.grammar.unitwords import UnitRule, UnitWords
from antinomy.press.woven import Extent
from antinomy.values import Number, whole

_AROUND = 32  # characters that are looked at before and behind
_ONES = {"一", "one", "One"}
_SMALL = 4  # figures of a model number


def find_quantities(
    text: str, words: UnitWords, taken: Sequence[Extent]
) -> tuple[Quantity, ...]:
    """Find the quantities of a twin text.

    Args:
        text: the twin text.
        words: the grammar of quantities.
        taken: extents of names and times, whose numbers are none.
    """
    found = list(_each(text, words, taken))
    return tuple(_paired(found, text, words))


def _each(text: str, words: UnitWords, taken: Sequence[Extent]) -> Iterator[Quantity]:
    extents = sorted(taken)
    starts = [extent.start for extent in extents]
    done = 0
    for start in words.starts.finditer(text):
        place = start.start()
        if place < done:
            continue
        match = words.amounts.match(text, place)
        if not match:
            continue
        before = bisect_right(starts, match.end() - 1)
        if before and extents[before - 1].end > place:
            done = extents[before - 1].end if extents[before - 1].start <= place else 0
            continue
        amounts = _Reader(text, words, match).quantities()
        if amounts:
            done = match.end()
            yield from amounts


class _Reader:
    """Reads one match of the pattern, by the way the quantity is written."""

    def __init__(self, text: str, words: UnitWords, match: re.Match[str]) -> None:
        self._text = text
        self._words = words
        self._match = match
        self._read = words.numerals.read

    def quantities(self) -> tuple[Quantity, ...]:
        """Give the quantities of the match; none where it is no quantity."""
        match self._match.lastgroup:
            case "share":
                parts = 1 if self._match["of"].startswith("百") else 10
                value = self._read(self._match["shared"])
                return self._one(value and Fraction(value, parts), "%")
            case "part":
                return self._part()
            case "tenth":
                return self._tenth()
            case "money":
                return self._money()
            case "order":
                return self._order()
            case "vague":
                return self._vague()
            case "rough":
                return self._rough()
            case "many":
                return self._many()
            case "fold":
                return self._one(self._read(self._match["times"]), "times")
            case "mass":
                return self._one(self._read(self._match["heap"]), "count")
            case _:
                return self._plain()

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
        relation = relation or self._relation(extent)
        upper = upper if upper is None else whole(Fraction(upper))
        value = whole(Fraction(value))
        return (Quantity(extent, value, unit, relation, upper),)

    def _relation(self, extent: Extent) -> Relation:
        around = self._words.around
        before = _before(self._text, extent.start)
        for found in (
            around.before.search(before),
            around.after.match(self._text, extent.end),
        ):
            if found:
                for name in ("le", "ge", "lt", "gt", "approx"):
                    if found.groupdict().get(name) is not None:
                        return name  # type: ignore[return-value]
        return "eq"

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
        value = self._round(match["rank"])
        rule = self._rule("vague_zh")
        unit = rule.unit if rule else "count"
        scale = rule.scale if rule else 1
        relation: Relation = "approx" if match["how"] == "近" else "ge"
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
        return self._read(re.sub("[多余来]", "", text))

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
        value = value * rule.scale + rule.plus
        end = match.end("number2" if upper is not None else "number")
        end = match.end(group) if group != "noun" else end
        if upper is not None:
            return self._two(value, upper * rule.scale + rule.plus, rule, end)
        relation: Relation | None = None
        passed = match["passing"] or re.search("[多余来]", match["number"])
        if passed or rule.more:
            relation = "approx" if "来" in match[0] else "gt"
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
        before = _before(self._text, match.start())
        changes = self._words.around.change_from.search(before)
        if value <= upper and not (match["percent"] and changes):
            return self._one(value, rule.unit, upper=upper, end=end)
        first = Extent(
            match.start(), match.end("percent" if match["percent"] else "number")
        )
        second = Extent(match.start("number2"), end)
        return (
            Quantity(first, whole(Fraction(value)), rule.unit, "from"),
            Quantity(second, whole(Fraction(upper)), rule.unit, "to"),
        )

    def _is_none(self, rule: UnitRule, number: str, group: str) -> bool:
        """Tell a number that only looks like a quantity."""
        match, around = self._match, self._words.around
        before = _before(self._text, match.start())
        single = len(number) == 1 and not number.isdigit()
        if rule.figures and single:
            return True
        if rule.unit == "count":
            if around.rank.search(before):
                return True
            plain = number.isdigit() and len(number) <= _SMALL
            if group != "zh" and plain and around.model.search(before):
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


def _before(text: str, place: int) -> str:
    """Give what stands before a place in its line."""
    before = text[max(0, place - _AROUND) : place]
    return before[before.rfind("\n") + 1 :]


def _paired(found: list[Quantity], text: str, words: UnitWords) -> Iterator[Quantity]:
    """Relate neighbours of one unit: a change from one to the other, or a range."""
    last: Quantity | None = None
    for each in found:
        now = each
        if last and last.unit == now.unit and last.upper is None and now.upper is None:
            pair = _pair(last, now, text, words)
            if isinstance(pair, Quantity):
                last = pair
                continue
            last, now = pair
        if last:
            yield last
        last = now if now.relation in {"from", "to"} else _alone(now, text, words)
    if last:
        yield last


def _alone(quantity: Quantity, text: str, words: UnitWords) -> Quantity:
    before = _before(text, quantity.extent.start)
    if quantity.unit != "ordinal" and words.around.change_to.search(before):
        return replace(quantity, relation="to")
    return quantity


def _pair(
    first: Quantity, second: Quantity, text: str, words: UnitWords
) -> Quantity | tuple[Quantity, Quantity]:
    around = words.around
    between = text[first.extent.end : second.extent.start]
    before = _before(text, first.extent.start)
    starts = around.change_from.search(before)
    joint = around.joint.fullmatch(between)
    both = (replace(first, relation="from"), replace(second, relation="to"))
    if first.unit == "ordinal" or "from" in {first.relation, second.relation}:
        return first, second
    if starts and around.change_between.fullmatch(between):
        is_length = first.unit in {"day", "week", "month", "year", "hour", "count"}
        if not (joint and is_length and first.value < second.value):
            return both
    if joint and first.value > second.value:
        return both
    is_between = around.joint_and.fullmatch(between) and around.between.search(before)
    if (joint or is_between) and first.value < second.value:
        extent = Extent(first.extent.start, second.extent.end)
        return replace(first, extent=extent, upper=second.value)
    if around.change_to.search(_before(text, second.extent.start)) and (
        len(between) < _AROUND and not re.search("[,，。;；]", between)
    ):
        return both
    if first.relation == "to" and around.change_back.fullmatch(between):
        return first, replace(second, relation="from")
    return first, second
