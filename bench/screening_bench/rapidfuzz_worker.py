"""Score every name against every listed one with a measure of rapidfuzz.

`python rapidfuzz_worker.py JOB ANSWERS`. Names are put into Latin letters first, small
and without marks, which is the usual preparation. The environment holds rapidfuzz and
anyascii. A party counts with the best of its names.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import process_time

import rapidfuzz
from anyascii import anyascii
from rapidfuzz import fuzz, process, utils
from rapidfuzz.distance import JaroWinkler

MEASURES: dict[str, tuple[Callable[..., float], float]] = {
    "token_sort_ratio": (fuzz.token_sort_ratio, 100.0),
    "WRatio": (fuzz.WRatio, 100.0),
    "Jaro-Winkler": (JaroWinkler.similarity, 1.0),
}
MOST = 100  # names


def plain(name: str) -> str:
    """Put a name into small Latin letters without marks."""
    return utils.default_process(anyascii(name))


def main(job: Path, out: Path) -> None:
    """Answer the job."""
    asked = json.loads(job.read_text("utf-8"))
    pairs = [(n, at) for at, p in enumerate(asked["parties"]) for n in p["names"]]
    texts = [plain(name) for name, _ in pairs]
    measure, whole = MEASURES[asked["method"]]
    found: dict[str, object] = {"version": rapidfuzz.__version__}
    for key, names in asked["names"].items():
        answers: list[list[tuple[float, int]]] = [[] for _ in names]
        seconds = [0.0 for _ in names]
        for at in Random(1).sample(range(len(names)), len(names)):  # noqa: S311
            start = process_time()
            query = plain(names[at])
            hits = process.extract(query, texts, scorer=measure, limit=MOST)
            best: dict[int, float] = {}
            for _, score, number in hits:
                best.setdefault(pairs[number][1], score / whole)
            answers[at] = [(score, party) for party, score in best.items()]
            seconds[at] = process_time() - start
        found[key] = {"answers": answers, "seconds": seconds}
    out.write_text(json.dumps(found), "utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
