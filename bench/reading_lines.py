"""Lines of pages: what is kept, dropped and lost, on variants; repairs; speed.

It runs on the four pages of `examples/pages/`; with --pages FOLDER and --gold CSV it
runs on other texts too, of which it says nothing but counts.
"""

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from time import process_time

from reading_bench.pages import lines_of, read_gold, read_page
from reading_bench.variants import GoldLine, variants

from antinomy.press.mending.alike import load_sketching, sketch
from antinomy.press.mending.cleaning import judge
from antinomy.press.mending.noise import load_noise_words
from antinomy.press.mending.repair import load_twin_words
from antinomy.press.mending.sentences import load_sentence_words, sentences
from antinomy.press.mending.twin import twin_of

ROOT = Path(__file__).parents[1]
READING = ROOT / "src" / "antinomy" / "packs" / "words" / "reading"
PAGES = ROOT / "examples" / "pages"
GOLD = ROOT / "tests" / "press" / "data" / "page-lines.csv"
STAGES = ("judging", "twin", "sentences", "sketch")
NOISE = load_noise_words(READING / "noise.yaml")
TWIN = load_twin_words(READING / "twin.yaml")
SENTENCES = load_sentence_words(READING / "sentences.yaml")
SKETCHING = load_sketching(READING / "alike.yaml")


def asked_for() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=Path, metavar="FOLDER", help="texts, with gold")
    parser.add_argument("--gold", type=Path, metavar="CSV", help="gold of their lines")
    parser.add_argument("--variants", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--megabytes", type=float, default=12, help="to time")
    asked = parser.parse_args()
    if (asked.pages is None) != (asked.gold is None):
        parser.error("--pages and --gold go together")
    return asked


def count(gold: Sequence[GoldLine]) -> Counter[str]:
    """Judge the lines of a page and count what became of them."""
    found: Counter[str] = Counter()
    _, lines = lines_of([line.text for line in gold])
    for line, one in zip(gold, judge(lines, NOISE), strict=True):
        if line.role == "blank":
            continue
        told = ("kept" if one.is_read else "lost") if line.keep else "dropped"
        if not line.keep and one.is_read:
            told = "left"
        found[told] += 1
        found["named"] += not line.keep and line.kind == one.kind
        found["characters lost"] += len(line.text) * (told == "lost")
        found["characters kept"] += len(line.text) * (told == "kept")
    return found


def row(name: str, found: Counter[str]) -> str:
    """Write counts as a line; F1 is that of dropping."""
    dropped, lost, left = found["dropped"], found["lost"], found["left"]
    score = 2 * dropped / (2 * dropped + lost + left) if dropped else 1.0
    return (
        f"{name:28} noise dropped {dropped:6,} of {dropped + left:6,}"
        f"  of the right kind {found['named']:6,}"
        f"  kept lines lost {lost:4,} of {lost + found['kept']:6,}  F1 {score:.4f}"
    )


def judge_pages(
    name: str, gold: Mapping[str, Sequence[GoldLine]], asked: argparse.Namespace
) -> None:
    """Print the counts of pages as they are, and of their variants."""
    whole: Counter[str] = Counter()
    for lines in gold.values():
        whole += count(lines)
    print(row(name, whole))
    made: Counter[str] = Counter()
    for variant in variants(gold, asked.variants, asked.seed):
        made += count(variant.lines)
    print(row(f"{asked.variants} variants of them", made))


def mended(folder: Path) -> None:
    """Print what was mended on the pages of a folder."""
    found: Counter[str] = Counter()
    for path in sorted(folder.iterdir()):
        decoded, lines = read_page(path)
        twin = twin_of(judge(lines, NOISE), decoded, TWIN)
        found += Counter(f"{repair.kind} ({repair.rule})" for repair in twin.repairs)
    for kind, number in sorted(found.items()):
        print(f"    {kind:34} {number:5,}")


def clock(gold: Mapping[str, Sequence[GoldLine]], megabytes: float) -> None:
    """Time the stages on Simplified text without noise, in CPU seconds.

    The text is that of the twins, so that nothing is left to mend.
    """
    kept = [line.text for page in gold.values() for line in page if line.keep]
    decoded, lines = lines_of(kept)
    twin = twin_of(judge(lines, NOISE), decoded, TWIN)
    decoded, lines = lines_of(twin.text.split("\n"))
    size = len(decoded.encode()) / 1e6
    rounds = max(1, round(megabytes / size))
    marks = [[0.0] * len(STAGES) for _ in range(rounds)]
    for mark in marks:
        begun = process_time()
        judged = judge(lines, NOISE)
        mark[0] = process_time()
        twin = twin_of(judged, decoded, TWIN)
        mark[1] = process_time()
        sentences(twin.text, SENTENCES)
        mark[2] = process_time()
        sketch(twin.text, SKETCHING)
        mark[3] = process_time()
        mark[:] = [end - start for start, end in pairwise((begun, *mark))]
    taken = dict(zip(STAGES, map(sum, zip(*marks, strict=True)), strict=True))
    for stage, seconds in taken.items():
        print(f"    {stage:12} {rounds * size / seconds:6.1f} MB of text a second")
    print(f"    {'all':12} {rounds * size / sum(taken.values()):6.1f}")


def main() -> None:
    """Run on our own pages, then on the folder given."""
    asked = asked_for()
    own = read_gold(GOLD, PAGES)
    judge_pages("pages of examples/pages", own, asked)
    mended(PAGES)
    if asked.pages is not None:
        given = read_gold(asked.gold, asked.pages)
        judge_pages("pages given", given, asked)
        mended(asked.pages)
    clock({name: own[name] for name in ("link-list", "paged")}, asked.megabytes)


if __name__ == "__main__":
    main()
