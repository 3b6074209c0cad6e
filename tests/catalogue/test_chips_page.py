"""The page on chips says what the rows say."""

from pathlib import Path

from antinomy.catalogue import Catalogue

PAGE = Path(__file__).parents[2] / "docs" / "chips.md"


def rejected(catalogue: Catalogue) -> str:
    """Write the table of figures that were seen and not taken."""
    rows = ["| Chip | Not taken |", "|---|---|"]
    rows += [
        f"| {chip.name} | {figure} |"
        for chip in catalogue.chips.values()
        for figure in chip.rejected
    ]
    return "\n".join(rows)


def test_the_page_names_what_was_rejected(catalogue: Catalogue) -> None:
    """Every rejected figure of the rows stands on the page, and no other."""
    text = PAGE.read_text("utf-8")

    assert rejected(catalogue) == text[text.index("| Chip |") :].strip()
