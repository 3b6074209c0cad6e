"""Answers as lines of JSON: written, read again, and brought up to newer lists.

Against newer lists a name is screened anew only where that can change its answer: where
a party it met is gone, or a new name is like it. All else stays as it was.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from antinomy.cli.accepted import plain
from antinomy.cli.desk import MOST_RESULTS, Desk, Since
from antinomy.cli.screen_file import kind_of
from antinomy.cli.screen_words import sentence_of
from antinomy.screening import Answer, Query
from antinomy.values import InputError, Json, Location
from antinomy.verdict import Words

_RESULT = {"name", "list", "score", "class"}


def line_of(answer: Answer, desk: Desk) -> dict[str, Json]:
    """Write an answer as an object of JSON, with sentences, lists and index."""
    return {**told_of(answer, desk.packs.words), **_frame(desk)}


def told_of(answer: Answer, words: Words) -> dict[str, Json]:
    """Write an answer with the sentences of its proofs."""
    told = answer.as_json()
    for result, found in zip(answer.results, _results(told), strict=True):
        proof = found["proof"]
        assert isinstance(proof, dict)
        said = sentence_of(result, words)
        proof["sentence"] = {"en": said.en, "zh": said.zh}
    return told


COLUMNS = (
    *("number", "query", "keys", "class"),
    *("rank", "list", "name", "score", "result_class"),
)


def columns_of(number: int, answer: Answer, desk: Desk) -> Iterator[list[str]]:
    """Write an answer as rows of columns: one a result, one without if there is none.

    ``keys`` are the terms under which the name is looked for, parted by spaces: where
    two tables share keys they can be joined, and the pairs scored, by any engine.
    """
    keys = " ".join(desk.screener.keys(answer.query))
    head = [str(number), answer.query.name, keys, answer.kind]
    for rank, result in enumerate(answer.results, 1):
        party, score = result.party, f"{result.score:.4f}"
        yield [*head, str(rank), party.list, party.name, score, result.kind]
    if not answer.results:
        yield [*head, "", "", "", "", ""]


def brought_up(path: Path, desk: Desk) -> Iterator[dict[str, Json]]:
    """Bring the answers of a file up to the lists that are held now, in their order.

    Raises:
        InputError: a line that is no answer.
    """
    since = cache(desk.since)
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            told = _told(line, Location(str(path), number, 1))
            yield _brought_up(told, desk, since(str(told.get("index", ""))))


def _brought_up(
    told: dict[str, Json], desk: Desk, since: Since | None
) -> dict[str, Json]:
    query = Query(
        str(told["query"]), kind_of(told.get("kind")), str(told.get("id", ""))
    )
    before = _results(told)
    if since is None or any(_key(result) in since.gone for result in before):
        now = line_of(desk.answer(query), desk)
    else:
        added = _results(line_of(since.answer(query), desk))
        ranked = sorted([*before, *added], key=_rank)[:MOST_RESULTS]
        now = {**told, **_judged(query, ranked, told, desk), **_frame(desk)}
    changed = (now["class"], now["results"]) != (told["class"], told["results"])
    return {**now, "changed": changed}


def _judged(
    query: Query, ranked: list[dict[str, Json]], told: Mapping[str, Json], desk: Desk
) -> dict[str, Json]:
    """Mark anew what is set aside, and judge by the rest."""
    asked, rows = plain(query.name), Counter(map(_key, ranked))
    marked: list[Json] = []
    kind: Json = "unread" if told["class"] == "unread" else "nothing_found"
    for result in ranked:
        bare = {key: value for key, value in result.items() if key != "accepted"}
        row = str(result["list"]), str(result["name"])
        aside = desk.accepted.of(asked, *row, desk.day)
        if aside is not None and rows[_key(result)] == 1:
            bare["accepted"] = aside.as_json()
        if kind == "nothing_found" and (aside is None or aside.is_over):
            kind = result["class"]
        marked.append(bare)
    return {"class": kind, "results": marked}


def _frame(desk: Desk) -> dict[str, Json]:
    return {"lists": desk.held.as_json(), "index": desk.key}


def _told(line: bytes, at: Location) -> dict[str, Json]:
    try:
        told = json.loads(line)
    except ValueError as error:
        raise InputError(f"this line is no answer: {error}", at) from None
    if not isinstance(told, dict) or not isinstance(told.get("query"), str):
        raise InputError("this line is no answer: it has no `query`", at)
    results = told.get("results")
    if not isinstance(results, list) or not isinstance(told.get("class"), str):
        raise InputError("this line is no answer: `results` or `class` is missing", at)
    if not all(isinstance(r, dict) and r.keys() >= _RESULT for r in results):
        raise InputError("a result of this answer lacks its name, list or score", at)
    return told


def _results(told: Mapping[str, Json]) -> list[dict[str, Json]]:
    results = told["results"]
    assert isinstance(results, list)
    return [result for result in results if isinstance(result, dict)]


def _key(result: Mapping[str, Json]) -> str:
    return f"{result['list']}: {result['name']}"


def _rank(result: Mapping[str, Json]) -> tuple[float, str, str]:
    score = result["score"]
    assert isinstance(score, int | float)
    return -score, str(result["name"]), str(result["list"])
