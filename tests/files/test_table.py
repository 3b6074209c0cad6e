"""Reading CSV tables strictly, with the line of each row."""

from pathlib import Path

import pytest

from antinomy.files import Row, read_table
from antinomy.values import InputError

COLUMNS = ("chip", "tpp", "aliases")


def table(folder: Path, text: str) -> tuple[Row, ...]:
    """Write a table and read it."""
    path = folder / "chips.csv"
    path.write_text(text, "utf-8", newline="")
    return read_table(path, COLUMNS)


def test_a_table_is_read_by_its_header(tmp_path: Path) -> None:
    """Columns may stand in any order; cells are stripped; parts are joined by ;."""
    (row,) = table(tmp_path, "tpp,chip,aliases\r\n 4992 ,a100,A100; GA100 ;\r\n")

    assert "a100" == row["chip"]
    assert "4992" == row["tpp"]
    assert ("A100", "GA100") == row.parts("aliases")
    assert str(row.cell("tpp")).endswith("chips.csv:2:1: tpp")


def test_a_row_over_several_lines_keeps_its_first(tmp_path: Path) -> None:
    """A quoted cell may hold line ends; the rows after it know their lines."""
    rows = table(tmp_path, 'chip,tpp,aliases\na,1,"x\ny"\nb,2,z\n')

    assert [2, 4] == [row.at.line for row in rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1: the file is empty"),
        ("chip,tpp\n", "1:1: column 'aliases' is missing"),
        (
            "chip,tpp,alias\n",
            "1:1: unknown column 'alias'; did you mean \"aliases\"?",
        ),
        ("chip,tpp,chip,aliases\n", "1:1: column 'chip' stands twice"),
        ("chip,tpp,aliases\na,1\n", "2:1: 2 cells where the header has 3"),
        ("chip,tpp,aliases\na,1,x\n\nb,2,y\n", "3:1: 0 cells where the header has 3"),
        ("chip,tpp,aliases\na,1,x,y\n", "2:1: 4 cells where the header has 3"),
        ('chip,tpp,aliases\n"a"b,1,x\n', "2:1: this is not CSV: "),
        ('chip,tpp,aliases\n"a,1,x\n', "2:1: this is not CSV: unexpected end of data"),
        ("chip,tpp,aliases\na\x00,1,x\n", "2:2: character U+0000 is not allowed"),
    ],
)
def test_a_crooked_table_is_refused(tmp_path: Path, text: str, expected: str) -> None:
    """Every row has the cells of the header, and the header exactly its columns."""
    with pytest.raises(InputError) as caught:
        table(tmp_path, text)

    place = str(caught.value).replace(str(tmp_path / "chips.csv"), "chips.csv")
    assert place.startswith(f"chips.csv:{expected}")
