"""The day that a story bears at its head."""

from pathlib import Path

import pytest

from antinomy.press.grammar.timewords import load_time_words
from antinomy.press.telling.datelines import filed_on, read_datelines

WORDS = Path(__file__).parents[2] / "src/antinomy/packs/words/reading"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("WASHINGTON, May 13, 2025 (Reuters) - The agency said so.", "2025-05-13"),
        ("KUALA LUMPUR, 21 May 2025 — The ministry said so.", "2025-05-21"),
        ("新华社北京2025年5月21日电 商务部发言人作出回应。", "2025-05-21"),
        ("WASHINGTON, May 13 (Reuters) - The agency said so.", None),
        ("On May 13, 2025 the agency published the paper.", None),
        ("该公司2025年5月21日宣布裁员。", None),
    ],
)
def test_a_dateline_dates_the_page_where_it_has_a_year(
    line: str, day: str | None
) -> None:
    """Place, day and year at the head date a story; a day in a sentence does not."""
    words = read_datelines(WORDS / "datelines.yaml")
    found = filed_on(["Title", line], words, load_time_words(WORDS))

    assert day == (found.isoformat() if found else None)
