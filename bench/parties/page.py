"""Write what was measured as the tables of the page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from parties.quality import FIRMS, PERSON, Found, Pair, alerts
from parties.scoring import (
    Judged,
    by_variation,
    f_measure,
    false_alerts,
    first_right,
    interval,
    listed,
    recall,
    threshold,
    unlisted,
)
from parties.speed import Delta, Measured

AIMS = {"rate": 300, "p95": 10, "memory": 250, "start": 2, "minutes": 6, "delta": 1}


@dataclass(slots=True)
class Sheet:
    """All that a run has measured; what it could not measure stays empty."""

    run: str = ""
    found: dict[tuple[str, str], Found] = field(default_factory=dict)
    own: dict[str, float] = field(default_factory=dict)
    customary: frozenset[str] = frozenset()
    judged_listed: frozenset[str] = frozenset()
    pairs: list[Pair] = field(default_factory=list)
    pair_scores: dict[str, list[float]] = field(default_factory=dict)
    pair_alerts: dict[str, float] = field(default_factory=dict)
    queries: Measured | None = None
    many: Measured | None = None
    start: float | None = None
    delta: Delta | None = None
    exact: dict[str, tuple[int, int, list[str]]] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)


def text(sheet: Sheet) -> str:
    """Write the whole section."""
    parts = [sheet.run, *_quality(sheet), *_ordinary(sheet), *_pairs(sheet)]
    parts += [*_speed(sheet), *_exact(sheet)]
    parts += [f"Missing: {line}" for line in sheet.missing]
    return "\n\n".join(part for part in parts if part)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


# ---------------------------------------------------------------- quality


def _quality(sheet: Sheet) -> list[str]:
    if not sheet.found:
        return []
    head = ["lists", "engine", "t at 5 %", "found at 5 % (95 % interval)", "own t"]
    head += ["found", "false alerts (95 % interval)", "first right", "a second"]
    rows = [_row(sheet, *key, found) for key, found in sheet.found.items()]
    counted = {
        setting: f"{setting}: {len(listed(one.judged))} names of listed parties and"
        f" {len(unlisted(one.judged))} of others"
        for (setting, _), one in sheet.found.items()
    }
    note = "; ".join(counted.values()) + "."
    if sheet.customary:
        note += " Own t marked *: the peer recommends none; a customary one is taken."
    return ["### Who is found", _table(head, rows), note, _variations(sheet)]


def _row(sheet: Sheet, setting: str, engine: str, found: Found) -> list[str]:
    rows, own = found.judged, sheet.own[engine]
    at = threshold(rows)
    mark = "*" if engine in sheet.customary else ""
    return [
        setting,
        engine,
        f"{at:.3f}",
        _with_interval(rows, lambda some: recall(some, at)),
        f"{own:.2f}{mark}",
        f"{100 * recall(rows, own):.1f} %",
        _with_interval(rows, lambda some: false_alerts(some, own)),
        f"{100 * first_right(rows, own):.1f} %",
        f"{found.rate:,.0f}" if found.rate > 10 else f"{found.rate:.1f}",  # noqa: PLR2004
    ]


def _with_interval(
    rows: Sequence[Judged], measure: Callable[[Sequence[Judged]], float]
) -> str:
    low, high = interval(rows, measure)
    return f"{100 * measure(rows):.1f} % ({100 * low:.1f} to {100 * high:.1f})"


def _variations(sheet: Sheet) -> str:
    """Write the hits by kind of variation, each engine at its 5 % threshold."""
    counts = {
        key: by_variation(found.judged, threshold(found.judged))
        for key, found in sheet.found.items()
    }
    whole: dict[str, int] = {}
    for one in counts.values():
        for kind, (_, cases) in one.items():
            whole[kind] = max(cases, whole.get(kind, 0))
    kinds = sorted(whole, key=lambda kind: (-whole[kind], kind))
    head = ["found at 5 %, by variation", *(f"{e}, {s}" for s, e in counts)]
    rows = [[kind, *(_hits(c.get(kind)) for c in counts.values())] for kind in kinds]
    return _table(head, rows)


def _hits(counted: tuple[int, int] | None) -> str:
    return f"{counted[0]} of {counted[1]}" if counted else "–"


def _ordinary(sheet: Sheet) -> list[str]:
    asked = {key: found for key, found in sheet.found.items() if found.ordinary}
    if not asked:
        return []
    rows = []
    for (setting, engine), found in asked.items():
        raised, names = alerts(found, sheet.own[engine], sheet.judged_listed)
        rate = f"{1000 * len(raised) / names:.1f}"
        own = f"{sheet.own[engine]:.2f}"
        rows.append([setting, engine, own, f"{names:,}", str(len(raised)), rate])
    head = ["lists", "engine", "own t", "names", "false alerts", "in 1,000"]
    return ["### Ordinary short names of Chinese firms", _table(head, rows)]


# ---------------------------------------------------------------- pairs, speed, cases


def _pairs(sheet: Sheet) -> list[str]:
    if not sheet.pairs:
        return []
    chosen: Mapping[str, Callable[[str], bool]] = {
        "all": lambda _: True,
        "firms": lambda schema: schema in FIRMS,
        "persons": lambda schema: schema == PERSON,
    }
    rows = []
    for engine, scores in sheet.pair_scores.items():
        at = sheet.pair_alerts[engine]
        both = list(zip(sheet.pairs, scores, strict=True))
        values = [
            f"{f_measure([(s, p.same) for p, s in both if keep(p.schema)], at):.3f}"
            for keep in chosen.values()
        ]
        rows.append([engine, f"{at:.2f}", *values])
    sizes = [
        f"{name} ({sum(keep(p.schema) for p in sheet.pairs)})"
        for name, keep in chosen.items()
    ]
    title = "### Pairs of names: F1 on nomenklatura's own test set"
    return [title, _table(["engine", "own t", *sizes], rows)]


def _speed(sheet: Sheet) -> list[str]:
    rows = []
    one, many = sheet.queries, sheet.many
    if one:
        rows += [
            _aimed("names a second", one.rate, AIMS["rate"], "", least=True),
            ["half of the names within", f"{one.at(50):.1f} ms", "", ""],
            _aimed("95 of 100 names within", one.at(95), AIMS["p95"], " ms"),
            ["99 of 100 names within", f"{one.at(99):.1f} ms", "", ""],
            _aimed("memory at the most", one.memory, AIMS["memory"], " MB"),
        ]
    if sheet.start is not None:
        rows.append(_aimed("the command from cold", sheet.start, AIMS["start"], " s"))
    if many:
        minutes = sum(many.times) / 60_000
        label = f"{len(many.times):,} counterparties"
        rows.append(_aimed(label, minutes, AIMS["minutes"], " min"))
        memory = many.memory
        rows.append(_aimed("memory after them", memory, AIMS["memory"], " MB"))
    if sheet.delta:
        delta, aim = sheet.delta, AIMS["delta"]
        opened = _aimed("from there to the first answer", delta.opened, aim, " s")
        rows.append(["import of a version, 50 rows gone, 50 new"])
        rows[-1] += [f"{delta.imported:.2f} s", "", ""]
        rows.append(opened)
        rows.append(["of that, opening the index", f"{delta.index:.2f} s", "", ""])
    head = ["speed with whole proofs, one core", "measured", "aim", ""]
    return ["### Speed", _table(head, rows)] if rows else []


def _aimed(
    label: str, value: float, aim: float, unit: str, *, least: bool = False
) -> list[str]:
    reached = value >= aim if least else value <= aim
    side = "at least" if least else "at most"
    shown = f"{value:,.0f}" if value >= 100 else f"{value:.2f}"  # noqa: PLR2004
    word = "reached" if reached else "not reached"
    return [label, f"{shown}{unit}", f"{side} {aim}{unit}", word]


def _exact(sheet: Sheet) -> list[str]:
    names = {"own": "structures of holdings", "flags": "paths of supply"}
    rows = [
        [f"{names[key]} (`antinomy {key}`)", f"{good} of {cases}"]
        for key, (good, cases, _) in sheet.exact.items()
    ]
    faults = [line for _, _, told in sheet.exact.values() for line in told]
    if not rows:
        return []
    table = _table(["cases answered exactly", ""], rows)
    return ["### Holdings and supply", table, "\n".join(f"- {f}" for f in faults)]
