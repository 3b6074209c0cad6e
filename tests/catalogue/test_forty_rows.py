"""What TPP and performance density must come out as.

The forty rows and their sources: NVIDIA filings of 2022-08-31 (letter on A100, H100),
2023-10-17 (SEC accession 0001045810-23-000217) and 2023-10-24; AMD's statement of
2022-08-31; the BIS guidance of 2025-05-13; tests and tables of the public projects
airensurzyn/export-control-threshold-analysis and s-w-kelly/chip-export-controls; the
machine-learning-hardware table of Epoch AI; else arithmetic on the row's own sources.
"""

from collections.abc import Callable
from fractions import Fraction

import pytest

from antinomy.catalogue import Catalogue, figures
from antinomy.values import Bounded, Fact, Known, Number, exact_text, show_number

# id, TPP, performance density to two places; two ends where the row leaves it open.
ROWS = [
    ("nvidia-a100-sxm-80", "4992", "6.04"),
    ("nvidia-h100-sxm", "15824 15832", "19.44 19.45"),
    ("nvidia-a800-sxm", "4988.8 4992", "6.04"),
    ("nvidia-h800-sxm", "15832", "19.45"),
    ("nvidia-l40s", "5864", "9.64"),
    ("nvidia-l40", "2896", "4.76"),
    ("nvidia-rtx-4090", "5284.8", "8.68"),
    ("nvidia-rtx-4090d", "4708", "7.74"),
    ("nvidia-h20", "2368", "2.91"),
    ("nvidia-l20", "1912 1913.6", "3.14"),
    ("nvidia-l2", "1544", "5.25"),
    ("nvidia-l4", "1936 1940", "6.59 6.6"),
    ("nvidia-a30", "2644", "3.2"),
    ("nvidia-a10", "2000", "3.18"),
    ("nvidia-v100-sxm2", "2000", "2.45"),
    ("nvidia-h200-sxm", "15832", "19.45"),
    ("nvidia-h200-nvl", "13364 13368", "16.42"),
    ("nvidia-b200", "36000", "22.11 22.5"),
    ("nvidia-b300", "56000 60000", "34.4 37.5"),
    ("nvidia-rtx-5090", "6704", "8.94"),
    ("nvidia-rtx-5090d", "4750", "6.33"),
    ("nvidia-rtx-pro-6000-server", "7484.8 8064", "9.98 10.75"),
    ("amd-mi100", "2953.6", "3.94"),
    ("amd-mi210", "2896 2899.2", "3.67 4"),
    ("amd-mi250", "5793.6", "3.67 4"),
    ("amd-mi300x", "20916.8 20919.2", "8.72 20.57"),
    ("amd-mi325x", "20800 20919.2", "8.67 20.57"),
    ("intel-gaudi2", "6920 7200", "8.38 8.72"),
    ("intel-gaudi2-hl225b", "6920", "8.38"),
    ("biren-br100", "16384", "15.26"),
    ("huawei-ascend-910", "4096", "6.56 8.98"),
    ("huawei-ascend-910b4", "4480", "6.73"),
    ("huawei-ascend-910b1", "6400", "9.62"),
    ("huawei-ascend-910c", "12032 12800", "9.04 9.62"),
    ("moorethreads-s4000", "1568 1600", ""),
    ("cambricon-mlu290-m5", "4096", "7.31"),
    ("meta-mtia-200", "2832", "6.73"),
    ("aws-trainium3", "20136 21472", ""),
    ("google-tpu-v5e", "3152", "9.7"),
    ("intel-arc-pro-b60", "1576", "5.79"),
]


def exactly(fact: Fact) -> str:
    """Write a figure with its ends, nothing where it is unknown."""
    return _ends(fact, exact_text)


def rounded(fact: Fact) -> str:
    """Write a figure with its ends to two places."""
    return _ends(fact, lambda end: show_number(end).removeprefix("~"))


def _ends(fact: Fact, write: Callable[[Number], str]) -> str:
    match fact:
        case Known(int() | Fraction() as value):
            return write(value)
        case Bounded(int() | Fraction() as low, int() | Fraction() as high):
            return " ".join(dict.fromkeys((write(low), write(high))))
        case _:
            return ""


@pytest.mark.parametrize(("name", "tpp", "density"), ROWS, ids=[r[0] for r in ROWS])
def test_a_row(catalogue: Catalogue, name: str, tpp: str, density: str) -> None:
    """TPP is exact and density follows, as filings and tables give them."""
    facts = figures(catalogue.chips[name])

    assert tpp == exactly(facts["tpp"])
    assert density == rounded(facts["performance_density"])
