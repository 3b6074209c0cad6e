"""The tables of one run, as Markdown."""

import os
import platform
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from peers import judging
from peers.contenders import COMPLETE, CONDITIONS, OURS, UNKNOWN, Contender

if TYPE_CHECKING:
    from run import Run

TITLES = {COMPLETE: "complete", UNKNOWN: "15 % unknown"}
VERDICTS, PROOFS = 15.0, 4.0  # how many times the best peer we mean to reach


def write(run: "Run") -> str:
    """Write all tables."""
    parts = [
        _setting(run),
        _gate(run),
        *(_verdicts(run, way) for way in ("prepared", "plain")),
        _proofs(run),
        _unknowns(run),
        _start(run),
        _losses(run),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Write a table.

    >>> print(table(["a", "b"], [["1", "2"]]))
    | a | b |
    |---|---|
    | 1 | 2 |
    """
    heads = list(heads)
    lines = [heads, ["---"] * len(heads), *map(list, rows)]
    joined = ["|" + "|".join(_cell(cell) for cell in line) + "|" for line in lines]
    return "\n".join(joined)


def _cell(text: str) -> str:
    return text if text == "---" else f" {text} "


def number(value: float) -> str:
    """Write a number with three figures.

    >>> number(12345.6), number(0.01234), number(7)
    ('12,300', '0.0123', '7')
    """
    if value >= 100:  # noqa: PLR2004 - from here on three figures are whole numbers
        return f"{float(f'{value:.3g}'):,.0f}"
    return f"{value:.3g}"


def spread(values: list[float]) -> str:
    """Write the median with the least and the most."""
    if not values:
        return "-"
    return f"{number(median(values))} ({number(min(values))} to {number(max(values))})"


# -------------------------------------------------------------------- the numbers


def speeds(run: "Run", one: Contender, size: int, kind: str, way: str) -> list[float]:
    """Give the deals a second of each round."""
    found = run.rounds.get((one.title, size), [])
    return [each["speeds"][kind][way] for each in found if kind in each["speeds"]]


def proofs(run: "Run", one: Contender, size: int, kind: str) -> list[float]:
    """Give the proofs a second of each round."""
    found = run.rounds.get((one.title, size), [])
    return [rate for each in found if (rate := each["proofs"].get(kind))]


def agreed(run: "Run", one: Contender, size: int, kind: str) -> tuple[int, int]:
    """Count the goals on which a contender gave the expected answer at the gate."""
    letters = run.gate[one.title, size]["letters"][kind]
    return judging.agreement(run.expected[size, kind], letters)


def is_right(run: "Run", one: Contender, size: int, kind: str) -> bool:
    """Tell whether it gave the expected answer as often as Antinomy does."""
    return agreed(run, one, size, kind) >= agreed(run, OURS, size, kind)


def best(
    run: "Run", size: int, kind: str, way: str, *, graphs_only: bool = False
) -> Contender | None:
    """Give the fastest of zen and CEL among those that are right everywhere."""
    found = [
        (median(rates), one)
        for one in run.fits(size)
        if one.peer in {"zen", "cel"}
        and (not graphs_only or one.mode in {"graph", "policy"})
        and is_right(run, one, size, kind)
        and (rates := speeds(run, one, size, kind, way))
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def ratios(ours: list[float], theirs: list[float]) -> list[float]:
    """Divide round by round, for a round has one load."""
    return [a / b for a, b in zip(ours, theirs, strict=True)] if theirs else []


# --------------------------------------------------------------------- the tables


def _setting(run: "Run") -> str:
    model = "processor not named"
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        names = [
            line.partition(":")[2].strip()
            for line in cpuinfo.read_text("utf-8").splitlines()
            if line.startswith("model name")
        ]
        model = names[0] if names else model
    versions = {one.peer: one for one in run.contenders}
    named = [
        f"{peer} {run.gate[one.title, 16]['version']}"
        for peer, one in versions.items()
        if (one.title, 16) in run.gate
    ]
    missing = [f"{p}: {place.fault}" for p, place in run.places.items() if place.fault]
    failed = [f"{t} at {n} rules: {why}" for (t, n), why in run.faults.items()]
    some = len(run.deals[COMPLETE])
    told = (
        f"Run of {run.asked.date}: {model}, {os.cpu_count()} cores (shared), "
        f"{platform.system()}, CPython {platform.python_version()}. "
        f"Load average during the rounds {min(run.load):.2f} to {max(run.load):.2f}. "
        f"Versions: {', '.join(named)}. Seed {run.asked.seed}; {some} complete deals "
        f"and {some} with 15 % of the facts unknown at the gate, the first 60 of each "
        f"in the {run.asked.rounds} rounds of {run.asked.seconds:g} s a measurement."
    )
    lines = [
        told,
        *(f"Not installed, {one}." for one in missing),
        *(f"Not timed, {one}." for one in failed),
    ]
    return "\n\n".join(lines)


def _gate(run: "Run") -> str:
    rows = []
    for one in run.contenders:
        cells = []
        for size in run.bases:
            for kind in CONDITIONS:
                if (one.title, size) not in run.gate:
                    cells.append("-")
                    continue
                good, whole = agreed(run, one, size, kind)
                cells.append(f"{good:,} of {whole:,}")
        rows.append([one.title, *cells])
    heads = [
        f"{size} rules, {TITLES[kind]}" for size in run.bases for kind in CONDITIONS
    ]
    smallest = min(run.bases)
    return (
        "### The gate: verdicts that agree\n\n"
        f"Complete deals against plain Python. Unknowns at {smallest} rules against "
        f"the truth ({run.tried} deals by trying every completion, all by z3, the two "
        "never apart); above that against Antinomy.\n\n"
        + table(["engine and encoding", *heads], rows)
    )


def _verdicts(run: "Run", way: str) -> str:
    rows = []
    for size in run.bases:
        for kind in CONDITIONS:
            ours = speeds(run, OURS, size, kind, way)
            top = best(run, size, kind, way)
            for one in run.fits(size):
                if rates := speeds(run, one, size, kind, way):
                    good, whole = agreed(run, one, size, kind)
                    ratio = "1" if one.is_ours else spread(ratios(ours, rates))
                    mark = " *" if one is top else ""
                    rows.append(
                        [
                            f"{size}",
                            TITLES[kind],
                            one.title + mark,
                            spread(rates),
                            ratio,
                            f"{good:,} of {whole:,}",
                        ]
                    )
    title = {
        "prepared": "the case prepared outside the time",
        "plain": "from a plain dict, the adapter inside the time",
    }[way]
    heads = ["rules", "facts", "engine", "deals a second", "Antinomy is", "agrees"]
    aims = [
        f"{size} rules, {TITLES[kind]}: {_reached(ours, theirs, VERDICTS)}"
        for size in run.bases
        for kind in CONDITIONS
        if (top := best(run, size, kind, way))
        and (ours := speeds(run, OURS, size, kind, way))
        and (theirs := speeds(run, top, size, kind, way))
    ]
    told = (
        f"\n\nAim {VERDICTS:g} times the better of zen and CEL (*, the fastest "
        "encoding that agrees as often as Antinomy). " + "; ".join(aims) + "."
        if aims
        else ""
    )
    return f"### All goals of one deal, {title}\n\n" + table(heads, rows) + told


def _reached(ours: list[float], theirs: list[float], aim: float) -> str:
    ratio = median(ratios(ours, theirs))
    return f"{number(ratio)} times, {'reached' if ratio >= aim else 'not reached'}"


def _proofs(run: "Run") -> str:
    rows = []
    aims = []
    for size in run.bases:
        for kind in CONDITIONS:
            ours = proofs(run, OURS, size, kind)
            found = {
                one.title: rates
                for one in run.fits(size)
                if (one.is_ours or kind == COMPLETE)
                and (rates := proofs(run, one, size, kind))
            }
            for title, rates in found.items():
                ratio = "1" if title == OURS.title else spread(ratios(ours, rates))
                rows.append([f"{size}", TITLES[kind], title, spread(rates), ratio])
            theirs = [rates for title, rates in found.items() if title != OURS.title]
            if theirs and kind == COMPLETE:
                top = max(theirs, key=median)
                aims.append(f"{size} rules: {_reached(ours, top, PROOFS)}")
    heads = ["rules", "facts", "engine", "goals a second", "Antinomy is"]
    told = (
        f"\n\nAim {PROOFS:g} times zen with trace: {'; '.join(aims)}." if aims else ""
    )
    return (
        "### One goal with its reasons\n\n"
        "Antinomy: the proof, shrunk until no cited fact can go, and read again from "
        "the cited facts alone. zen: the goal's own graph or policy with its trace, "
        "which gives the value of every expression and neither picks nor checks "
        "reasons; it is asked of complete deals only, for one unknown fact ends a "
        "whole graph. CEL's Python binding shows no reasons.\n\n"
        + table(heads, rows)
        + told
    )


def _unknowns(run: "Run") -> str:
    size = min(run.bases)
    rows = []
    for one in run.contenders:
        if (one.title, size) not in run.gate:
            continue
        letters = run.gate[one.title, size]["letters"][UNKNOWN]
        seen = judging.fates(run.expected[size, UNKNOWN], letters)
        right = seen["YY"] + seen["NN"]
        turned = seen["YN"] + seen["NY"]
        lost = seen["YU"] + seen["NU"]
        failed = seen["YE"] + seen["NE"]
        cells = [seen["UU"], seen["UN"], seen["UY"], seen["UE"]]
        cells += [right, turned, lost, failed]
        rows.append([one.title, *(f"{cell:,}" for cell in cells)])
    heads = [
        "engine and encoding",
        "unknown: kept",
        "turned into no",
        "turned into yes",
        "error",
        "definite: right",
        "turned round",
        "called unknown",
        "error",
    ]
    return (
        "### What becomes of an unknown\n\n"
        f"{size} rules, 15 % of the facts unknown, against the truth.\n\n"
        + table(heads, rows)
    )


def _start(run: "Run") -> str:
    rows = []
    for size in run.bases:
        for one in run.fits(size):
            if found := run.rounds.get((one.title, size)):
                times = [
                    spread([each[key] * 1000 for each in found])
                    for key in ("import", "compile", "cold")
                ]
                peak = spread([each["peak"] for each in found])
                rows.append([f"{size}", one.title, *times, peak])
    heads = ["rules", "engine", "import ms", "compile ms", "first call ms", "peak MB"]
    return (
        "### From a cold start\n\n"
        "Compile: from the text of the rules to something that answers. First call: "
        "one deal from a plain dict. Peak memory of the process by getrusage after "
        "the verdicts, before the proofs.\n\n" + table(heads, rows)
    )


def _losses(run: "Run") -> str:
    """Say where a peer is ahead: by the ratios, at the start by the medians."""
    found: list[str] = []
    for size in run.bases:
        for kind in CONDITIONS:
            for way, words in (("prepared", "prepared"), ("plain", "from a dict")):
                ours = speeds(run, OURS, size, kind, way)
                top = best(run, size, kind, way)
                theirs = speeds(run, top, size, kind, way) if top else []
                if top and median(ratios(ours, theirs)) < 1:
                    times = number(1 / median(ratios(ours, theirs)))
                    place = f"{size} rules, {TITLES[kind]}, {words}"
                    found.append(f"- Verdicts, {place}: {top.title}, {times} times.")
        ours = proofs(run, OURS, size, COMPLETE)
        for one in run.fits(size):
            theirs = proofs(run, one, size, COMPLETE)
            if not one.is_ours and theirs and median(ratios(ours, theirs)) < 1:
                times = number(1 / median(ratios(ours, theirs)))
                place = f"{size} rules: {one.title}"
                found.append(f"- One goal with reasons, {place}, {times} times.")
        found += _slower_starts(run, size)
    if len(run.contenders) == 1:
        return ""
    told = "\n".join(found) if found else "Nowhere in this run."
    return f"### Where a peer is ahead\n\n{told}"


def _slower_starts(run: "Run", size: int) -> list[str]:
    found = []
    names = {"compile": "Compiling", "cold": "The first call", "peak": "Peak memory"}
    for key, words in names.items():
        medians = {
            one.title: median(each[key] for each in rounds)
            for one in run.fits(size)
            if (rounds := run.rounds.get((one.title, size)))
        }
        ahead = [t for t in medians if medians[t] < medians[OURS.title]]
        if ahead:
            named = ", ".join(sorted(ahead, key=medians.__getitem__))
            found.append(f"- {words}, {size} rules: {named}.")
    return found
