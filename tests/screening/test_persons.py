"""Names of persons: words in any order, initials, other spellings of one sound."""

import pytest
from tests.screening.desk import party, score

ALERT = 0.7


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Jonas Petrauskas", "PETRAUSKAS, Jonas"),
        ("Petrauskas Jonas", "PETRAUSKAS, Jonas"),
        ("Dr. Jonas Petrauskas", "PETRAUSKAS, Jonas"),
        ("Jonas K. Petrauskas", "PETRAUSKAS, Jonas"),
        ("Jonass Petrauskas", "PETRAUSKAS, Jonas"),
        ("JonasPetrauskas", "PETRAUSKAS, Jonas"),
        ("Mohammed Kareemi", "KARIMI, Mohamed"),
        ("Lo Kuo-hsiung", "LUO, Guoxiong"),  # Wade and Giles
        ("Cheung Kwok Hung", "ZHANG, Guoxiong"),  # as written in Hong Kong
        ("罗国雄", "LUO, Guoxiong"),
        ("羅國雄", "LUO, Guoxiong"),
        ("Luo Guo Xiong", "LUO, Guoxiong"),
        ("John Steel", "STEEL, John"),
        ("王文化", "WANG, Wenhua"),
        ("李海洋", "LI, Haiyang"),
        ("Йонас Петраускас", "PETRAUSKAS, Ionas"),
    ],
)
def test_the_same_person_is_found(name: str, listed: str) -> None:
    """Order, title, initials, script and system of spelling do not hide a person."""
    assert score(name, party(listed, kind="individual")) >= ALERT


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Jonas Kazlauskas", "PETRAUSKAS, Jonas"),
        ("Petrauskas", "PETRAUSKAS, Jonas"),
        ("罗国", "LUO, Guoxiong"),
        ("Chan", "CHEN, Guoxiong K"),
        ("欧阳", "LUO, Guoxiong"),
        ("李国雄", "LUO, Guoxiong"),
        ("Guoxiong Trading Co., Ltd.", "LUO, Guoxiong"),
    ],
)
def test_another_person_is_not(name: str, listed: str) -> None:
    """One word in common is not enough, and a firm is no person."""
    assert score(name, party(listed, kind="individual")) < ALERT


def test_a_firm_is_not_a_person_of_its_sound() -> None:
    """A name given surname first, with a comma, does not meet the firm it spells."""
    firm = party("Huarui", "Huarui Technologies Co., Ltd.")

    assert score("HUA, Rui", firm) < ALERT
    assert score("Huarui", firm) >= ALERT


def test_a_single_name_has_no_second_part_to_compare() -> None:
    """A name of one syllable, with other spellings or none, is compared whole."""
    listed = party("J JO", "J", "Y", kind="individual")

    for name in ("Yu", "LIU,", "Chen", "Y"):
        assert 0 <= score(name, listed) <= 1
