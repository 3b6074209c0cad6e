"""Write the pages that are made from the packs: coverage and cases.

`python scripts/pages.py` writes them; a test refuses pages that are out of date.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.cases.casefile import Case, cases, packs

from antinomy.law import Imposes, Law
from antinomy.values import Standing

DOCS = Path(__file__).parents[1] / "docs"


def coverage() -> str:
    """Give the coverage page: what each pack models, flags and does not hold."""
    law = packs().law
    return "\n".join(_coverage_lines(law)) + "\n"


def _coverage_lines(law: Law) -> Iterator[str]:
    yield "# What is modelled, flagged and not held"
    yield ""
    yield "Made from the packs by `scripts/pages.py`; a test keeps it up to date."
    yield ""
    for pack in law.packs.values():
        yield f"## {pack.title.en} (`{pack.id}`)"
        yield ""
        yield f"Version {pack.version}; reliable to {pack.reliable_to}; to be"
        yield f"reviewed by {pack.review_by}. A question about a later day is answered"
        yield "by the terms recorded so far and marked stale."
        yield ""
        for name, remarks in (
            ("Modelled", pack.modelled),
            ("Not held", pack.not_held),
        ):
            yield f"**{name}**"
            yield ""
            yield from (f"- `{r.regime}`: {r.what.en}" for r in remarks)
            yield ""
        if pack.flagged:
            yield "**Flagged**: known, its rule not stated; unknown where it may be."
            yield ""
            yield from (f"- `{f.regime}` `{f.id}`: {f.why.en}" for f in pack.flagged)
            yield ""
        yield from _measures(law, pack.id)


def _measures(law: Law, pack: str) -> Iterator[str]:
    yield "| measure | force | provisions | norms | source |"
    yield "|---|---|---:|---:|---|"
    standings = dict.fromkeys(Standing, 0)
    for measure in law.measures.values():
        if measure.pack != pack:
            continue
        norms = sum(isinstance(p.does, Imposes) for p in measure.provisions)
        standing = measure.cite.standing
        standings[standing] += 1
        yield (
            f"| {measure.title.en} (`{measure.id}`) | {measure.force.value} |"
            f" {len(measure.provisions)} | {norms} | {standing.value} |"
        )
    yield ""
    told = ", ".join(f"{count} {s.value}" for s, count in standings.items())
    yield f"Standing of the measures' sources: {told}."
    yield ""


def case_page() -> str:
    """Give the page of all cases with their authorities."""
    return "\n".join(_case_lines(cases())) + "\n"


def _case_lines(found: tuple[Case, ...]) -> Iterator[str]:
    deals = [case for case in found if case.transaction is not None]
    resting = [case for case in deals if case.rests_on != "text"]
    yield "# The cases"
    yield ""
    yield "Made from the case files beside the packs by `scripts/pages.py`. Each is"
    yield "run by the tests, and removing any one provision changes some case."
    yield ""
    yield (
        f"{len(found)} cases; {len(deals)} are transactions, of which {len(resting)}"
        " rest on a worked case, an official example, a filing or a commentary."
    )
    yield ""
    yield "| case | asked of | rests on | authority |"
    yield "|---|---|---|---|"
    for case in found:
        days = ", ".join(str(wanted.on) for wanted in case.expect)
        authority = case.authority.replace("|", "/")
        yield f"| {case.name} | {days} | {case.rests_on} | {authority} |"


PAGES = {"coverage.md": coverage, "cases.md": case_page}


def main() -> None:
    """Write every page."""
    for name, write in PAGES.items():
        (DOCS / name).write_text(write(), "utf-8")


if __name__ == "__main__":
    main()
