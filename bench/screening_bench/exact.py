"""Hold the answers of the command to cases of ownership and of supply, exactly."""

import json
import math
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

OWNERSHIP, SUPPLY = "ownership-cases.yaml", "supply-cases.yaml"
ASIDE = frozenset({"note", "why"})  # for the reader
WORDS = {True: "yes", False: "no"}


def exact(lists: Path) -> dict[str, tuple[int, int, list[str]]]:
    """Give for each file the cases that are exact, all cases, and what differs."""
    found = {}
    for command, name, differ in (
        ("own", OWNERSHIP, ownership_differs),
        ("flags", SUPPLY, supply_differs),
    ):
        file = lists / name
        cases = yaml.safe_load(file.read_text("utf-8"))["cases"]
        said = _said(command, file)
        wrong = {c["id"]: list(differ(c, said.get(c["id"], {}))) for c in cases}
        told = [f"{case}: {text}" for case, texts in wrong.items() for text in texts]
        found[command] = sum(not texts for texts in wrong.values()), len(cases), told
    return found


def _said(command: str, file: Path) -> dict[str, dict[str, object]]:
    words = [sys.executable, "-m", "antinomy", command, str(file), "--json"]
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=False)
    answers = map(json.loads, done.stdout.splitlines())
    return {answer["id"]: answer for answer in answers}


def ownership_differs(case: Mapping, said: Mapping) -> Iterator[str]:  # type: ignore[type-arg]
    """Name each value of a case that the answer has otherwise."""
    yield from _differs("", case["expect"], said)
    by_date = case.get("expect_by_date") or {}
    yield from _differs("", by_date, said.get("expect_by_date"))


def _differs(path: str, wanted: object, found: object) -> Iterator[str]:
    if isinstance(wanted, Mapping):
        inner = found if isinstance(found, Mapping) else {}
        for key, value in wanted.items():
            if key not in ASIDE:
                yield from _differs(f"{path}.{key}", value, inner.get(str(key)))
    elif isinstance(wanted, list) and isinstance(found, list):
        if list(map(str, wanted)) != list(map(str, found)):
            yield f"{path[1:]}: {wanted}, said {found}"
    elif str(wanted) != str(found) and not _close(wanted, found):
        yield f"{path[1:]}: {wanted}, said {found}"


def _close(one: object, other: object) -> bool:
    """Tell numbers that differ by how a machine writes them from others."""
    numbers = (int, float)
    both = isinstance(one, numbers) and isinstance(other, numbers)
    return both and math.isclose(one, other, abs_tol=1e-9)


def supply_differs(case: Mapping, said: Mapping) -> Iterator[str]:  # type: ignore[type-arg]
    """Name each flag that is missing or forbidden, and each other answer.

    Flags beyond those that a case expects are no fault unless it forbids them.
    """
    wanted = case["expect"]
    codes = {flag["code"] for flag in said.get("flags", ())}
    expected = {
        f["code"] if isinstance(f, dict) else f for f in wanted.get("flags", ())
    }
    if lacking := sorted(expected - codes):
        yield f"flags missing: {', '.join(lacking)}"
    if forbidden := sorted(codes & set(wanted.get("must_not", ()))):
        yield f"flags forbidden: {', '.join(forbidden)}"
    yield from _differs(
        ".disposition", wanted.get("disposition"), said.get("disposition")
    )
    if "parent_test" in wanted:
        tested = _worded(wanted["parent_test"])
        yield from _differs(".parent_test", tested, said.get("parent_test"))
    sums = case.get("arithmetic") or wanted.get("arithmetic") or {}
    yield from _differs(".arithmetic", _worded(sums), said.get("arithmetic"))
    months = set(map(str, wanted.get("no_flag_months", ())))
    if "no_flag_months" in wanted and months != set(said.get("no_flag_months", ())):
        yield f"months without a flag: {sorted(months)}"


def _worded(value: object) -> object:
    """Write yes and no, which YAML reads as claims, as words; in keys too."""
    if isinstance(value, Mapping):
        return {WORDS.get(k, k): _worded(v) for k, v in value.items()}
    return WORDS.get(value, value) if isinstance(value, bool) else value
