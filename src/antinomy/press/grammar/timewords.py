"""The calendar grammar as the packs hold it: words, figures, forms.

A form is a pattern with slots; what its slots took says what the expression tells.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from antinomy.files import Fields, Node, read_document
from antinomy.files.fields import to_number
from antinomy.files.node import as_listing, as_scalar
from antinomy.press.grammar.numerals import (
    Numerals,
    alternatives,
    counted,
    load_numerals,
)
from antinomy.press.grammar.starts import Starts, load_starts
from antinomy.values import InputError, Location

Bounds = tuple[int, int]

_SLOT = re.compile(r"(?<!\?P)<(\w+)(?::(\w+))?>")
_SHARED = re.compile(r"\{([a-z]\w*)\}")
_SPACES = re.compile(r"\[(?:\\.|[^\]\\])*\]|\\.|[_ ]")
_SPACE = {" ": r"[ \xa0\u3000]{1,3}", "_": r"[ \xa0\u3000]{0,3}"}
_CONTEXT = 24  # characters before a form that its context may look at


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a day: its pattern, and what must and must not stand before.

    It ``begins`` with a figure, another Chinese sign, or a word of Latin letters.
    ``slots`` names for each group of the pattern what it tells.
    """

    begins: frozenset[str]
    pattern: re.Pattern[str]
    plain: str
    follows: tuple[re.Pattern[str], ...]
    bars: tuple[re.Pattern[str], ...]
    slots: tuple[tuple[int, str], ...]

    def match(self, text: str, place: int) -> re.Match[str] | None:
        """Match at a place, where the context allows the form."""
        found = self.pattern.match(text, place)
        if not found or not (self.follows or self.bars):
            return found
        before = text[max(0, place - _CONTEXT) : place]
        before = before[before.rfind("\n") + 1 :]
        if self.follows and not any(p.search(before) for p in self.follows):
            return None
        return None if any(p.search(before) for p in self.bars) else found


@dataclass(frozen=True, slots=True)
class FormSet:
    """The forms that may begin with a kind of sign, in their order.

    Group ``i`` of ``any_form``, from 1, is form ``i - 1``.
    """

    any_form: re.Pattern[str]
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The calendar grammar: the forms in their order, and what their words count.

    ``year_parts`` and ``month_parts`` hold the first and last month, or day, of the
    early, middle and late part; ``ahead`` and ``back`` are days.
    """

    numerals: Numerals
    starts: Starts
    sets: tuple[FormSet, FormSet, FormSet]
    values: Mapping[str, Mapping[str, int]]
    joint: re.Pattern[str]
    between: re.Pattern[str]
    joint_and: re.Pattern[str]
    ahead_before: re.Pattern[str]
    ahead_after: re.Pattern[str]
    years: Bounds
    written: Bounds
    ahead: int
    back: int
    after_cited: int
    year_parts: tuple[Bounds, ...]
    month_parts: tuple[Bounds, ...]

    def value(self, group: str, text: str) -> int | None:
        """Read what a slot took: a word of its table, or figures."""
        table = self.values.get(group, {})
        if text in table:
            return table[text]
        number = self.numerals.read(text)
        return number if isinstance(number, int) else None


def load_time_words(folder: Path) -> TimeWords:
    """Load the calendar grammar and the numerals of a folder.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    file = Fields(read_document(folder / "times.yaml"))
    values, patterns = _words(file)
    shared = {name: text for name, (text, _) in _patterns(file, "shared").items()}
    context = {n: _compiled(*pair) for n, pair in _patterns(file, "context").items()}
    slots = _Slots(patterns, shared)
    forms = file.each("forms", lambda node: _form(node, slots, context))
    parts = Fields(file.need("parts"))
    same, ranges = Fields(file.need("same_year")), Fields(file.need("ranges"))
    future = Fields(file.need("future"))
    found = TimeWords(
        numerals=load_numerals(folder / "numerals.yaml"),
        starts=load_starts(file, ("figure", "sign")),
        sets=(_set(forms, "figure"), _set(forms, "sign"), _set(forms, "word")),
        values=values,
        joint=_taken(ranges, "joint"),
        between=_taken(ranges, "between"),
        joint_and=_taken(ranges, "and"),
        ahead_before=_taken(future, "before"),
        ahead_after=_taken(future, "after"),
        years=_bounds(file, "years"),
        written=_bounds(file, "written"),
        ahead=_count(same, "ahead"),
        back=_count(same, "back"),
        after_cited=_count(file, "after_cited"),
        year_parts=_thirds(parts, "year"),
        month_parts=_thirds(parts, "month"),
    )
    for fields in (parts, same, ranges, future, file):
        fields.done()
    return found


@dataclass(frozen=True, slots=True)
class _Slots:
    """What the slots of the forms stand for."""

    patterns: Mapping[str, Mapping[str, str]]
    shared: Mapping[str, str]

    def fill(self, text: str, at: Location, *, named: bool) -> str:
        """Give a form as a pattern, with a group for each slot or without."""
        while _SHARED.search(text):
            text = _SHARED.sub(lambda m: self._shared(m, at), text)
        text = _SPACES.sub(lambda m: _SPACE.get(m[0], m[0]), text)
        seen = iter(range(1, 1000))

        def slot(found: re.Match[str]) -> str:
            inside = self._inside(found[1], found[2], at)
            return (
                f"(?P<{found[1]}_{next(seen)}>{inside})" if named else f"(?:{inside})"
            )

        filled = _SLOT.sub(slot, text)
        return filled if named else re.sub(r"\(\?P<\w+>", "(?:", filled)

    def _shared(self, found: re.Match[str], at: Location) -> str:
        if found[1] not in self.shared:
            raise InputError(f"no shared part is called {found[1]!r}", at)
        return self.shared[found[1]]

    def _inside(self, group: str, name: str | None, at: Location) -> str:
        sets = self.patterns.get(group, {})
        if name and name in sets:
            return sets[name]
        if (name or group) in self.patterns["figures"]:
            return self.patterns["figures"][name or group]
        if name or not sets:
            raise InputError(f"no words are held for <{group}:{name or ''}>", at)
        return "|".join(sets.values())


def _words(
    file: Fields,
) -> tuple[dict[str, dict[str, int]], dict[str, dict[str, str]]]:
    """Take the tables of words: what each counts, and the pattern of each set."""
    values: dict[str, dict[str, int]] = {}
    patterns: dict[str, dict[str, str]] = {"figures": {}}
    groups = Fields(file.need("words"))
    for group in groups.names():
        sets = Fields(groups.need(group))
        for name in sets.names():
            table = counted(sets, name)
            values.setdefault(group, {}).update(table)
            patterns.setdefault(group, {})[name] = alternatives(table)
    for name, (text, _) in _patterns(file, "figures").items():
        patterns["figures"][name] = text
    return values, patterns


def _patterns(file: Fields, name: str) -> dict[str, tuple[str, Location]]:
    inside = Fields(file.need(name))
    found = {}
    for key in inside.names():
        scalar = as_scalar(inside.need(key))
        found[key] = (scalar.text, scalar.at)
    return found


def _compiled(text: str, at: Location) -> re.Pattern[str]:
    try:
        return re.compile(text)
    except re.error as error:
        raise InputError(f"this is not a pattern: {error}; mend it", at) from None


def _taken(fields: Fields, name: str) -> re.Pattern[str]:
    scalar = as_scalar(fields.need(name))
    return _compiled(scalar.text, scalar.at)


def _form(node: Node, slots: _Slots, context: Mapping[str, re.Pattern[str]]) -> Form:
    fields = Fields(node)
    text = fields.text("text")

    def named(name: str) -> Iterator[re.Pattern[str]]:
        for word in fields.text(name, "").split():
            if word not in context:
                raise InputError(f"no context is called {word!r}", fields.at)
            yield context[word]

    pattern = _compiled(slots.fill(text, fields.at, named=True), fields.at)
    groups = pattern.groupindex.items()
    form = Form(
        frozenset(fields.text("at").split()),
        pattern,
        slots.fill(text, fields.at, named=False),
        tuple(named("follows")),
        tuple(named("bars")),
        tuple((index, name.partition("_")[0]) for name, index in groups),
    )
    fields.done()
    return form


def _set(forms: tuple[Form, ...], kind: str) -> FormSet:
    within = tuple(form for form in forms if kind in form.begins)
    return FormSet(re.compile("|".join(f"({f.plain})" for f in within)), within)


def _count(fields: Fields, name: str) -> int:
    return int(to_number(as_scalar(fields.need(name))))


def _bounds(fields: Fields, name: str) -> Bounds:
    inside = Fields(fields.need(name))
    found = _count(inside, "first"), _count(inside, "last")
    inside.done()
    return found


def _thirds(parts: Fields, name: str) -> tuple[Bounds, ...]:
    inside = Fields(parts.need(name))
    found = []
    for third in ("early", "mid", "late"):
        first, last = as_listing(inside.need(third))
        found.append(
            (int(to_number(as_scalar(first))), int(to_number(as_scalar(last))))
        )
    inside.done()
    return tuple(found)
