"""Taking the fields of a mapping: nothing is passed over, nothing is guessed."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from antinomy.files import Fields
from antinomy.files.fields import to_flag, to_number
from antinomy.files.node import as_scalar
from antinomy.files.reading import parse_document
from antinomy.values import InputError, Text


def fields(text: str) -> Fields:
    """Read fields from text."""
    return Fields(parse_document(text, "deal.yaml"))


Take = Callable[[Fields], object]


@pytest.mark.parametrize(
    ("text", "take", "expected"),
    [
        ("a: x", lambda f: f.text("a"), "x"),
        ("b: x", lambda f: f.text("a", "none"), "none"),
        ("a:", lambda f: f.text("a", "none"), "none"),
        ("a: rule", lambda f: f.choice("a", ["rule", "order"]), "rule"),
        ("b: x", lambda f: f.choice("a", ["rule"], "rule"), "rule"),
        ("a: true", lambda f: f.flag("a", default=False), True),
        ("b: 1", lambda f: f.flag("a", default=True), True),
        ("a: 2025-05-13", lambda f: f.day("a"), date(2025, 5, 13)),
        ("b: 1", lambda f: f.day("a"), None),
        ("a: [CN, MY]", lambda f: f.words("a"), ("CN", "MY")),
        ("a: CN", lambda f: f.words("a"), ("CN",)),
        ("b: CN", lambda f: f.words("a"), ()),
        ("a: none", lambda f: f.texts("a"), Text("none")),
        ("a: {en: none, zh: 无}", lambda f: f.texts("a"), Text("none", "无")),
        ("b: 1", lambda f: f.texts("a"), None),
        ("a: 5.92", lambda f: to_number(as_scalar(f.need("a"))), Fraction(148, 25)),
        ("a: [1, 2]", lambda f: f.each("a", lambda n: as_scalar(n).text), ("1", "2")),
        ("b: 1", lambda f: f.each("a", as_scalar), ()),
    ],
)
def test_a_field_is_taken_with_its_type(
    text: str, take: Take, expected: object
) -> None:
    """A field is read as what it is for, and an absent one as what stands for it."""
    assert expected == take(fields(text))


@pytest.mark.parametrize(
    ("text", "take", "expected"),
    [
        ("b: x", lambda f: f.text("a"), "1:1: 'a' is missing here"),
        ("a:", lambda f: f.need("a"), "1:1: 'a' is missing here"),
        ("a: [x]", lambda f: f.text("a"), "1:4: a: expected a single value, found a l"),
        ("a: {b: 1}", lambda f: f.text("a"), "1:4: a: expected a single value, found"),
        (
            "a: ordre",
            lambda f: f.choice("a", ["rule", "order"]),
            "1:4: a: 'ordre' is not a word known here; did you mean \"order\"?",
        ),
        (
            "a: 7",
            lambda f: f.choice("a", ["rule", "order"]),
            "1:4: a: '7' is not a word known here; expected one of: rule, order",
        ),
        (
            "a: yes",
            lambda f: f.flag("a", default=False),
            "1:4: a: expected true or false, found 'yes'",
        ),
        (
            "a: 1",
            lambda f: to_flag(as_scalar(f.need("a"))),
            "1:4: a: expected true or false, found '1'",
        ),
        ("a: 2025-02-30", lambda f: f.day("a"), "1:4: a: '2025-02-30' is not a day"),
        (
            "a: NaN",
            lambda f: to_number(as_scalar(f.need("a"))),
            "1:4: a: 'NaN' is not a decimal number within bounds",
        ),
        (
            "a: 1e400",
            lambda f: to_number(as_scalar(f.need("a"))),
            "1:4: a: '1e400' is not a decimal number within bounds",
        ),
        ("a: x", lambda f: f.each("a", as_scalar), "1:4: a: expected a list, found t"),
        ("a: [[x]]", lambda f: f.words("a"), "1:5: a[0]: expected a single value, fo"),
        ("a: [x]", lambda f: f.texts("a"), "1:4: a: expected a text or {en: ..., zh"),
        ("a: {zh: 无}", lambda f: f.texts("a"), "1:4: a: 'en' is missing here"),
        (
            "a: {en: x, de: y}",
            lambda f: f.texts("a"),
            "1:12: a.de: unknown key 'de'",
        ),
    ],
)
def test_a_field_of_another_kind_is_refused(
    text: str, take: Take, expected: str
) -> None:
    """What does not fit is told with its place, what was seen and what was expected."""
    with pytest.raises(InputError) as caught:
        take(fields(text))

    assert str(caught.value).startswith(f"deal.yaml:{expected}")


def test_a_key_that_nobody_asked_for_is_an_error() -> None:
    """An unknown key is never ignored; the nearest known one is named."""
    form = fields("quantitty: 3\nkind: chip\n")
    form.text("kind")
    form.take("quantity")

    with pytest.raises(InputError) as caught:
        form.done()

    assert (
        "deal.yaml:1:1: quantitty: unknown key 'quantitty'; did you mean \"quantity\"?"
        == str(caught.value)
    )


def test_keys_may_be_named_without_being_taken() -> None:
    """A hint may name a key that could stand here though this form did not ask."""
    form = fields("managd_in: CN\n")
    form.known(["managed_in"])

    assert "managd_in" in form
    assert ["managd_in"] == form.names()
    with pytest.raises(InputError, match='did you mean "managed_in"'):
        form.done()


def test_a_form_read_to_its_end_is_done() -> None:
    """When every key was taken there is nothing left to refuse."""
    form = fields("a: 1\n")
    form.text("a")

    form.done()


@pytest.mark.parametrize("text", ["[1, 2]", "word", "~"])
def test_a_form_is_a_mapping(text: str) -> None:
    """Where names with values belong, a list or a word is refused."""
    with pytest.raises(InputError, match=r"1:1: expected a mapping \(name: value\)"):
        fields(text)


def test_a_pattern_that_is_none_is_told_with_its_place() -> None:
    """A regular expression with a fault is refused where it stands."""
    with pytest.raises(InputError, match="no regular expression") as caught:
        fields("word: a\npattern: '(b'").pattern("pattern")

    assert caught.value.at is not None
    assert 2 == caught.value.at.line


def test_a_pattern_may_lack_where_it_is_asked_so() -> None:
    """An absent or empty regular expression is None, and one that is there matches."""
    form = fields("empty: ''\nthere: 'b+'")

    assert form.pattern_or_none("absent") is None
    assert form.pattern_or_none("empty") is None
    found = form.pattern_or_none("there")
    assert found is not None
    assert found.fullmatch("bb")
