"""The same pages with other noise and in another script: which claims stay the same.

A claim is taken by its kind and fields, without its places: those move. Numbers of
other claims of the page inside a field are put by what they name. Order matters to a
page, as a date may be reckoned from the event told before; shuffled paragraphs are
measured all the same.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from reading_bench.markup import language_of
from reading_bench.mending import has_pinyin
from reading_bench.ours import read, reader, source_of
from reading_bench.sheet import Part, Row
from reading_bench.variants import GoldLine, with_pinyin, wordings

from antinomy.press.claim import Claim, claims_of

AIM = 0.98
ITEMS = 12
LONG = 30  # characters of a paragraph that may be shuffled
_REFERRING = frozenset({"object", "settled_by", "a", "b"})
Lines = Sequence[GoldLine]
Change = Callable[[Lines, Random], list[str]]


@dataclass(slots=True)
class Kept:
    """Claims of the pages as they are, those that stay, and those that are new."""

    claims: int = 0
    same: int = 0
    new: int = 0
    changed: Counter[str] | None = None


def traditional(lines: Lines, _: Random) -> list[str]:
    """Convert the page to Traditional characters."""
    from opencc import OpenCC  # noqa: PLC0415 - takes a moment

    convert = OpenCC("s2t").convert
    return [convert(line.text) for line in lines]


def spoken(lines: Lines, chance: Random) -> list[str]:
    """Convert, and put pinyin behind characters."""
    return [with_pinyin(text, chance) for text in traditional(lines, chance)]


def listed(lines: Lines, chance: Random) -> list[str]:
    """Put a list of links at the head and one at the tail."""
    words = wordings()[language_of("".join(line.text for line in lines))]
    header = chance.choice(words["list_header"])

    def some() -> list[str]:
        items = chance.sample(words["list_items"], min(ITEMS, len(words["list_items"])))
        return [header, *(f"- {item}" for item in items)]

    return [*some(), *(line.text for line in lines), *some()]


def shuffled(lines: Lines, chance: Random) -> list[str]:
    """Shuffle the paragraphs behind the first; headings and noise stay in place."""
    at = [n for n, line in enumerate(lines) if line.keep and len(line.text) >= LONG][1:]
    order = chance.sample(at, len(at))
    texts = [line.text for line in lines]
    for place, source in zip(at, order, strict=True):
        texts[place] = lines[source].text
    return texts


CHANGES: dict[str, Change] = {
    "in Traditional characters": traditional,
    "with pinyin, in Traditional": spoken,
    "with lists of links": listed,
    "paragraphs shuffled": shuffled,
}


def claims_in(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Give the claims of a page by kind and content, in a form that can be compared."""
    words = reader().claim_words
    found = list(claims_of(read(source_of(texts).encode()).reading, words))
    kinds = {claim.id: f"{claim.kind} {claim.fields.get('kind')}" for claim in found}
    return [(claim.kind, _told(claim, kinds)) for claim in found]


def _told(claim: Claim, kinds: Mapping[str, str]) -> str:
    fields = dict(claim.fields)
    for name in _REFERRING & fields.keys():
        value = fields[name]
        if isinstance(value, str) and value.startswith("#"):
            fields[name] = kinds.get(f"e{value[1:]}", "?")
    return repr(sorted(fields.items()))


def measure(pages: Mapping[str, Lines], seed: int) -> dict[str, Kept]:
    """Change every page in every way, and compare."""
    found = {name: Kept(changed=Counter()) for name in CHANGES}
    for page, lines in pages.items():
        before = Counter(claims_in([line.text for line in lines]))
        for name, change in CHANGES.items():
            if not _suits(change, "".join(line.text for line in lines)):
                continue
            chance = Random(f"{seed}/{page}/{name}")  # noqa: S311 - a die, not a secret
            after = Counter(claims_in(change(lines, chance)))
            kept, gone = found[name], before - after
            kept.claims += before.total()
            kept.same += (before & after).total()
            kept.new += (after - before).total()
            for (kind, _), count in gone.items():
                kept.changed = (kept.changed or Counter()) + Counter({kind: count})
    return found


def _suits(change: Change, text: str) -> bool:
    """Say whether a change can be made: not in English, nor pinyin put in twice."""
    if change not in (traditional, spoken):
        return True
    is_chinese = language_of(text) == "zh"
    return is_chinese and (change is traditional or not has_pinyin(text))


def part(found: Mapping[str, Mapping[str, Kept]]) -> Part:
    """Write the table; ``found`` is by set of pages."""
    rows: list[Row] = []
    for title, changes in found.items():
        for name, kept in changes.items():
            share = kept.same / kept.claims if kept.claims else 1.0
            told = "reached" if share >= AIM else "not reached"
            by_kind = ", ".join(
                f"{k} {n}" for k, n in sorted((kept.changed or {}).items())
            )
            rows.append(
                [
                    f"{title}, {name}",
                    f"{kept.same} of {kept.claims} ({share:.1%})",
                    told,
                    str(kept.new),
                    by_kind or "–",
                ]
            )
    note = (
        "A claim is the same when kind and every field are: also the words of a"
        " statement, which a page put back from Traditional characters may spell"
        f" otherwise. Pinyin is not put into pages that have it. The aim is {AIM:.0%}."
        " Not tuned on; in shuffled pages a day reckoned from the event before changes."
    )
    head = [
        "pages",
        "claims that stay the same",
        "aim",
        "new ones",
        "not the same, by kind",
    ]
    counts = {
        f"{title}, {name}": {
            "claims": kept.claims,
            "same": kept.same,
            "new": kept.new,
            "changed": dict(kept.changed or {}),
        }
        for title, changes in found.items()
        for name, kept in changes.items()
    }
    return Part("Claims under other noise", note, head, rows, counts)
