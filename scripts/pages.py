"""Write the pages that are made from the packs: coverage, cases, shipped record.

`python scripts/pages.py` writes them; a test refuses pages that are out of date.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.cases.casefile import Case, cases, packs

from antinomy.catalogue import ListSources
from antinomy.claims import Statement, kind_of, read_claims
from antinomy.cli.options import packs_folder
from antinomy.files import Fields, Node, read_document
from antinomy.law import Imposes, Law
from antinomy.press.telling.cues import read_cues
from antinomy.press.telling.frames import read_frames
from antinomy.values import Text

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"


def coverage() -> str:
    """Give the coverage page: what each pack models, flags and does not hold."""
    held = packs()
    lines = (
        *_coverage_lines(held.law),
        *_list_lines(held.list_sources),
        *_reading_lines(held.words),
    )
    return "\n".join(lines) + "\n"


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


def _list_lines(lists: ListSources) -> Iterator[str]:
    yield "## Lists that you import"
    yield ""
    yield "What `antinomy lists import` reads, against what each reader was tried, and"
    yield "where the address that `antinomy lists update` asks was found."
    yield ""
    yield "| source | list | read as | tried on | address |"
    yield "|---|---|---|---|---|"
    for of in lists.sources.values():
        where = f"<{of.address}>; {of.seen}" if of.address else "none: a file of yours"
        yield f"| `{of.id}` | {of.title.en} | {of.form} | {of.tested} | {where} |"
    yield ""
    yield "**Not read**"
    yield ""
    yield from (f"- {form.what}: {form.why}" for form in lists.not_held)
    yield ""


def _reading_lines(words: Mapping[str, Text]) -> Iterator[str]:
    folder = packs_folder(None)
    frames = read_frames(folder / "words" / "reading" / "frames.yaml")
    cues = read_cues(folder / "words" / "reading" / "speech.yaml")
    claims = read_claims(folder / "record")
    stances = {cue.stance: words[f"read.stance.{cue.stance}"].en for cue in cues.cues}
    yield "## Pages that are read"
    yield ""
    yield "What `antinomy read` finds on a page, by the words of `packs/words/reading`."
    yield "[How a page is read](reading.md) says what is not read."
    yield ""
    yield "**Events**"
    yield ""
    kinds = (words[f"read.event.{frame.kind}"].en for frame in frames.frames)
    yield f"{len(frames.frames)} kinds: {', '.join(sorted(kinds))}."
    yield ""
    yield "**What is said**"
    yield ""
    yield f"{len(stances)} stances: somebody {', '.join(sorted(stances.values()))}."
    yield ""
    yield "**Record**"
    yield ""
    yield "What a page tells is compared with the [shipped record](shipped.md): "
    counted = Counter(kind_of(item) for item in claims.items.values())
    told = ", ".join(f"{count} {kind}s" for kind, count in sorted(counted.items()))
    yield f"{len(claims.items)} items ({told})."
    yield ""


def shipped_page() -> str:
    """Give the page of the record that ships with the product."""
    return "\n".join(_shipped_lines()) + "\n"


def _shipped_lines() -> Iterator[str]:
    claims = read_claims(packs_folder(None) / "record")
    yield "# The shipped record"
    yield ""
    yield "Made from `packs/record` by `scripts/pages.py`; a test keeps it up to date."
    yield "`antinomy record shipped ID` shows an item with its sources and its chain."
    yield "Whether an item stands is told by the items that settle it."
    yield ""
    yield "| item | known from | stands | what the record holds |"
    yield "|---|---|---|---|"
    for item in sorted(claims.items.values(), key=lambda i: (i.known_from, i.id)):
        standing = claims.standing_of(item.id)
        stands = "yes"
        if standing.status != "standing":
            stands = f"{standing.status} by `{standing.by}`"
        told = item.content if isinstance(item, Statement) else item.note
        yield f"| `{item.id}` | {item.known_from} | {stands} | {told.en} |"


def _measures(law: Law, pack: str) -> Iterator[str]:
    yield "| measure | force | provisions | norms | source |"
    yield "|---|---|---:|---:|---|"
    for measure in law.measures.values():
        if measure.pack != pack:
            continue
        norms = sum(isinstance(p.does, Imposes) for p in measure.provisions)
        yield (
            f"| {measure.title.en} (`{measure.id}`) | {measure.force.value} |"
            f" {len(measure.provisions)} | {norms} | {measure.cite.standing.value} |"
        )
    yield ""
    counted = law.standing_of(pack)
    told = ", ".join(f"{count} {s.value}" for s, count in counted.items())
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


@dataclass(frozen=True)
class ConflictRow:
    """An act in which laws meet, and the cases that show it or why none does."""

    id: str
    act: str
    actor: str
    grade: str
    window: str
    gap: str
    cases: tuple[Case, ...]


def conflict_rows() -> tuple[ConflictRow, ...]:
    """Give the rows of ``docs/conflicts.yaml`` with the cases that name them."""
    fields = Fields(read_document(DOCS / "conflicts.yaml"))
    rows = fields.each("rows", _conflict_row)
    fields.done()
    return rows


def _conflict_row(node: Node) -> ConflictRow:
    fields = Fields(node)
    name = fields.text("id")
    first, own = fields.text("case", ""), f"{name.lower()}-"
    shown = [case for case in cases() if _shows(case, name)]
    assert not first or first in {case.name for case in shown}, f"{name}: {first}"
    row = ConflictRow(
        id=name,
        act=fields.text("act"),
        actor=fields.text("actor"),
        grade=fields.text("grade"),
        window=fields.text("window", ""),
        gap=fields.text("gap", ""),
        cases=tuple(
            sorted(shown, key=lambda c: (c.name != first, not c.name.startswith(own)))
        ),
    )
    fields.done()
    return row


def _shows(case: Case, row: str) -> bool:
    """Tell whether a transaction bears the row's name or names it as authority."""
    is_named = case.name.startswith(f"{row.lower()}-")
    names_it = re.search(rf"\brows? [^;]*\b{row}\b", case.authority) is not None
    return case.transaction is not None and (is_named or names_it)


def command_of(case: Case) -> str:
    """Give the command that shows a case."""
    if case.example:
        return f"antinomy assess examples/{case.example}.yaml"
    return f"antinomy assess {case.path.relative_to(ROOT)}"


def conflict_page() -> str:
    """Give the table of conflicts with the command that shows each."""
    return "\n".join(_conflict_lines()) + "\n"


def _conflict_lines() -> Iterator[str]:
    rows = conflict_rows()
    shown = sum(bool(row.cases) for row in rows)
    yield "# Where laws meet"
    yield ""
    yield "Made from `docs/conflicts.yaml` and the case files by `scripts/pages.py`."
    yield "The grade is that of the one act, not of a whole transaction; each case says"
    yield "what its authority expects of every cell, and the tests run them all."
    yield ""
    gaps = len(rows) - shown
    yield f"{len(rows)} rows; {shown} are shown by a case, {gaps} are gaps."
    yield ""
    yield "| row | act | actor | grade of the act | window | cases |"
    yield "|---|---|---|---|---|---|"
    for row in rows:
        told = ", ".join(case.name for case in row.cases) or f"gap: {row.gap}"
        yield (
            f"| {row.id} | {row.act} | {row.actor} | {row.grade} | {row.window} |"
            f" {told} |"
        )
    yield ""
    yield "## The command that shows each"
    yield ""
    yield "```text"
    for row in rows:
        for case in row.cases[:1]:
            yield f"{row.id}  {command_of(case)}"
    yield "```"


PAGES = {
    "coverage.md": coverage,
    "cases.md": case_page,
    "conflicts.md": conflict_page,
    "shipped.md": shipped_page,
}


def main() -> None:
    """Write every page."""
    for name, write in PAGES.items():
        (DOCS / name).write_text(write(), "utf-8")


if __name__ == "__main__":
    main()
