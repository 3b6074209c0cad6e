"""The article of public pages: ours and the yardsticks', by shared runs of four words.

The folder holds `html/*.html.gz` and `ground-truth.json`, a text for each page, as a
public benchmark has them; F1 is reckoned as that benchmark does: from the means of
precision and recall over the pages, each by the share of four-word runs.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import mean
from time import process_time

from reading_bench.markup import language_of
from reading_bench.ours import OURS, judged, kept_of, read
from reading_bench.sheet import Part, Row, Sheet
from reading_bench.yardsticks import CLEANERS, MissingError, ask

RUN = 4  # words
WARM = 10  # pages
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PublicPage:
    """A page as it came, and the text of its article."""

    data: bytes
    article: str


@dataclass(frozen=True, slots=True)
class Extracted:
    """How well, and how fast: megabytes of HTML a second of the processor."""

    precision: float
    recall: float
    seconds: float
    bytes: int
    empty: int

    @property
    def f1(self) -> float:
        """Give F1 of the means."""
        whole = self.precision + self.recall
        return 2 * self.precision * self.recall / whole if whole else 0.0

    @property
    def rate(self) -> float:
        """Give megabytes a second."""
        return self.bytes / 1e6 / self.seconds


def pages_in(folder: Path) -> list[PublicPage]:
    """Read the pages of a folder, in the order of their names."""
    gold = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    found = []
    for name in sorted(gold):
        data = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        found.append(PublicPage(data, gold[name].get("articleBody", "")))
    return found


def runs_of(text: str) -> Counter[tuple[str, ...]]:
    """Count the runs of four words; a shorter text is one run."""
    words = _WORD.findall(text)
    last = max(1, len(words) - RUN + 1)
    return Counter(tuple(words[at : at + RUN]) for at in range(last) if words)


def precision_and_recall(wanted: str, told: str) -> tuple[float | None, float | None]:
    """Give both for a page; None where there is nothing to be right about.

    >>> precision_and_recall("one two three four five", "one two three four")
    (1.0, 0.5)
    """
    right, found = runs_of(wanted), runs_of(told)
    both = sum((right & found).values())
    precision = both / found.total() if found else None
    recall = both / right.total() if right else None
    return precision, recall


def scored(
    pages: Sequence[PublicPage], texts: Sequence[str], seconds: float
) -> Extracted:
    """Score texts against the pages."""
    pairs = [
        precision_and_recall(page.article, text)
        for page, text in zip(pages, texts, strict=True)
    ]
    return Extracted(
        mean([p for p, _ in pairs if p is not None] or [0.0]),
        mean([r for _, r in pairs if r is not None] or [0.0]),
        seconds,
        sum(len(page.data) for page in pages),
        sum(not text.strip() for text in texts),
    )


def timed(
    pages: Sequence[PublicPage], read: Callable[[bytes], str]
) -> tuple[list[str], float]:
    """Read every page; give texts, and the seconds of the processor when warm."""
    for page in pages[:WARM]:
        read(page.data)
    begun = process_time()
    texts = [read(page.data) for page in pages]
    return texts, process_time() - begun


def measure(
    pages: Sequence[PublicPage], sheet: Sheet, work: Path, *, with_peers: bool = True
) -> dict[str, Extracted]:
    """Let us and every yardstick extract."""
    lines, seconds = timed(
        pages, lambda data: kept_of(judged(data, "html"), titles=False)
    )
    found = {f"{OURS}, lines judged": scored(pages, lines, seconds)}
    _, seconds = timed(pages, lambda data: read(data).reading.twin.text)
    found[f"{OURS}, every stage"] = scored(pages, lines, seconds)
    job = {
        "pages": [
            {"html": text, "language": language_of(page.article)}
            for page in pages
            for text in [page.data.decode("utf-8", "replace")]
        ]
    }
    for tool in CLEANERS if with_peers else ():
        try:
            told = ask(tool, job, work)["sets"]["pages"]
        except MissingError as why:
            sheet.missing.append(f"{tool.title}, public pages: {why}")
            continue
        found[tool.title] = scored(pages, told["texts"], told["seconds"])
        if told["faults"]:
            why = next(iter(told["faults"].values()))
            broken = f"broke off on {len(told['faults'])} public pages"
            sheet.missing.append(f"{tool.title} {broken}: {why}")
    return found


def part(pages: Sequence[PublicPage], found: Mapping[str, Extracted]) -> Part:
    """Write the table."""
    size = sum(len(page.data) for page in pages)
    text = sum(len(page.article.encode()) for page in pages)
    rows: list[Row] = [
        [
            name,
            f"{one.f1:.3f}",
            f"{one.precision:.3f}",
            f"{one.recall:.3f}",
            str(one.empty),
            f"{one.rate:.1f}",
            f"{one.seconds:.2f}",
        ]
        for name, one in found.items()
    ]
    note = (
        f"{len(pages)} pages, {size / 1e6:.1f} MB of HTML, {text / size:.1%} of it"
        " article. Shared runs of four words. Seconds of the processor on one core,"
        " after a warm run. The yardsticks get decoded text, we the bytes. Every stage:"
        " with mending, names, times, quantities, events and statements. The voices of"
        " the reader were set with these pages at hand: a figure of development."
    )
    head = ["reader", "F1", "precision", "recall", "pages without text"]
    head += ["MB of HTML a second", "seconds"]
    counts = {name: asdict(one) for name, one in found.items()}
    return Part("Articles of public pages", note, head, rows, counts)
