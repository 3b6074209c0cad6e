"""Link names with listed ones by splink on DuckDB, on one thread.

`python splink_worker.py JOB ANSWERS`. Splink weighs how fields agree by the method of
Fellegi and Sunter. A name is one field; two are made of it, as its documentation
advises for names: the whole text by steps of Jaro-Winkler, and its words by how many
are shared. Pairs are brought up by a shared word that few names have, or by the first
six letters. How often chance agrees is estimated from the data; how often the names
of one party agree is given by hand, for with one field expectation maximisation
learns something else (tried: it found less than half of it).
"""

import json
import logging
import sys
from collections import Counter
from pathlib import Path
from time import process_time

import duckdb
import pyarrow as pa
import splink
import splink.comparison_library as cl
from anyascii import anyascii
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

RARE = 200  # rows that may share a word which brings pairs up
MOST = 10
# How often names of one party are so alike (the first: equal), or share so many words.
STEPS, ALIKE = [0.97, 0.92, 0.85, 0.75], [0.25, 0.15, 0.2, 0.15, 0.1, 0.15]
SIZES, SHARED = [4, 3, 2, 1], [0.1, 0.15, 0.3, 0.35, 0.1]


def words_of(name: str) -> list[str]:
    """Give the words of a name in small Latin letters, each once."""
    plain = "".join(c if c.isalnum() else " " for c in anyascii(name).lower())
    return list(dict.fromkeys(plain.split()))


def table(words: list[list[str]], rare: set[str]) -> pa.Table:
    """Make a table of names."""
    return pa.table(
        {
            "unique_id": list(range(len(words))),
            "name": [" ".join(w) for w in words],
            "head": [" ".join(w)[:6] for w in words],
            "words": pa.array(words, pa.list_(pa.string())),
            "rare": pa.array(
                [[w for w in ws if w in rare] for ws in words], pa.list_(pa.string())
            ),
        }
    )


def linker_of(asked: pa.Table, listed: pa.Table) -> Linker:
    """Make a linker of the names asked about with the listed ones, and train it."""
    con = duckdb.connect()
    con.execute("set threads to 1")
    api = DuckDBAPI(connection=con)
    sides = {"asked": asked, "listed": listed}
    tables = [api.register(t, dataset_display_name=n) for n, t in sides.items()]
    rules = [block_on("rare", arrays_to_explode=["rare"]), block_on("head")]
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("name", STEPS).configure(m_probabilities=ALIKE),
            cl.ArrayIntersectAtSizes("words", SIZES).configure(m_probabilities=SHARED),
        ],
        blocking_rules_to_generate_predictions=rules,
        probability_two_random_records_match=1 / len(listed),
    )
    linker = Linker(tables, settings, log_level=logging.ERROR)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
    return linker


def main(job: Path, out: Path) -> None:
    """Answer the job; each set of names is linked in one go."""
    asked = json.loads(job.read_text("utf-8"))
    pairs = [(n, at) for at, p in enumerate(asked["parties"]) for n in p["names"]]
    words = [words_of(name) for name, _ in pairs]
    rows = Counter(word for ws in words for word in ws)
    rare = {word for word, count in rows.items() if count <= RARE}
    found: dict[str, object] = {"version": splink.__version__}
    for key, names in asked["names"].items():
        answers: list[dict[int, float]] = [{} for _ in names]
        start = process_time()
        if names:
            queries = table([words_of(name) for name in names], rare)
            linker = linker_of(queries, table(words, rare))
            made = linker.inference.predict(threshold_match_probability=0.05)
            for row in made.as_record_list():
                at = {row[f"source_dataset_{s}"]: row[f"unique_id_{s}"] for s in "lr"}
                best = answers[at["asked"]]
                party = pairs[at["listed"]][1]
                best[party] = max(best.get(party, 0.0), row["match_probability"])
        taken = (process_time() - start) / max(len(names), 1)
        ranked = [sorted(a.items(), key=lambda one: -one[1])[:MOST] for a in answers]
        found[key] = {
            "answers": [[(score, party) for party, score in one] for one in ranked],
            "seconds": [taken for _ in names],
        }
    out.write_text(json.dumps(found), "utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
