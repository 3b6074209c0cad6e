"""Compare names with candidates, or pairs of names, by an algorithm of nomenklatura.

`python nomenklatura_worker.py JOB ANSWERS`, in an environment that holds nomenklatura.
Candidates come with the job, for nomenklatura's own index wants a data set of its own;
finding them is not in the time. A party is one entity with all of its names.
"""

import json
import sys
from itertools import count
from pathlib import Path
from random import Random
from time import process_time

import nomenklatura
from followthemoney import EntityProxy, model
from nomenklatura.matching import get_algorithm

MOST = 10
KINDS = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane"}
_numbers = count()


def entity(schema: str, names: list[str]) -> EntityProxy:
    """Make an entity with an id of its own: names are cached by it."""
    made = model.make_entity(schema)
    made.id = f"e{next(_numbers)}"
    for name in names:
        made.add("name", name)
    return made


def main(job: Path, out: Path) -> None:
    """Answer the job."""
    asked = json.loads(job.read_text("utf-8"))
    algorithm = get_algorithm(asked["method"])
    assert algorithm is not None
    config = algorithm.default_config()
    parties = [
        entity(KINDS.get(p["kind"], "LegalEntity"), p["names"])
        for p in asked.get("parties", ())
    ]
    found: dict[str, object] = {"version": nomenklatura.__version__}
    found["pairs"] = [
        algorithm.compare(entity(schema, [a]), entity(schema, [b]), config).score
        for schema, a, b in asked.get("pairs", ())
    ]
    for key, names in asked.get("names", {}).items():
        candidates = asked["candidates"][key]
        answers: list[list[tuple[float, int]]] = [[] for _ in names]
        seconds = [0.0 for _ in names]
        for at in Random(1).sample(range(len(names)), len(names)):  # noqa: S311
            start = process_time()
            query = entity("LegalEntity", [names[at]])
            scored = sorted(
                (-algorithm.compare(query, parties[n], config).score, n)
                for n in candidates[at]
            )
            answers[at] = [(-s, n) for s, n in scored[:MOST] if s]
            seconds[at] = process_time() - start
        found[key] = {"answers": answers, "seconds": seconds}
    out.write_text(json.dumps(found), "utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
