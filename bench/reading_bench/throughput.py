"""How fast the whole reader is, and what memory it takes, in a process of its own.

This file is run again as `python -m reading_bench.throughput JOB`: one process, warm,
seconds of the processor. Made pages carry our own examples in the frame of a news
site, so heavy that text is a few hundredths of the HTML, as it is on public pages.
"""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from html import escape
from pathlib import Path
from random import Random
from time import process_time

from reading_bench.ours import read, reader
from reading_bench.sheet import Part, Row
from reading_bench.variants import GoldLine, variants

TEXT = 0.044  # of a made page, as on public pages
WARM = 20  # pages
AIM = 20  # MB of HTML a second
MOST_MEMORY = 256  # MB for a page
SEED = 20


@dataclass(frozen=True, slots=True)
class Speed:
    """Bytes read and of the text that was read on, seconds, megabytes at the most."""

    pages: int
    bytes: int
    text: int
    seconds: float
    slowest: float
    memory: float
    idle: float

    @property
    def rate(self) -> float:
        """Give megabytes of HTML a second."""
        return self.bytes / 1e6 / self.seconds


def made_pages(
    pages: Mapping[str, Sequence[GoldLine]], count: int, work: Path
) -> list[Path]:
    """Write pages in the frame of a news site."""
    found = []
    for number, variant in enumerate(variants(pages, count, SEED)):
        chance = Random(f"{SEED}/{number}")  # noqa: S311 - a die, not a secret
        path = work / f"made-{number}.html"
        path.write_text(framed([line.text for line in variant.lines], chance), "utf-8")
        found.append(path)
    return found


def framed(lines: Sequence[str], chance: Random) -> str:
    """Put lines into a page with scripts, styles, menus and attributes round them."""
    body = "\n".join(
        f'<p class="p{chance.randrange(99)}" data-id="{chance.getrandbits(48):x}">'
        f"{escape(line)}</p>"
        for line in lines
        if line.strip()
    )
    pieces: list[str] = []
    size = len(body)
    while size < len("".join(lines).encode()) / TEXT:
        piece = _piece(chance)
        pieces.append(piece)
        size += len(piece)
    half = len(pieces) // 2
    before, after = "\n".join(pieces[:half]), "\n".join(pieces[half:])
    head = '<meta charset="utf-8"><title>page</title>'
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body>{before}\n"
        f'<div class="main"><article>{body}</article></div>\n{after}</body></html>'
    )


def _piece(chance: Random) -> str:
    noise = [f"{chance.getrandbits(64):x}" for _ in range(12)]
    draw = chance.random()
    if draw < 1 / 2:
        told = ";".join(f'var v{n}="{n}";f({n!r},[{len(n)},1])' for n in noise)
        return f"<script>{told}</script>"
    if draw < 3 / 4:
        return "<style>" + "".join(f".c{n}{{margin:0 1px}}" for n in noise) + "</style>"
    items = (
        f'<li class="i{n}"><a class="menu-link js-track" data-track="{n}{n}"'
        f' href="/section/{n}?from=menu&amp;at={n}"><span class="icon {n}"></span>'
        f"{'News' if chance.random() < 1 / 3 else ''}</a></li>"
        for n in noise
    )
    return f'<div class="nav"><ul class="menu">{"".join(items)}</ul></div>'


def measure(files: Sequence[Path], work: Path) -> Speed:
    """Read files in a new process."""
    job = work / "speed.json"
    job.write_text(json.dumps([str(path) for path in files]), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "reading_bench.throughput", str(job)],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    return Speed(**json.loads(done.stdout.splitlines()[-1]))


def part(found: Mapping[str, Speed]) -> Part:
    """Write the table."""
    rows: list[Row] = []
    for name, one in found.items():
        told = "reached" if one.rate >= AIM else "not reached"
        rows.append(
            [
                name,
                f"{one.pages} / {one.bytes / 1e6:.1f}",
                f"{one.text / one.bytes:.1%}",
                f"{one.rate:.1f} ({one.seconds:.2f} s)",
                f"at least {AIM}: {told}",
                f"{one.slowest * 1000:.0f} ms",
                f"{one.memory:.0f} ({one.idle:.0f} before the first page)",
            ]
        )
    note = (
        "One process, one core, every deterministic stage, seconds of the processor"
        " after a warm run. Text: what is read on, in bytes, as a share of the HTML."
    )
    head = ["pages", "number / MB", "text", "MB of HTML a second", "aim"]
    head += ["slowest page", "memory at the most, MB"]
    counts = {name: asdict(one) | {"rate": one.rate} for name, one in found.items()}
    return Part("Speed with every stage", note, head, rows, counts)


# ---------------------------------------------------------------- in the new process


def _read(paths: Sequence[Path]) -> Speed:
    """Read pages and measure; getrusage may count the memory of the parent too."""
    pages = [path.read_bytes() for path in paths]
    reader()
    idle = _most_memory()
    for page in pages[:WARM]:
        read(page)
    text, taken = 0, list[float]()
    for page in pages:
        begun = process_time()
        told = read(page)
        taken.append(process_time() - begun)
        text += len(told.reading.twin.text.encode())
    whole = sum(len(page) for page in pages)
    memory = _most_memory()
    return Speed(len(pages), whole, text, sum(taken), max(taken), memory, idle)


def _most_memory() -> float:
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines = dict(line.split(":", 1) for line in status.read_text("utf-8").splitlines())
    return int(lines["VmHWM"].split()[0]) / 1024


if __name__ == "__main__":
    told = _read([Path(word) for word in json.loads(Path(sys.argv[1]).read_text())])
    print(json.dumps(asdict(told)))
