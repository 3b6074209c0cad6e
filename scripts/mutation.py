"""Take every provision away, change every threshold, date and country: who notices?

`python scripts/mutation.py` tries all mutants and ends with 1 where a removal lives or
the others fall below the aim; `--write` puts the table into docs/mutation.md, `--alive`
names those that lived, `--only us.ear` tries those whose name begins so.
"""

import argparse
import multiprocessing
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.cases.casefile import cases, packs
from tests.cases.mutants import Mutant, mutants
from tests.cases.sameness import stands_the_same
from tests.cases.trial import Trial

PAGE = Path(__file__).resolve().parents[1] / "docs" / "mutation.md"
AIM = 0.9
REMOVAL = "removal"
KINDS = (REMOVAL, "threshold", "date", "country")
_TOLD = """\
Made by `make mutation`; `make test-all` tries them all too. Every provision is taken
away once. Every number of a predicate and every rate moves by one in its last place,
every day of an event, a wording, a set or a pack by one day, every place leaves its set
or gives way to another. A mutant is killed when some case fails. Days that decide
nothing (a date of publication after the announcement) are no mutants, nor is a moved
day under which every provision stands as before on every day, as known by every day.
Rows of the lists and figures of the chips are not mutated here: their own tests hold
them."""


@dataclass(frozen=True)
class Outcome:
    """A mutant by what it changed, and the case that failed, if one did."""

    kind: str
    pack: str
    what: str
    killer: str | None


class _Work:
    """What every worker process shares, made once before they part."""

    trial: Trial
    mutants: Sequence[Mutant]


def outcomes(only: str, kinds: Sequence[str]) -> Iterator[Outcome]:
    """Try the mutants of some kinds whose name begins so, on every core.

    One that lives because it changes nothing on any day is none.
    """
    found = (m for m in mutants(packs()) if m.kind in kinds)
    _Work.mutants = [m for m in found if m.what.startswith(only)]
    _Work.trial = Trial(packs(), cases())
    total = len(_Work.mutants)
    context = multiprocessing.get_context("fork")
    with context.Pool() as pool:
        tried = pool.imap(_tried, range(total), chunksize=4)
        for count, outcome in enumerate(tried, 1):
            if count % 100 == 0 or count == total:
                print(f"{count} of {total} mutants tried", file=sys.stderr)
            if outcome is not None:
                yield outcome


def _tried(index: int) -> Outcome | None:
    mutant = _Work.mutants[index]
    killer = _Work.trial.kills(mutant)
    if killer is None and stands_the_same(packs(), mutant):
        return None
    return Outcome(mutant.kind, mutant.pack, mutant.what, killer)


def page(found: Sequence[Outcome]) -> str:
    """Give the page: the table, and every mutant that lived."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Sequence[Outcome]) -> Iterator[str]:
    yield "# Mutation of the packs"
    yield ""
    yield from _TOLD.splitlines()
    yield ""
    yield f"| pack | {' | '.join(KINDS)} | all |"
    yield f"|---|{'---:|' * (len(KINDS) + 1)}"
    for pack in dict.fromkeys(o.pack for o in found):
        yield _row(pack, [o for o in found if o.pack == pack])
    yield _row("**all**", found)
    alive = [o for o in found if o.killer is None]
    yield ""
    yield f"Score of thresholds, dates and countries {score(found):.1%}; the aim is"
    yield f"{AIM:.0%}, and no removal may live. {len(alive)} live on:"
    yield ""
    yield from (f"- {o.kind}: `{o.what}`" for o in alive)


def _row(name: str, found: Sequence[Outcome]) -> str:
    told = [_told(o for o in found if o.kind == kind) for kind in KINDS]
    return f"| {' | '.join([name, *told, _told(found)])} |"


def _told(found: Iterable[Outcome]) -> str:
    counts = Counter(o.killer is not None for o in found)
    total = counts.total()
    return f"{counts[True]} of {total}" if total else "–"


def score(found: Sequence[Outcome]) -> float:
    """Give the share of thresholds, dates and countries that some case kills."""
    changed = [o.killer is not None for o in found if o.kind != REMOVAL]
    return sum(changed) / len(changed) if changed else 1.0


def main() -> int:
    """Try all mutants; 1 where too many live."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write docs/mutation.md")
    parser.add_argument("--alive", action="store_true", help="name those that lived")
    parser.add_argument("--only", default="", help="a beginning of mutants' names")
    parser.add_argument("--kind", choices=KINDS, help="try one kind alone")
    options = parser.parse_args()
    kinds = [options.kind] if options.kind else KINDS
    found = list(outcomes(options.only, kinds))
    if options.write:
        PAGE.write_text(page(found), "utf-8")
    if options.alive:
        for outcome in found:
            if outcome.killer is None:
                print(outcome.kind, outcome.what)
    print(f"{_told(found)} mutants killed; score {score(found):.1%}")
    lives = any(o.kind == REMOVAL and o.killer is None for o in found)
    return 1 if lives or score(found) < AIM else 0


if __name__ == "__main__":
    sys.exit(main())
