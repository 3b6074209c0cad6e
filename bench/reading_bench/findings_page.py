"""The tables of what was found on articles, ours and the yardsticks'."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from reading_bench.findings import AIMS, RAW, Score
from reading_bench.ours import OURS
from reading_bench.sheet import Counts, Part, Row

NAMES = {
    "time_found": "times found",
    "time_normalised": "times, days right",
    "quantity": "quantities, value and unit",
    "mention": "names",
    "mention_linked": "names, thing right",
    "event": "events",
    "event_strict": "events, date and actor right",
    "statement": "statements, speaker right",
    "relation": "relations",
}
MEASURED = {
    "Recognizers-Text": ("time_found", "time_normalised", "quantity"),
    "dateparser": ("time_found", "time_normalised"),
    "jieba": ("mention",),
    "thulac": ("mention",),
}


def parts(
    found: Mapping[str, Score],
    peers: Mapping[tuple[str, str], Score],
    kept: Collection[str] = (),
) -> list[Part]:
    """Write the tables: ours by article and summed, the yardsticks beside us.

    ``kept`` are the articles whose gold the makers of the reader had not seen.
    """
    columns = {f"article {name}": score for name, score in found.items()}
    ours = [score for name, score in found.items() if name not in kept]
    held = [score for name, score in found.items() if name in kept]
    if ours:
        columns["sum, development"] = sum(ours, Score())
    if held:
        columns["sum, kept back"] = sum(held, Score())
    note = (
        "F1 with counts: right / found / wanted. The reader was made with the gold of"
        f" these articles at hand, but for: {', '.join(sorted(kept)) or 'none'}."
    )
    counts = {name: score.json() for name, score in found.items()}
    head = ["found by us", *columns, "aim"]
    rows = list(_ours(list(columns.values())))
    mine = Part("Findings on the articles", note, head, rows, counts)
    return [mine, *_beside(sum(found.values(), Score()), peers)]


def _ours(columns: Sequence[Score]) -> Iterator[Row]:
    for name, aim in AIMS.items():
        told = "" if aim is None else f"{aim:.2f}"
        yield [NAMES[name], *(_f1(c.counts[name]) for c in columns), told]
    settled_of = [_of(c.settled) for c in columns]
    yield ["withdrawn, revised, denied", *settled_of, "all"]
    yield ["contradicted by the record", *(_of(c.contradicted) for c in columns), ""]
    yield ["values from noise", *(str(c.leaks) for c in columns), "0"]
    yield ["without a place", *(str(c.ungrounded) for c in columns), "0"]
    for slot in columns[0].slots if columns else ():
        shares = (_of(c.slots[slot]) for c in columns)
        yield [f"{slot}, of the matched", *shares, ""]


def _of(counts: Counts) -> str:
    return f"{counts.right} of {counts.wanted}"


def _f1(counts: Counts) -> str:
    return f"{counts.f1:.3f} ({counts.right} / {counts.found} / {counts.wanted})"


def _beside(whole: Score, peers: Mapping[tuple[str, str], Score]) -> Iterator[Part]:
    if not peers:
        return
    measures = ("time_found", "time_normalised", "quantity", "mention")
    rows: list[Row] = [
        [OURS, RAW, *(_f1(whole.counts[m]) for m in measures), str(whole.leaks)]
    ]
    for (tool, form), score in peers.items():
        shown = (_f1(score.counts[m]) if m in MEASURED[tool] else "–" for m in measures)
        rows.append([tool, form, *shown, str(score.leaks)])
    note = (
        "Summed over the articles with gold, by the same scorer. The yardsticks get the"
        " day of the page from the gold. Ours are figures of development; theirs are"
        " not. Mended: lines read and repaired by us, which spares them the noise."
    )
    head = ["reader", "reads", *(NAMES[m] for m in measures), "values from noise"]
    counts = {f"{tool}, {form}": score.json() for (tool, form), score in peers.items()}
    yield Part(
        "Times, quantities and names beside the yardsticks", note, head, rows, counts
    )
