"""Run the cases, ordinary names and pairs, ours and the peers', and judge them."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import process_time
from typing import Any, Literal

from screening_bench.lists import Desk, found_by, names_of
from screening_bench.rivals import BY_PAIRS, Rival
from screening_bench.scoring import Case, Judged, judged

from antinomy.screening import Query, same_name

OURS = "Antinomy"
PAIRS = "nomenklatura-name-bench.csv"
PERSON, FIRMS = "Person", frozenset({"Company", "Organization"})
_KINDS: dict[str, Literal["", "person", "firm"]] = {
    PERSON: "person",
    **dict.fromkeys(FIRMS, "firm"),
}


@dataclass(frozen=True, slots=True)
class Alert:
    """An ordinary name that was taken for a listed party."""

    query: str
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """What one engine answers to the cases, and how many of them in a second.

    ``ordinary`` has for each ordinary name asked about its best result.
    """

    judged: tuple[Judged, ...]
    rate: float
    ordinary: tuple[Alert | None, ...] = ()
    version: str = ""


def ours(desk: Desk, cases: Sequence[Case], ordinary: Sequence[str]) -> Found:
    """Screen cases and ordinary names ourselves; the rate is without sentences."""
    screener = desk.screener()
    begun = process_time()
    said = [screener.screen(Query(case.query)) for case in cases]
    taken = process_time() - begun
    results = (found_by(screener.screen(Query(name))) for name in ordinary)
    return Found(
        tuple(judged(c, found_by(a)) for c, a in zip(cases, said, strict=True)),
        len(cases) / taken,
        tuple(_best(n, r) for n, r in zip(ordinary, results, strict=True)),
    )


def _best(query: str, results: Sequence[tuple[float, Sequence[str]]]) -> Alert | None:
    return Alert(query, results[0][1][0], results[0][0]) if results else None


def job_of(
    desk: Desk, names: Mapping[str, Sequence[str]], more: Mapping[str, list[list[int]]]
) -> dict[str, object]:
    """Write what a peer is asked: the parties, the names, candidates for each.

    Candidates are those of our index and ``more``, so that no peer has fewer.
    """
    parties = [
        {"names": list(dict.fromkeys(names_of(p))), "kind": p.kind}
        for p in desk.parties
    ]
    candidates = {
        key: [
            sorted({*desk.candidates(name), *more[key][at]})
            for at, name in enumerate(asked)
        ]
        for key, asked in names.items()
        if key in more
    }
    return {"parties": parties, "names": names, "candidates": candidates}


def theirs(
    told: Mapping[str, Any], desk: Desk, cases: Sequence[Case], ordinary: Sequence[str]
) -> Found:
    """Judge what a peer answered."""
    results = [_named(a, desk) for a in told["cases"]["answers"]]
    best = [_named(a, desk) for a in told["ordinary"]["answers"]]
    return Found(
        tuple(judged(c, r) for c, r in zip(cases, results, strict=True)),
        len(cases) / sum(told["cases"]["seconds"]),
        tuple(_best(n, r) for n, r in zip(ordinary, best, strict=True)),
        told["version"],
    )


def _named(
    answer: Iterable[tuple[float, int]], desk: Desk
) -> list[tuple[float, tuple[str, ...]]]:
    return [(score, names_of(desk.parties[number])) for score, number in answer]


def parties_in(told: Mapping[str, Any]) -> dict[str, list[list[int]]]:
    """Give the parties that a peer answered with, as candidates for others."""
    keys = [key for key in told if key not in {"version", "pairs"}]
    return {key: [[n for _, n in a] for a in told[key]["answers"]] for key in keys}


def alerts(found: Found, at: float, listed: frozenset[str]) -> tuple[list[Alert], int]:
    """Give the alerts from a threshold on, and how many names were asked about.

    Names that a person has judged to be those of listed parties take no part.
    """
    raised = [a for a in found.ordinary if a and a.score >= at]
    asked = len(found.ordinary)
    true = sum(a.query in listed for a in raised)
    return [a for a in raised if a.query not in listed], asked - true


def read_ordinary(path: Path | None, most: int | None = None) -> list[str]:
    """Read ordinary names from the column `name` of a table, or some by chance."""
    if path is None:
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        names = list(dict.fromkeys(row["name"] for row in csv.DictReader(file)))
    if most is not None and most < len(names):
        return Random(4).sample(names, most)  # noqa: S311 - a die, not a secret
    return names


def read_listed(path: Path | None) -> frozenset[str]:
    """Read names judged to be listed: one a line, then a tab and the reason."""
    if path is None:
        return frozenset()
    lines = path.read_text("utf-8").splitlines()
    return frozenset(
        line.split("\t")[0] for line in lines if line and not line.startswith("#")
    )


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, of what they are, and whether they are one party's."""

    schema: str
    one: str
    other: str
    same: bool


def read_pairs(path: Path) -> list[Pair]:
    """Read nomenklatura's own pairs."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            Pair(r["schema"], r["name1"], r["name2"], r["is_match"] == "true")
            for r in csv.DictReader(file)
        ]


def our_pairs(desk: Desk, pairs: Iterable[Pair]) -> list[float]:
    """Compare pairs with our own eyes."""
    return [
        same_name(
            pair.one,
            pair.other,
            _KINDS.get(pair.schema, ""),
            desk.lexicon,
            desk.weights,
        ).score
        for pair in pairs
    ]


def by_pairs(rival: Rival) -> bool:
    """Tell whether a peer compares pairs, and is given candidates."""
    return rival.peer in BY_PAIRS
