"""What the tests of reading share: the words of the packs, and lines of a text."""

import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from antinomy.press.line import Judged, Line
from antinomy.press.mending.noise import NoiseWords, load_noise_words
from antinomy.press.mending.repair import TwinWords, load_twin_words
from antinomy.press.mending.twin import Twin, twin_of
from antinomy.press.woven import Extent, unchanged

ROOT = Path(__file__).parents[2]
READING = ROOT / "src" / "antinomy" / "packs" / "words" / "reading"
PAGES = ROOT / "examples" / "pages"
GOLD = Path(__file__).parent / "data" / "page-lines.csv"
BENCH = ROOT / "bench"


@cache
def noise_words() -> NoiseWords:
    """Load the words of noise once."""
    return load_noise_words(READING / "noise.yaml")


@cache
def twin_words() -> TwinWords:
    """Load the words of mending once."""
    return load_twin_words(READING / "twin.yaml")


def bench_part(name: str) -> ModuleType:
    """Load a part of the bench, which is run as files and not installed."""
    if str(BENCH) not in sys.path:
        sys.path.insert(0, str(BENCH))
    return import_module(f"reading_bench.{name}")


def lines_of(text: str) -> tuple[Line, ...]:
    r"""Give the lines of a plain text, parted by "\n"."""
    lines, start = list[Line](), 0
    for number, line in enumerate(text.split("\n"), 1):
        end = start + len(line)
        woven = unchanged(line).shifted(start)
        lines.append(Line(number, Extent(start, end), woven))
        start = end + 1
    return tuple(lines)


def kept(text: str) -> tuple[Judged, ...]:
    """Take every line of a text for the article."""
    return tuple(Judged(line, "body") for line in lines_of(text))


def twin(text: str) -> Twin:
    """Mend a text of which every line is kept."""
    return twin_of(kept(text), text, twin_words())
