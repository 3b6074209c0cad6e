"""Find names with jieba or thulac: the words that they mark as names.

`python names_worker.py TOOL JOB ANSWERS`. Names that follow each other are not joined.
Neither links a name to a thing.
"""

import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import offline

Cut = Callable[[str], Iterable[tuple[str, str]]]


def jieba_() -> tuple[Cut, frozenset[str]]:
    """Load jieba with its marks of words."""
    from jieba import posseg  # noqa: PLC0415 - each is loaded alone

    names = frozenset({"nr", "nrt", "nrfg", "ns", "nt", "nz", "eng"})
    return lambda line: ((one.word, one.flag) for one in posseg.cut(line)), names


def thulac_() -> tuple[Cut, frozenset[str]]:
    """Load thulac; it talks of its model on the standard output."""
    import thulac  # noqa: PLC0415

    model = thulac.thulac()
    return lambda line: map(tuple, model.cut(line)), frozenset({"np", "ns", "ni", "nz"})


LOADERS = {"jieba": jieba_, "thulac": thulac_}


def found_in(text: str, cut: Cut, names: frozenset[str]) -> Iterator[dict[str, object]]:
    """Give each name as a record of the scored shape, its word for a thing."""
    start = 0
    for line in text.splitlines(keepends=True):
        at = 0
        for word, mark in cut(line.strip()):
            place = line.find(word, at)
            if not word.strip() or place < 0:
                continue
            at = place + len(word)
            if mark in names:
                span = [start + place, start + at]
                yield {"record": "entity", "eid": f"name:{word}", "mentions": [span]}
        start += len(line)


def main(tool: str, job: Path, out: Path) -> None:
    """Answer the job."""
    offline.cut()
    warnings.simplefilter("ignore")
    cut, names = LOADERS[tool]()
    list(cut("预热"))
    offline.answer(job, out, tool, lambda one: list(found_in(one["text"], cut, names)))


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:]))
