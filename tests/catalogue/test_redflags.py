"""The red flags of the pack: each is said in two languages, sourced and reasoned."""

import re
from pathlib import Path

import pytest
from tests.cases.casefile import packs

import antinomy
from antinomy.catalogue import load_red_flags
from antinomy.values import InputError

HOUSE = Path(antinomy.__file__).parent
FILE = HOUSE / "packs" / "catalogue" / "redflags.yaml"
RAISED = re.compile(r'"(RF-[A-Z0-9-]+)",\s*"([a-z_]+)"')


def test_every_flag_is_said_sourced_and_asked() -> None:
    """Title, question and signs stand in English and Chinese, sources beside them."""
    for flag in packs().red_flags.flags.values():
        assert flag.title.zh, flag.code
        assert flag.asks.zh, flag.code
        assert flag.cites, flag.code
        assert 1 <= flag.weight <= 3, flag.code
        assert [] == [s.name for s in flag.signs.values() if not s.says.zh], flag.code


def test_there_are_thirty_five_flags() -> None:
    """The codes of the field, each once."""
    assert 35 == len(packs().red_flags.flags)


def test_every_threshold_has_its_reason() -> None:
    """A line that no authority set is marked as of the house."""
    thresholds = packs().red_flags.thresholds.values()

    assert [] == [line for line in thresholds if not line.reason]
    assert {True, False} == {line.is_house for line in thresholds}


def test_every_sign_that_is_raised_stands_in_the_pack() -> None:
    """No code raises a sign that the pack does not say."""
    flags = packs().red_flags.flags
    raised = {
        pair
        for path in (HOUSE / "routes").glob("*.py")
        for pair in RAISED.findall(path.read_text("utf-8"))
    }

    assert raised
    assert [] == sorted(p for p in raised if p[1] not in flags[p[0]].signs)


def test_every_reason_and_disposition_is_said_in_both_languages() -> None:
    """What follows is told in English and Chinese."""
    rules = packs().red_flags
    told = [*rules.dispositions.values(), *rules.policy.reasons.values()]

    assert [] == [text.en for text in told if not text.zh]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("cites: [supp3 no. 4,", "cites: [sup3 no. 4,", 'did you mean "supp3"'),
        ("value: 2022-10-01,", "value: 2022-13-01,", "is not a day"),
        ("basis: house}", "basis: home}", "is not a word known here"),
        ("- code: RF-FIT", "- cod: RF-FIT", "'code' is missing here"),
        ("  weight: 1\n", "  weight: heavy\n", "'heavy' is no whole number"),
        ("hold_weight: 4", "hold_wait: 4", "'hold_weight' is missing here"),
    ],
)
def test_a_fault_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    """What is wrong in the file is refused with file, line and column."""
    file = tmp_path / "redflags.yaml"
    text = FILE.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")

    place = r"redflags\.yaml:\d+:\d+: .*"
    with pytest.raises(InputError, match=place + re.escape(said)):
        load_red_flags(file)
