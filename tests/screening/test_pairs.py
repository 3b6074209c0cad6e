import pytest
from tests.screening.desk import EveryName, lexicon

from antinomy.screening import Comparison, same_name

WEIGHTS = EveryName([]).weights()
ALERT = lexicon().scoring.pairs["alert"]


def compared(one: str, other: str) -> Comparison:
    """Compare two names of which nothing more is said."""
    return same_name(one, other, "", lexicon(), WEIGHTS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qinghe Laser Co., Ltd.", "QINGHE LASER COMPANY LIMITED"),
        ("青禾激光有限公司", "Qinghe Laser"),
        ("Marta Oleksandrivna Kovalenko", "Kovalenko Marta"),
    ],
)
def test_two_spellings_of_one_name_agree(one: str, other: str) -> None:
    """Legal form, script and order of words do not part a name from itself."""
    assert compared(one, other).score >= ALERT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qinghe Laser Co., Ltd.", "Qinghe Textile Co., Ltd."),
        ("Marta Kovalenko", "Igor Kovalenko"),
    ],
)
def test_another_trade_or_first_name_parts_two_names(one: str, other: str) -> None:
    """What tells two parties apart counts between two names too."""
    assert compared(one, other).score < ALERT


def test_which_name_comes_first_is_no_matter() -> None:
    """The two names change places and the score stays."""
    pair = ("Qinghe Laser Technology (Wuhan) Co., Ltd.", "Qinghe Laser")

    assert compared(*pair).score == compared(*pair[::-1]).score


def test_a_kind_that_is_stated_is_kept_to() -> None:
    """Names stated to be persons' are compared as persons' alone."""
    as_person = same_name("Li Wei", "Wei Li", "person", lexicon(), WEIGHTS)
    as_firm = same_name("Li Wei", "Li Wei", "firm", lexicon(), WEIGHTS)

    assert as_person.score >= ALERT
    assert {"li", "wei"} == {agreed.query for agreed in as_person.agreed}
    assert as_firm.score >= ALERT
