"""The grammar of quantities as the packs hold it: units, signs, and what qualifies."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from antinomy.files import Fields, Node, read_document
from antinomy.files.fields import to_number
from antinomy.files.node import as_scalar
from antinomy.press.found import Relation
from antinomy.press.grammar.amounts import amount_pattern
from antinomy.press.grammar.numerals import Numerals, counted, load_numerals
from antinomy.press.grammar.starts import Starts, load_starts
from antinomy.values import InputError, Number

Bare = Literal["always", "bounded", "never"]
_BEFORE: tuple[str, ...] = ("plain", "le", "ge", "lt", "gt", "approx")
_FAR: tuple[Relation, ...] = ("ge", "le")
_AFTER: tuple[Relation, ...] = ("ge", "le", "approx")


@dataclass(frozen=True, slots=True)
class UnitRule:
    """A unit and how its words are read.

    The number told is multiplied by ``scale``, then ``plus`` is added. ``more`` says
    that it is passed; ``one`` whether a bare 一 counts; ``figures`` that one Chinese
    figure alone does not. What matches ``barred`` must not follow.
    """

    unit: str
    zh: tuple[str, ...]
    en: tuple[str, ...]
    scale: Number
    plus: Number
    one: Bare
    more: bool
    figures: bool
    barred: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What stands around a number and says how it is meant: words and patterns.

    ``before`` holds the words of each relation, and as ``plain`` those that only end
    like one; behind the words of ``split`` they do not.
    """

    before: Mapping[str, tuple[str, ...]]
    any_before: tuple[str, ...]
    split: tuple[str, ...]
    fillers: tuple[str, ...]
    far: re.Pattern[str]
    after: re.Pattern[str]
    change_from: re.Pattern[str]
    change_to: re.Pattern[str]
    change_between: re.Pattern[str]
    change_back: re.Pattern[str]
    joint: re.Pattern[str]
    joint_and: re.Pattern[str]
    between: re.Pattern[str]
    bounded_before: re.Pattern[str]
    bounded_after: re.Pattern[str]
    model: re.Pattern[str]
    rank: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The grammar of quantities.

    ``starts`` leaps to where a quantity may begin, ``amounts`` reads it there.
    """

    numerals: Numerals
    starts: Starts
    amounts: re.Pattern[str]
    rules: Mapping[str, tuple[UnitRule, ...]]
    signs: Mapping[str, str]
    many: Mapping[str, int]
    years: tuple[int, int]
    hundredths: str
    nearly: str
    about: str
    passed: re.Pattern[str]
    around: Qualifiers


def load_unit_words(folder: Path) -> UnitWords:
    """Load the grammar of quantities and the numerals of a folder.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    file = Fields(read_document(folder / "quantities.yaml"))
    numerals = load_numerals(folder / "numerals.yaml")
    units = file.each("units", _unit)
    signs = _texts(file, "signs")
    vague = Fields(file.need("vague"))
    many = counted(vague, "en")
    more, about = vague.text("more"), vague.text("about")
    years = counted(file, "years")
    shares = _texts(file, "shares")
    pattern = amount_pattern(
        numerals,
        zh=[(word, _bars(unit)) for unit in units for word in unit.zh],
        en=[(word, _bars(unit)) for unit in units for word in unit.en],
        nouns=[w for unit in units if unit.unit == "count" for w in unit.en],
        signs=tuple(signs),
        many=tuple(many),
        words={
            "vague": vague.text("zh"),
            "more": more,
            "about": about,
            "heaps": vague.text("heaps"),
            "several": vague.text("several"),
            "counted": file.text("counted"),
            **{f"share_{k}": v for k, v in shares.items()},
            **{f"order_{k}": v for k, v in _texts(file, "ordinals").items()},
            **{f"adjective_{k}": v for k, v in _texts(file, "between").items()},
            **{f"range_{k}": v for k, v in _texts(file, "within").items()},
        },
    )
    found = UnitWords(
        numerals,
        load_starts(file, ("sign",)),
        pattern,
        _by_word(units),
        signs,
        many,
        (years["first"], years["last"]),
        shares["hundredths"],
        vague.text("nearly"),
        about,
        re.compile(f"[{''.join((more + about).split())}]"),
        _qualifiers(file),
    )
    vague.done()
    file.done()
    return found


def _unit(node: Node) -> UnitRule:
    fields = Fields(node)
    barred = fields.take("not")
    rule = UnitRule(
        unit=fields.text("unit"),
        zh=tuple(fields.text("zh", "").split()),
        en=tuple(word.replace("_", " ") for word in fields.text("en", "").split()),
        scale=_number(fields, "scale", 1),
        plus=_number(fields, "plus", 0),
        one=cast(
            "Bare", fields.choice("one", ("always", "bounded", "never"), "always")
        ),
        more=fields.flag("more", default=False),
        figures=fields.flag("figures", default=False),
        barred=None if barred is None else _compiled(as_scalar(barred).text, fields),
    )
    fields.done()
    return rule


def _bars(unit: UnitRule) -> str:
    return f"(?!{unit.barred.pattern})" if unit.barred else ""


def _by_word(units: tuple[UnitRule, ...]) -> dict[str, tuple[UnitRule, ...]]:
    found: dict[str, tuple[UnitRule, ...]] = {}
    for unit in units:
        for word in (*unit.zh, *unit.en):
            found[word] = (*found.get(word, ()), unit)
    return found


def _qualifiers(file: Fields) -> Qualifiers:
    relations = Fields(file.need("relations"))
    before = Fields(relations.need("before"))
    far = _alternatives(relations, "far", _FAR)
    after = _alternatives(relations, "after", _AFTER)
    change = Fields(file.need("change"))
    ranges = Fields(file.need("ranges"))
    bounded = Fields(file.need("bounded"))
    spelt = {name: _spelt(before, name) for name in _BEFORE}
    found = Qualifiers(
        before=spelt,
        any_before=tuple(word for words in spelt.values() for word in words),
        split=_spelt(relations, "split"),
        fillers=_spelt(relations, "filler"),
        far=_compiled(far, relations),
        after=_compiled(after, relations),
        change_from=_taken(change, "from"),
        change_to=_taken(change, "to"),
        change_between=_taken(change, "between"),
        change_back=_taken(change, "back"),
        joint=_taken(ranges, "joint"),
        joint_and=_taken(ranges, "and"),
        between=_taken(ranges, "between"),
        bounded_before=_taken(bounded, "before"),
        bounded_after=_taken(bounded, "after"),
        model=_taken(file, "model"),
        rank=_taken(file, "rank"),
    )
    for fields in (before, relations, change, ranges, bounded):
        fields.done()
    return found


def _spelt(fields: Fields, name: str) -> tuple[str, ...]:
    words = (word.replace("_", " ") for word in fields.text(name).split())
    return tuple(sorted(words, key=len, reverse=True))


def _alternatives(fields: Fields, name: str, relations: tuple[Relation, ...]) -> str:
    inside = Fields(fields.need(name))
    found = "|".join(f"(?P<{word}>{inside.text(word)})" for word in relations)
    inside.done()
    return found


def _texts(file: Fields, name: str) -> dict[str, str]:
    inside = Fields(file.need(name))
    return {key: inside.text(key) for key in inside.names()}


def _number(fields: Fields, name: str, default: int) -> Number:
    node = fields.take(name)
    return default if node is None else to_number(as_scalar(node))


def _taken(fields: Fields, name: str) -> re.Pattern[str]:
    return _compiled(fields.text(name), fields)


def _compiled(text: str, fields: Fields) -> re.Pattern[str]:
    try:
        return re.compile(text)
    except re.error as error:
        raise InputError(
            f"this is not a pattern: {error}; mend it", fields.at
        ) from None
