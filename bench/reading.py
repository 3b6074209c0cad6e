"""The reader beside its yardsticks: lines, findings, mending, speed, other noise.

`make bench-reading` runs it on the project's own pages. `--articles FOLDER` adds texts
with gold, which are no part of the project; `--pages FOLDER` public pages with the
text of their articles. Results name articles by number only.
"""

import argparse
import json
import os
import platform
import shutil
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from marked import write_between
from peers.places import BENCH, BUILD, place_of
from reading_bench import (
    cleaning,
    extraction,
    findings,
    findings_page,
    mending,
    offline,
    perturbing,
    recording,
    throughput,
    yardsticks,
)
from reading_bench.articles import Articles
from reading_bench.cleaning import Lines
from reading_bench.pages import read_gold
from reading_bench.sheet import Sheet
from reading_bench.variants import GoldLine, variants

PAGE = BENCH.parent / "docs" / "benchmarks.md"
OWN = BENCH.parent / "examples" / "pages"
OWN_LINES = BENCH.parent / "tests" / "press" / "data" / "page-lines.csv"
NUMBERS = BUILD.parent / "reading.json"
BEGIN, END = "<!-- reading: begin -->", "<!-- reading: end -->"
WORK = BUILD / "reading" / str(os.getpid())
SEED = 5
Gold = Mapping[str, Sequence[GoldLine]]


def asked_for(words: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, metavar="FOLDER", help="with gold")
    parser.add_argument("--kept", default="", metavar="002,003", help="gold unseen")
    parser.add_argument("--pages", type=Path, metavar="FOLDER", help="public pages")
    parser.add_argument("--variants", type=int, default=500, help="made for lines")
    parser.add_argument("--made", type=int, default=100, help="for mending and speed")
    parser.add_argument("--record", type=int, default=1_000_000, help="entries")
    parser.add_argument("--no-thulac", action="store_true", help="it takes 500 MB")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--no-record", action="store_true")
    parser.add_argument("--write", action="store_true", help="into docs/benchmarks.md")
    asked = parser.parse_args(words)
    for folder in (asked.articles, asked.pages):
        if folder is not None and not folder.is_dir():
            parser.error(f"no folder {str(folder)!r}")
    return asked


def ready(asked: argparse.Namespace) -> None:
    """Make the yardsticks' environments while there may be a network; then cut it."""
    locks = {
        tool.lock: tool.title
        for tool in (*yardsticks.CLEANERS, *yardsticks.VALUES, yardsticks.JIEBA)
    }
    if not asked.no_thulac:
        locks[yardsticks.THULAC.lock] = yardsticks.THULAC.title
    for lock in () if asked.no_peers else locks:
        say(f"environment {lock}")
        place_of(lock)
    offline.cut()


def lines_of(own: Gold, articles: Gold, count: int) -> list[Lines]:
    """Give the sets of pages whose lines are judged."""
    html = {
        number: path
        for number, name in enumerate(own)
        for path in sorted(OWN.glob(f"{name}*.html"))
    }
    made = [v.lines for v in variants(own, count, SEED)]
    sets = [
        Lines("own pages", list(own.values()), is_tuned=True, html=html),
        Lines(f"{count} variants of own pages", made, is_tuned=True),
    ]
    if articles:
        made = [v.lines for v in variants(articles, count, SEED)]
        sets = [
            Lines("articles", list(articles.values()), is_tuned=True),
            *sets,
            Lines(f"{count} variants of articles", made, is_tuned=True),
        ]
    return sets


def measured(asked: argparse.Namespace) -> Sheet:
    """Measure what is asked for, correctness first."""
    sheet = Sheet()
    own = read_gold(OWN_LINES, OWN)
    folder = None if asked.articles is None else Articles(asked.articles)
    articles = {} if folder is None else folder.lines()
    sets = lines_of(own, articles, asked.variants)
    say("lines")
    tallies = cleaning.measure(sets, sheet, WORK, with_peers=not asked.no_peers)
    sheet.parts += cleaning.parts(sets, tallies)
    find(asked, sheet, folder)
    say("mending")
    mended = {
        f"article {name}": mending.on_page(page) for name, page in articles.items()
    }
    mended["made pages"] = mending.made(own, asked.made, SEED)
    sheet.parts.append(mending.part(mended, asked.made))
    say("other noise")
    kept = {"own pages": perturbing.measure(own, SEED)}
    if articles:
        kept["articles"] = perturbing.measure(articles, SEED)
    sheet.parts.append(perturbing.part(kept))
    clock(asked, sheet, own)
    sheet.run = run_of(sheet)
    return sheet


def find(asked: argparse.Namespace, sheet: Sheet, folder: Articles | None) -> None:
    """Score findings, where there are articles with gold."""
    if folder is None:
        sheet.missing.append("findings: no folder of articles was given (--articles)")
        return
    say("findings")
    ours, peers = findings.ours(folder, sheet, WORK), {}
    if not asked.no_peers:
        say("findings of the yardsticks")
        thulac = not asked.no_thulac
        peers = findings.theirs(folder, sheet, WORK, with_thulac=thulac)
    sheet.gold = dict(folder.digests())
    sheet.parts += findings_page.parts(ours, peers, asked.kept.split(","))


def clock(asked: argparse.Namespace, sheet: Sheet, own: Gold) -> None:
    """Measure public pages, speed, memory and the record."""
    speeds = {
        "made pages": throughput.measure(
            throughput.made_pages(own, asked.made, WORK), WORK
        )
    }
    if asked.pages is None:
        sheet.missing.append("public pages: no folder was given (--pages)")
    else:
        say("public pages")
        pages = extraction.pages_in(asked.pages)
        found = extraction.measure(pages, sheet, WORK, with_peers=not asked.no_peers)
        sheet.parts.append(extraction.part(pages, found))
        files = []
        for number, page in enumerate(pages):
            files.append(WORK / f"public-{number}.html")
            files[-1].write_bytes(page.data)
        speeds["public pages"] = throughput.measure(files, WORK)
    sheet.parts.append(throughput.part(speeds))
    if not asked.no_record:
        say("record")
        part = recording.measure(sheet, asked.record)
        sheet.parts += [part] if part else []


def run_of(sheet: Sheet) -> str:
    """Say when, where and with which versions it was measured."""
    versions = {"antinomy": version("antinomy"), **sheet.versions}
    load = ", ".join(f"{one:.2f}" for one in os.getloadavg())
    told = ", ".join(f"{name} {number}" for name, number in versions.items())
    gold = ", ".join(f"{name} {digest[:12]}" for name, digest in sheet.gold.items())
    gold = f" Gold and scorer by SHA-256: {gold}." if gold else ""
    return (
        f"Run of {datetime.now(UTC).date()}: {os.cpu_count()} cores,"
        f" {platform.system()}, Python {platform.python_version()}; load average at"
        f" the end {load}. Versions: {told}.{gold}"
    )


def say(words: str) -> None:
    """Tell how far the run is, beside the tables."""
    print(words, file=sys.stderr, flush=True)


def main(words: list[str]) -> None:
    """Measure, print, keep the numbers, and write into the page if asked."""
    asked = asked_for(words)
    WORK.mkdir(parents=True)
    try:
        ready(asked)
        sheet = measured(asked)
    finally:
        shutil.rmtree(WORK, ignore_errors=True)
    told = sheet.text()
    print(told)
    numbers = json.dumps(sheet.json(), ensure_ascii=False, indent=1)
    NUMBERS.write_text(f"{numbers}\n", "utf-8")
    if asked.write:
        write_between(PAGE, BEGIN, END, told)


if __name__ == "__main__":
    main(sys.argv[1:])
