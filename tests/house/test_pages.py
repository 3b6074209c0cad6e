"""The pages made from the packs are up to date, and the README claims no more."""

import re
import runpy
from pathlib import Path

import pytest
from tests.cases.casefile import packs

from antinomy.law import Imposes

ROOT = Path(__file__).parents[2]
MAKER = runpy.run_path(str(ROOT / "scripts" / "pages.py"))
MADE, CONFLICTS = MAKER["PAGES"], MAKER["conflict_rows"]()


@pytest.mark.parametrize("name", sorted(MADE))
def test_made_pages_are_up_to_date(name: str) -> None:
    """A page made from the packs says what the packs say today."""
    page = (ROOT / "docs" / name).read_text("utf-8")

    assert MADE[name]() == page, "run: python scripts/pages.py"


def test_the_readme_names_exactly_the_regimes_modelled() -> None:
    """The README's table of what is modelled has one row for each such regime."""
    readme = (ROOT / "README.md").read_text("utf-8")
    claimed = re.findall(r"^\| `([a-z]+\.[a-z_]+)` \|", readme, re.MULTILINE)
    modelled = {
        p.does.norm.regime
        for p in packs().law.provisions.values()
        if isinstance(p.does, Imposes)
    }

    assert sorted(modelled) == sorted(claimed)


def test_the_readme_names_the_day_to_which_each_pack_is_reliable() -> None:
    """The README promises no later day than the packs do."""
    readme = (ROOT / "README.md").read_text("utf-8")
    days = {str(pack.reliable_to) for pack in packs().law.packs.values()}

    assert [] == [day for day in sorted(days) if day not in readme]


def test_every_conflict_has_its_row() -> None:
    """The table of conflicts has the rows X01 to X32, once each and in order."""
    rows = [row.id for row in CONFLICTS]

    assert [f"X{number:02}" for number in range(1, 33)] == rows


def test_every_conflict_is_shown_or_is_a_gap_with_its_reason() -> None:
    """A row has a case of a transaction or says why it has none, never both."""
    unclear = [row.id for row in CONFLICTS if bool(row.cases) is bool(row.gap)]

    assert [] == unclear
