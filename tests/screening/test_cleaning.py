"""A name in plain letters, with every step that brought it there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antinomy.screening import clean


@pytest.mark.parametrize(
    ("name", "plain", "steps"),
    [
        ("Example Ltd", "Example Ltd", []),
        ("Ｅｘａｍｐｌｅ", "Example", ["compatible"]),
        ("範例電子", "范例电子", ["simplified"]),
        ("重慶(qìng)範(fàn)例(lì)", "重庆范例", ["simplified", "without_sounds"]),
        ("Ex\u200bam\u202eple\u2066", "Example", ["visible"]),
        ("Exa\ue000mple", "Example", ["visible"]),
        ("Exаmple", "Example", ["one_alphabet"]),  # a Cyrillic letter inside
        ("Ex4mple 3HC", "Ex4mple 3HC", []),
        ("Semic0nductor", "Semiconductor", ["of_letters"]),
        ("Łódź Übung", "Lodz Ubung", ["plain"]),
        ("  Example \t Ltd ", "Example Ltd", ["visible", "spaced"]),
        ("Xi’an", "Xi'an", ["plain"]),
        ("Пример", "Primer", ["plain"]),
    ],
)
def test_each_step_is_kept(name: str, plain: str, steps: list[str]) -> None:
    """The plain form is reached by named steps, and those without effect are none."""
    found = clean(name)

    assert plain == found.text
    assert steps == [step.done for step in found.steps]


@given(st.text(max_size=60))
def test_what_is_plain_stays_plain(name: str) -> None:
    """Cleaning a cleaned name changes nothing more."""
    once = clean(name).text

    assert once == clean(once).text


@given(st.text(max_size=60))
def test_the_steps_lead_to_the_plain_name(name: str) -> None:
    """The last step, or the name itself where there is none, is the plain form."""
    found = clean(name)

    assert found.text == (found.steps[-1].text if found.steps else name)
    assert name == found.original
