"""Write what was measured as the tables of the page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from screening_bench.quality import FIRMS, OURS, PERSON, Found, Pair, alerts
from screening_bench.scoring import (
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
from screening_bench.speed import Delta, Measured

AIMS = {"rate": 300, "p95": 10, "memory": 250, "start": 2, "minutes": 6, "delta": 1}
MANY = 100_000  # counterparties, to which the aim in minutes belongs


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
    parts += [*_speed(sheet), *_exact(sheet), *_ahead(sheet)]
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


def _counts(sheet: Sheet, setting: str) -> dict[str, dict[str, tuple[int, int]]]:
    """Give for each engine the hits by kind of variation, at its 5 % threshold."""
    return {
        engine: by_variation(found.judged, threshold(found.judged))
        for (of, engine), found in sheet.found.items()
        if of == setting
    }


def _settings(sheet: Sheet) -> list[str]:
    return list(dict.fromkeys(setting for setting, _ in sheet.found))


def _best_peer(
    counts: Mapping[str, Mapping[str, tuple[int, int]]], kind: str
) -> tuple[str, int] | None:
    """Give the peers that find most of a kind, and how many; None without peers."""
    hits = {e: c[kind][0] for e, c in counts.items() if e != OURS and kind in c}
    best = max(hits.values(), default=0)
    if not hits:
        return None
    names = ", ".join(engine for engine, count in hits.items() if count == best)
    return names if best else "none", best


def _variations(sheet: Sheet) -> str:
    """Write our hits by kind of variation, and those of the best peer beside them."""
    settings = {setting: _counts(sheet, setting) for setting in _settings(sheet)}
    whole: dict[str, int] = {}
    for counts in settings.values():
        for kind, (_, cases) in counts[OURS].items():
            whole[kind] = max(cases, whole.get(kind, 0))
    head = ["found at 5 %, by variation", "names"]
    rows = [[k, str(whole[k])] for k in sorted(whole, key=lambda k: (-whole[k], k))]
    for setting, counts in settings.items():
        head += [setting, *(["best peer"] if len(counts) > 1 else [])]
        for row in rows:
            mine = counts[OURS].get(row[0])
            row.append(str(mine[0]) if mine else "–")
            if len(counts) > 1:
                best = _best_peer(counts, row[0])
                row.append(f"{best[1]} ({best[0]})" if best else "–")
    return _table(head, rows)


def _ahead(sheet: Sheet) -> list[str]:
    """Name each place where a peer is ahead of us."""
    lines = []
    for setting in _settings(sheet):
        counts = _counts(sheet, setting)
        for kind, (mine, cases) in counts[OURS].items():
            best = _best_peer(counts, kind)
            if best and best[1] > mine:
                told = f"{best[1]} of {cases}, we {mine}"
                lines.append(f"- Found at 5 %, {setting}, {kind}: {best[0]}, {told}.")
    rates = _rates(sheet)
    for (setting, engine), rate in rates.items():
        mine = rates.get((setting, OURS))
        if mine is not None and rate < mine:
            found = sheet.found[setting, engine].judged
            share = 100 * recall(found, sheet.own[engine])
            told = f"{rate:.1f} in 1,000, we {mine:.1f}; it finds {share:.1f} % there"
            lines.append(f"- Alerts on ordinary names, {setting}: {engine}, {told}.")
    for kind, values in _f_values(sheet).items():
        for engine, value in values.items():
            if value > values[OURS]:
                told = f"{value:.3f}, we {values[OURS]:.3f}"
                lines.append(f"- F1 on pairs, {kind}: {engine}, {told}.")
    return ["### Where a peer is ahead", "\n".join(lines)] if lines else []


def _rates(sheet: Sheet) -> dict[tuple[str, str], float]:
    """Give false alerts in 1,000 ordinary names, by lists and engine."""
    rates = {}
    for (setting, engine), found in sheet.found.items():
        if found.ordinary:
            at = sheet.own[engine]
            raised, names = alerts(found, at, sheet.judged_listed)
            rates[setting, engine] = 1000 * len(raised) / names
    return rates


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


KINDS: Mapping[str, Callable[[str], bool]] = {
    "all": lambda _: True,
    "firms": lambda schema: schema in FIRMS,
    "persons": lambda schema: schema == PERSON,
}


def _f_values(sheet: Sheet) -> dict[str, dict[str, float]]:
    """Give for each kind of pairs the F1 of each engine at its own threshold."""
    found: dict[str, dict[str, float]] = {}
    for kind, keep in KINDS.items():
        for engine, scores in sheet.pair_scores.items():
            both = zip(sheet.pairs, scores, strict=True)
            chosen = [(s, pair.same) for pair, s in both if keep(pair.schema)]
            value = f_measure(chosen, sheet.pair_alerts[engine])
            found.setdefault(kind, {})[engine] = value
    return found


def _pairs(sheet: Sheet) -> list[str]:
    if not sheet.pairs:
        return []
    values = _f_values(sheet)
    rows = [
        [engine, f"{at:.2f}", *(f"{values[kind][engine]:.3f}" for kind in KINDS)]
        for engine, at in sheet.pair_alerts.items()
    ]
    sizes = [
        f"{kind} ({sum(keep(p.schema) for p in sheet.pairs)})"
        for kind, keep in KINDS.items()
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
        aim = round(AIMS["minutes"] * len(many.times) / MANY, 2)
        rows.append(_aimed(label, minutes, aim, " min"))
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
