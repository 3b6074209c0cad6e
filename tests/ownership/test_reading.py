"""Holdings in a file: what cannot be is refused where it stands."""

import pytest

from antinomy.files import parse_document
from antinomy.ownership import Question, questions_in
from antinomy.values import InputError

FILE = """
cases:
- id: one
  subject: C
  as_of: 2025-10-15
  entities:
    X: {{kind: company, hq: CN, lists: [{{list: EL, from: 2020-01-01}}]}}
    C: {{kind: company, hq: MY}}
  {extra}
  edges:
    - {{owner: {owner}, owned: C, share: {share}{more}}}
"""


def read(
    owner: str = "X", share: str = "50", more: str = "", extra: str = "note: none"
) -> Question | InputError:
    """Read a file of one case."""
    text = FILE.format(owner=owner, share=share, more=more, extra=extra)
    [found] = questions_in(parse_document(text, "own.yaml"))
    return found


def test_a_structure_is_read() -> None:
    """Shares are exact, bands have two ends, what nobody asked for is named."""
    found = read(share='["25.01", "50"]', extra="colour: red")

    assert isinstance(found, Question)
    [holding] = found.structure.holdings
    assert "2501/100" == str(holding.equity.low)
    assert ("colour",) == found.not_read


def test_an_unknown_key_of_an_entity_is_named_too() -> None:
    """What a file says of a holder and nobody reads stands beside the answer."""
    text = FILE.format(owner="X", share="50", more="", extra="note: none")
    text = text.replace("hq: MY", "hq: MY, site: Johor")
    [found] = questions_in(parse_document(text, "own.yaml"))

    assert isinstance(found, Question)
    assert ("C.site",) == found.not_read


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"share": "130"}, "own.yaml:11:35: .*between 0 and 100 percent, not at 130"),
        ({"share": "-5"}, "between 0 and 100"),
        ({"share": "half"}, "'half' is not a decimal number"),
        ({"share": "[60, 40]"}, "the lower end of a band of shares comes first"),
        ({"share": "[1, 2, 3]"}, "a band of shares has two ends"),
        ({"owner": "Y"}, "'Y' is no entity here"),
        ({"more": ", form: 2025-01-01"}, "unknown key 'form'.*from"),
        ({"more": ", from: 2025-02-01, to: 2025-01-01"}, "before it begins"),
        ({"more": ", from: 2025-02-30"}, "2025-02-30"),
        ({"extra": "register: {D: open}"}, "the register of 'D', who is no entity"),
        ({"extra": "register: {C: complete}"}, "said to be complete, .*50 percent"),
        ({"extra": "register: {C: full}"}, "'full' is not a word known here"),
    ],
)
def test_what_cannot_be_is_refused(given: dict[str, str], said: str) -> None:
    """Each error tells what is wrong, where, and what was expected."""
    found = read(**given)

    assert isinstance(found, InputError)
    with pytest.raises(InputError, match=said):
        raise found


def test_shares_above_the_whole_are_refused() -> None:
    """Holders of 130 percent together are told by their sum and the day."""
    found = read(share="80}\n    - {owner: C, owned: C, share: 50")

    assert isinstance(found, InputError)
    assert "130 percent together on 2025-10-15" in str(found)
