"""Screening beside its peers: who is found, false alerts, pairs, speed, cases.

`make bench-parties LISTS=FOLDER` runs it. FOLDER holds the lists and the labelled
cases; without it only the speed is measured, against the rows that the packs carry.
"""

import argparse
import os
import platform
import shutil
import sys
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path

from marked import write_between
from peers.places import BENCH, BUILD
from screening_bench import lists, quality, rivals, speed
from screening_bench.counterparties import counterparties
from screening_bench.exact import exact
from screening_bench.page import Sheet, text
from screening_bench.quality import OURS
from screening_bench.scoring import Case, read_cases

from antinomy.view import Packs

PAGE = BENCH.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- names: begin -->", "<!-- names: end -->"
WORK = BUILD / "names" / str(os.getpid())
LISTED = BENCH / "listed-ordinary.txt"
PUBLISHED, TOLD, SHIPPED = "as published", "with one Chinese name", "as shipped"


def asked_for(words: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lists", type=Path, metavar="FOLDER", help="lists and cases")
    parser.add_argument("--ordinary", type=Path, metavar="CSV", help="column `name`")
    parser.add_argument("--listed", type=Path, metavar="FILE", default=LISTED)
    parser.add_argument("--peer-names", type=int, default=1500, help="ordinary, a peer")
    parser.add_argument("--counterparties", type=int, default=100_000)
    parser.add_argument("--no-quality", action="store_true")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--no-speed", action="store_true")
    parser.add_argument("--write", action="store_true", help="into docs/benchmarks.md")
    asked = parser.parse_args(words)
    if asked.lists is not None and not asked.lists.is_dir():
        parser.error(f"no folder {str(asked.lists)!r}")
    return asked


def judge(asked: argparse.Namespace, sheet: Sheet, packs: Packs, data: Path) -> None:
    """Run the cases in the three settings, and the peers in the first two."""
    cases = read_cases(asked.lists / "screening-cases.csv")
    rest = [c for c in cases if c.variation != lists.TOLD or not c.expected]
    ordinary = quality.read_ordinary(asked.ordinary)
    some = quality.read_ordinary(asked.ordinary, asked.peer_names)
    settings = (
        (PUBLISHED, lists.as_published(data), cases),
        (TOLD, lists.as_published(data, cases), rest),
        (SHIPPED, lists.as_shipped(packs, data), cases),
    )
    for setting, parties, chosen in settings:
        say(f"lists {setting}: {len(parties):,} parties")
        desk = lists.open_desk(packs, parties, WORK / setting.replace(" ", "-"))
        names = [] if setting == TOLD else ordinary
        sheet.found[setting, OURS] = quality.ours(desk, chosen, names)
        sheet.own[OURS] = desk.alert
        if setting == PUBLISHED:
            compare_pairs(asked, sheet, desk)
        if setting != SHIPPED and not asked.no_peers:
            contest(sheet, desk, (setting, chosen, [] if setting == TOLD else some))


def contest(
    sheet: Sheet, desk: lists.Desk, of: tuple[str, list[Case], list[str]]
) -> None:
    """Let the peers answer what we have answered; the first brings up candidates."""
    setting, cases, ordinary = of
    names = {"cases": [case.query for case in cases], "ordinary": ordinary}
    job = quality.job_of(desk, names, {})
    for rival in rivals.RIVALS:
        say(f"lists {setting}: {rival.title}")
        try:
            told = rivals.ask(rival, job, WORK)
        except rivals.MissingError as why:
            sheet.missing.append(f"{rival.title}, lists {setting}: {why}")
            continue
        if rival == rivals.QUICK:
            job = quality.job_of(desk, names, quality.parties_in(told))
        found = quality.theirs(told, desk, cases, ordinary)
        sheet.found[setting, rival.title] = found
        sheet.own[rival.title] = rival.threshold
        if rival.recommended is None:
            sheet.customary |= {rival.title}


def compare_pairs(asked: argparse.Namespace, sheet: Sheet, desk: lists.Desk) -> None:
    """Compare nomenklatura's pairs, ourselves and with its algorithms."""
    sheet.pairs = quality.read_pairs(asked.lists / quality.PAIRS)
    sheet.pair_scores[OURS] = quality.our_pairs(desk, sheet.pairs)
    sheet.pair_alerts[OURS] = desk.lexicon.scoring.pairs["alert"]
    job = {"pairs": [(p.schema, p.one, p.other) for p in sheet.pairs]}
    for rival in filter(quality.by_pairs, () if asked.no_peers else rivals.RIVALS):
        try:
            told = rivals.ask(rival, job, WORK)
        except rivals.MissingError as why:
            sheet.missing.append(f"{rival.title}, pairs: {why}")
            continue
        sheet.pair_scores[rival.title] = told["pairs"]
        sheet.pair_alerts[rival.title] = rival.threshold


def clock(asked: argparse.Namespace, sheet: Sheet, packs: Packs, data: Path) -> None:
    """Time ourselves; the first screening in a throw-away process builds the index."""
    parties = lists.as_shipped(packs, data)
    known = [name for party in parties for name in lists.names_of(party)]
    queries = counterparties(known, 800)
    if asked.lists:
        cases = read_cases(asked.lists / "screening-cases.csv")
        queries = [case.query for case in cases]
    say("speed: the index")
    speed.measure(data, queries[:2], WORK)
    say("speed: the cases")
    sheet.queries = speed.measure(data, queries, WORK)
    sheet.start = speed.start(data)
    say(f"speed: {asked.counterparties:,} counterparties")
    many = counterparties([*queries, *known], asked.counterparties)
    sheet.many = speed.measure(data, many, WORK)
    if asked.lists:
        say("speed: a small change")
        sheet.delta = speed.measure_delta(data, asked.lists)


def run_of(sheet: Sheet) -> str:
    """Say when, where and with which versions it was measured."""
    versions = {"antinomy": version("antinomy")}
    peers = {rival.title: rival.peer for rival in rivals.RIVALS}
    for (_, engine), found in sheet.found.items():
        if engine in peers:
            versions[peers[engine]] = found.version
    load = ", ".join(f"{one:.2f}" for one in os.getloadavg())
    told = ", ".join(f"{name} {number}" for name, number in versions.items())
    return (
        f"Run of {datetime.now(UTC).date()}: {os.cpu_count()} cores,"
        f" {platform.system()}, Python {platform.python_version()}; load average at"
        f" the end {load}. Versions: {told}."
    )


def print_alerts(sheet: Sheet) -> None:
    """Print every alert on an ordinary name, so that a person can judge it."""
    for (setting, engine), found in sheet.found.items():
        at = partial(quality.alerts, found, sheet.own[engine])
        for alert in at(frozenset())[0]:
            mark = "listed" if alert.query in sheet.judged_listed else "false"
            told = f"{alert.query}\t{alert.score:.2f}\t{alert.name}"
            print(f"{setting}\t{engine}\t{mark}\t{told}", file=sys.stderr)


def say(words: str) -> None:
    """Tell how far the run is, beside the tables."""
    print(words, file=sys.stderr, flush=True)


def main(words: list[str]) -> None:
    """Measure, print, and write into the page if asked."""
    asked = asked_for(words)
    data = WORK / "data"
    data.mkdir(parents=True)
    try:
        sheet = measured(asked, data)
    finally:
        shutil.rmtree(WORK, ignore_errors=True)
    told = text(sheet)
    print(told)
    if asked.write:
        write_between(PAGE, BEGIN, END, told)


def measured(asked: argparse.Namespace, data: Path) -> Sheet:
    """Import the lists and measure what is asked for."""
    packs = lists.shipped_packs()
    lists.import_lists(packs, data, asked.lists)
    sheet = Sheet(judged_listed=quality.read_listed(asked.listed))
    if asked.lists and not asked.no_quality:
        judge(asked, sheet, packs, data)
        sheet.exact = exact(asked.lists)
        print_alerts(sheet)
    elif not asked.lists:
        why = "quality, pairs and cases, for no folder of lists was given (--lists)"
        sheet.missing.append(f"{why}; speed is that of the rows which the packs carry")
    if not asked.no_speed:
        try:
            clock(asked, sheet, packs, data)
        except speed.BrokenOffError as why:
            sheet.missing.append(f"speed: {why}")
    sheet.run = run_of(sheet)
    return sheet


if __name__ == "__main__":
    main(sys.argv[1:])
