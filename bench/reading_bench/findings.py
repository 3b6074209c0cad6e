"""What is found on articles, scored by the reference scorer of their folder.

Ours is the output of `antinomy read --format gold`. The yardsticks find times,
quantities or names, on our mended text and on the raw file; their values are put into
the same shape and scored by the same scorer.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reading_bench.articles import Articles, day_of, records
from reading_bench.ours import read
from reading_bench.sheet import Counts, Sheet
from reading_bench.yardsticks import JIEBA, THULAC, VALUES, MissingError, Yardstick, ask

from antinomy.cli.reader import Told
from antinomy.press.reading import Reading
from antinomy.press.woven import Extent

Record = dict[str, Any]
AIMS = {
    "time_found": None,
    "time_normalised": 0.90,
    "quantity": 0.90,
    "mention": 0.92,
    "mention_linked": 0.88,
    "event": 0.60,
    "event_strict": 0.45,
    "statement": 0.60,
    "relation": None,
}
SLOTS = {"event_slots": "event", "statement_slots": "statement"}
SLOTS |= {"quantity_slots": "quantity"}
SETTLED = frozenset({"retracted", "revised", "denied", "revised_in_record"})
MENDED, RAW = "our mended text", "raw file"


@dataclass(slots=True)
class Score:
    """What a scorer gave for an article, or the sums over several."""

    counts: dict[str, Counts] = field(default_factory=dict)
    slots: dict[str, Counts] = field(default_factory=dict)
    settled: Counts = field(default_factory=Counts)
    contradicted: Counts = field(default_factory=Counts)
    leaks: int = 0
    ungrounded: int = 0

    def __add__(self, other: "Score") -> "Score":
        """Add up, count by count."""
        return Score(
            _summed(self.counts, other.counts),
            _summed(self.slots, other.slots),
            self.settled + other.settled,
            self.contradicted + other.contradicted,
            self.leaks + other.leaks,
            self.ungrounded + other.ungrounded,
        )

    def json(self) -> dict[str, object]:
        """Give every count."""
        return {
            **{name: counts.json() for name, counts in self.counts.items()},
            "slots": {name: counts.json() for name, counts in self.slots.items()},
            "settled": self.settled.json(),
            "contradicted": self.contradicted.json(),
            "leaks": self.leaks,
            "ungrounded": self.ungrounded,
        }


def _summed(
    ones: Mapping[str, Counts], others: Mapping[str, Counts]
) -> dict[str, Counts]:
    names = dict.fromkeys((*ones, *others))
    return {n: ones.get(n, Counts()) + others.get(n, Counts()) for n in names}


def scored(
    articles: Articles, gold: Path, found: Sequence[Record], work: Path
) -> Score:
    """Run the reference scorer over records of one article."""
    told = work / "found.jsonl"
    lines = (json.dumps(one, ensure_ascii=False) for one in found)
    told.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    words = [sys.executable, articles.scorer, gold, told, articles.line_table]
    done = subprocess.run(
        [str(word) for word in words], capture_output=True, text=True, check=True
    )
    return score_of(json.loads(done.stdout))


def score_of(told: Mapping[str, Any]) -> Score:
    """Take the scorer's answer; shares of slots become counts again."""
    score = Score(leaks=told["noise_leaks"]["total"], ungrounded=told["ungrounded"])
    for name in AIMS:
        one = told[name]
        score.counts[name] = Counts(one["tp"], one["pred"], one["gold"])
    for group, of in SLOTS.items():
        matched = told[of]["tp"]
        for slot, share in told[group].items():
            right = round((share or 0) * matched)
            score.slots[f"{of}: {slot}"] = Counts(right, matched, matched)
    return score


def meets(one: Record, other: Record) -> bool:
    """Tell whether spans share half of the shorter one, as the scorer has it."""
    return any(
        2 * (min(b, d) - max(a, c)) >= min(b - a, d - c) > 0 and min(b, d) > max(a, c)
        for a, b in one["spans"]
        for c, d in other["spans"]
    )


def settled(gold: Sequence[Record], found: Sequence[Record]) -> Counts:
    """Count the statements that do not stand: how many are found with their status."""
    wanted = [r for r in gold if r.get("status") in SETTLED]
    said = [r for r in found if r.get("status") in SETTLED]
    right = sum(any(_same_fate(one, other) for other in said) for one in wanted)
    return Counts(right, len(said), len(wanted))


def _same_fate(gold: Record, found: Record) -> bool:
    who = any(gold[key] and gold[key] == found.get(key) for key in ("speaker", "org"))
    who = who or (gold["author_claim"] and found.get("author_claim"))
    return bool(who) and gold["status"] == found["status"] and meets(gold, found)


def contradicted(gold: Sequence[Record], page: Told) -> Counts:
    """Count what other reports contradict: how much of it the ledger says so of."""
    wanted = [r for r in gold if r.get("truth") == "contradicted"]
    entries = [entry for entry in page.ledger if entry.verdict == "contradicted"]
    told = [
        {"spans": [_raw(page.reading, extent) for extent in entry.extents]}
        for entry in entries
    ]
    right = sum(any(meets(one, other) for other in told) for one in wanted)
    return Counts(right, len(told), len(wanted))


def _raw(reading: Reading, extent: Extent) -> list[int]:
    raw = reading.raw(extent)
    return [raw.start, raw.end]


def ours(articles: Articles, sheet: Sheet, work: Path) -> dict[str, Score]:
    """Score what the command tells of each article that has gold."""
    found = {}
    for name, gold in articles.gold().items():
        path = articles.texts()[name]
        told = commanded(path, sheet)
        score = scored(articles, gold, told, work)
        score.settled = settled(records(gold), told)
        score.contradicted = contradicted(records(gold), read(path.read_bytes()))
        found[name] = score
    return found


def commanded(path: Path, sheet: Sheet) -> list[Record]:
    """Run the command on a file; where it breaks off nothing is found, and said so."""
    words = [sys.executable, "-m", "antinomy", "read", str(path), "--format", "gold"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        name, code = path.stem.partition("_")[0], done.returncode
        sheet.missing.append(f"antinomy read, article {name}: exit status {code}")
        return []
    return [json.loads(line) for line in done.stdout.splitlines()]


# ---------------------------------------------------------------- yardsticks


@dataclass(frozen=True, slots=True)
class Asked:
    """A text that the yardsticks read, and how its places lead to the raw file."""

    article: str
    form: str
    text: str
    day: str
    reading: Reading | None = None

    def placed(self, record: Mapping[str, Any]) -> Record:
        """Give a record with the places of the raw file."""
        told: Record = {"seed": self.article, **record}
        for key in ("spans", "mentions"):
            if key in record and self.reading:
                spans = (Extent(*span) for span in record[key])
                told[key] = [_raw(self.reading, span) for span in spans]
        return told


def asked_of(articles: Articles) -> Iterator[Asked]:
    """Give each article with gold, mended and raw."""
    for name, gold in articles.gold().items():
        path = articles.texts()[name]
        day = day_of(gold).isoformat()
        reading = read(path.read_bytes()).reading
        yield Asked(name, MENDED, reading.twin.text, day, reading)
        yield Asked(name, RAW, path.read_bytes().decode(), day)


def theirs(
    articles: Articles, sheet: Sheet, work: Path, *, with_thulac: bool
) -> dict[tuple[str, str], Score]:
    """Score the yardsticks on both texts, summed over the articles."""
    asked = list(asked_of(articles))
    job = [{"text": one.text, "day": one.day} for one in asked]
    tools: tuple[Yardstick, ...] = (*VALUES, JIEBA, *((THULAC,) if with_thulac else ()))
    found: dict[tuple[str, str], Score] = {}
    for tool in tools:
        try:
            told = ask(tool, job, work)
        except MissingError as why:
            sheet.missing.append(f"{tool.title}: {why}")
            continue
        sheet.versions[tool.title] = told["version"]
        for one, answer in zip(asked, told["answers"], strict=True):
            if answer["fault"]:
                where = f"article {one.article}, {one.form}"
                sheet.missing.append(f"{tool.title}, {where}: {answer['fault']}")
            placed = [one.placed(record) for record in answer["found"]]
            score = scored(articles, articles.gold()[one.article], placed, work)
            key = (tool.title, one.form)
            found[key] = found.get(key, Score()) + score
    return found
