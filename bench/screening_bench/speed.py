"""Time screening with whole proofs, in processes of their own, on one core.

`measure` and `measure_delta` run this file again, as `python -m screening_bench.speed`:
memory is then that of screening alone, and no name has been seen before. Seconds are
those of the processor, but for the start, which is what somebody waits.
"""

import json
import lzma
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import TypeVar

from screening_bench.lists import PACKS, SCREENING_LIST, line, shipped_packs

from antinomy.cli.list_import import keep, source_named
from antinomy.cli.list_parties import held_lists
from antinomy.cli.list_store import ListBytes, ListStore
from antinomy.cli.name_index import IndexStore
from antinomy.screening import Query, Screener, Weights, load_name_lexicon
from antinomy.view import Packs

T = TypeVar("T")
DELTA = 50  # rows that go, and rows that come
STARTS = 5
NEXT_DAY = date(2026, 8, 1)


@dataclass(frozen=True, slots=True)
class Measured:
    """What queries cost: milliseconds of each, and megabytes at the most."""

    times: tuple[float, ...]
    memory: float

    @property
    def rate(self) -> float:
        """Give the queries a second."""
        return 1000 * len(self.times) / sum(self.times)

    def at(self, percent: int) -> float:
        """Give the milliseconds that so many of the queries stay below."""
        return quantiles(self.times, n=100, method="inclusive")[percent - 1]


def measure(data: Path, names: Sequence[str], work: Path) -> Measured:
    """Screen names, shuffled, in a new process with the index there."""
    Random(2).shuffle(shuffled := list(names))  # noqa: S311 - a die, not a secret
    job = work / "names.json"
    job.write_text(json.dumps(shuffled), "utf-8")
    times, memory = _again("queries", data, job)
    return Measured(tuple(times), memory)


@dataclass(frozen=True, slots=True)
class Delta:
    """Seconds after a small change: to import, to open, to open the index alone."""

    imported: float
    opened: float
    index: float


def measure_delta(data: Path, lists: Path) -> Delta:
    """Import a version with some rows gone and some new, and ask for a new one."""
    return Delta(*_again("delta", data, lists))


def start(data: Path) -> float:
    """Give the median seconds of the command for one name, from cold."""
    command = [sys.executable, "-m", "antinomy", "screen", "Huawei", "--json"]
    taken = []
    for _ in range(STARTS):
        begun = perf_counter()
        subprocess.run(
            [*command, "--data", str(data)], check=True, stdout=subprocess.DEVNULL
        )
        taken.append(perf_counter() - begun)
    return median(taken)


class BrokenOffError(Exception):
    """A measurement that broke off; says with what."""


def _again(what: str, *words: Path) -> list:  # type: ignore[type-arg]
    done = subprocess.run(
        [sys.executable, "-m", "screening_bench.speed", what, *map(str, words)],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    if done.returncode:
        raise BrokenOffError(done.stderr.strip().splitlines()[-1])
    found: list[float] = json.loads(done.stdout)
    return found


# ---------------------------------------------------------------- in the new process


def timed(call: Callable[[], T]) -> tuple[T, float]:
    """Give the answer and the seconds of work that it took."""
    begun = process_time()
    found = call()
    return found, process_time() - begun


def _screener(packs: Packs, data: Path) -> tuple[Screener, float]:
    """Open what is held; give the seconds of the index alone beside it."""
    lexicon = load_name_lexicon(PACKS / "screening")
    held = held_lists(packs, ListStore(data), None)
    store = IndexStore(data, lexicon)
    index, taken = timed(lambda: store.open(held.made_of, held.parties))
    return Screener(index, lexicon, Weights(index.counts(), lexicon)), taken


def _queries(data: Path, job: Path) -> list[object]:
    names = json.loads(job.read_text("utf-8"))
    packs = shipped_packs()
    screener, _ = _screener(packs, data)
    times = []
    for name in names:
        _, taken = timed(lambda n=name: line(screener.screen(Query(n)), packs))
        times.append(taken * 1000)
    return [times, _most_memory()]


def _most_memory() -> float:
    """Give the megabytes at the most; getrusage may count those of the parent too."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines = dict(line.split(":", 1) for line in status.read_text("utf-8").splitlines())
    return int(lines["VmHWM"].split()[0]) / 1024


def _delta(data: Path, lists: Path) -> list[float]:
    packs = shipped_packs()
    _screener(packs, data)
    with lzma.open(lists / SCREENING_LIST, "rt", encoding="utf-8") as file:
        rows = file.read().splitlines()
    gone = set(Random(3).sample(range(len(rows)), DELTA))  # noqa: S311
    kept = [row for at, row in enumerate(rows) if at not in gone]
    new = [_new_row(number) for number in range(DELTA)]
    raw = "\n".join([*kept, *new, ""]).encode()
    source = source_named(packs, "csl")
    files = ListBytes("next.jsonl", raw)
    store = ListStore(data)
    _, imported = timed(lambda: keep(packs, store, source, NEXT_DAY, files))
    (screener, index), opened = timed(lambda: _screener(packs, data))
    answer, asked = timed(lambda: screener.screen(Query(_new_name(7))))
    assert answer.results[0].party.name == _new_name(7), "the new row is not found"
    return [imported, opened + asked, index]


def _new_name(number: int) -> str:
    return f"Newly {number:02} Listed Microelectronics Co., Ltd."


def _new_row(number: int) -> str:
    row = {"list": "EL", "name": _new_name(number), "address_countries": ["CN"]}
    return json.dumps(row | {"source": "Entity List (EL)"})


if __name__ == "__main__":
    what, *words = sys.argv[1:]
    paths = [Path(word) for word in words]
    print(json.dumps(_queries(*paths) if what == "queries" else _delta(*paths)))
