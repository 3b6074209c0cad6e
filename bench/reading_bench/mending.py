"""Brackets of pinyin taken out, other brackets lost, and runs read one byte off.

On articles, a bracket counts as pinyin when it holds a syllable with a mark of tone
that the character before it may be said with; what holds anything else must stay. On
made pages it is known what was put in, and where.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from random import Random

from pypinyin import pinyin
from reading_bench.markup import language_of
from reading_bench.ours import by_line, reader, source_of
from reading_bench.sheet import Part, Row
from reading_bench.variants import GoldLine, with_pinyin

from antinomy.press.line import Judged
from antinomy.press.mending.twin import Twin, twin_of

LEGAL = ("SMIC", "Johor", "CoWoS", "nm", "第三章", "HBM3E", "pdf", "b")
SHARE = 0.1  # of the characters get their pinyin
_BRACKET = re.compile(r"(?<=.)\((?P<inside>[^()\n]{1,40})\)")
_TONED = re.compile(r"[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ][a-zü]*")
_RUN = re.compile(
    r"(?<=[\u4e00-\u9fff])[?？\ufffd][a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,7}\)"
)
_LEAD, _TWO = 0x81, 2
_ASCII = 0x80


@dataclass(slots=True)
class Mended:
    """Brackets and runs: how many there are, and what became of them."""

    pinyin: int = 0
    removed: int = 0
    legal: int = 0
    lost: int = 0
    runs: int = 0
    repaired: int = 0
    flagged: int = 0


def _twin(texts: Sequence[str]) -> Twin:
    """Mend lines, each of them, whatever it would be judged to be."""
    words = reader().words
    read = (Judged(one.line, "body") for one in by_line(texts) if one.line.text)
    return twin_of(list(read), source_of(texts), words.twin)


def on_page(page: Sequence[GoldLine]) -> Mended:
    """Count on an article, noise and all, by places of the source."""
    texts = [line.text for line in page]
    source, found = source_of(texts), Mended()
    repairs = _twin(texts).repairs
    gone = [repair.extent for repair in repairs if repair.kind == "pinyin"]
    starts = {extent.start for extent in gone}
    for met in _BRACKET.finditer(source):
        place = met.start("inside") - 1
        if _says(met["inside"], source[place - 1]):
            found.pinyin += 1
            found.removed += place in starts
        elif not _TONED.fullmatch(met["inside"]):
            found.legal += 1
            found.lost += any(e.start < met.end() and place < e.end for e in gone)
    runs = [met.start() for met in _RUN.finditer(source)]
    for place, after in pairwise([*runs, len(source)]):
        near = [r for r in repairs if place <= r.extent.start < min(after, place + 64)]
        kinds = {r.kind for r in near}
        found.runs += 1
        found.flagged += "damaged" in kinds
        found.repaired += "byte_shift" in kinds and "damaged" not in kinds
    return found


def has_pinyin(text: str) -> bool:
    """Tell whether brackets with a mark of tone stand in a text."""
    return any(_TONED.fullmatch(met["inside"]) for met in _BRACKET.finditer(text))


def _says(sound: str, han: str) -> bool:
    return sound in pinyin(han, heteronym=True)[0] and sound != han


# ---------------------------------------------------------------- made pages


def made(pages: Mapping[str, Sequence[GoldLine]], count: int, seed: int) -> Mended:
    """Put pinyin, other brackets and shifted runs into Chinese pages, and count."""
    from opencc import OpenCC  # noqa: PLC0415 - takes a moment

    convert = OpenCC("s2t").convert
    kept = [
        [line.text for line in page if line.keep and not _RUN.search(line.text)]
        for page in pages.values()
        if language_of("".join(line.text for line in page)) == "zh"
    ]
    found = Mended()
    for number in range(count):
        chance = Random(f"{seed}/{number}")  # noqa: S311 - a die, not a secret
        texts = [convert(text) for text in kept[number % len(kept)]]
        _count_brackets(texts, chance, found)
        _count_runs(texts, chance, found)
    return found


def _count_brackets(texts: Sequence[str], chance: Random, found: Mended) -> None:
    plain = [_BRACKET.sub("", text) for text in texts]
    legal = [_with_legal(text, chance) for text in plain]
    spoken = [with_pinyin(text, chance, SHARE) for text in legal]
    told = _twin(spoken).text
    before, put_in, after = (
        _brackets(t) for t in ("".join(legal), "".join(spoken), told)
    )
    found.pinyin += (put_in - before).total()
    found.removed += (put_in - before).total() - (after - before).total()
    found.legal += before.total()
    found.lost += (before - after).total()


def _brackets(text: str) -> Counter[str]:
    return Counter(met["inside"] for met in _BRACKET.finditer(text))


def _with_legal(text: str, chance: Random) -> str:
    """Put a bracket that must stay behind a character of some lines."""
    if len(text) < len(LEGAL) or chance.random() < 1 / 2:
        return text
    at = chance.randrange(1, len(text) - 1)
    return f"{text[:at]}({chance.choice(LEGAL)}){text[at:]}"


def _count_runs(texts: Sequence[str], chance: Random, found: Mended) -> None:
    """Shift a run in some lines, each read alone, beside the line as it was."""
    for text in texts:
        ways = list(shifted(text))
        if not ways or chance.random() < 1 / 2:
            continue
        twin = _twin([chance.choice(ways)])
        is_right = twin.text == _twin([text]).text
        found.runs += 1
        found.repaired += is_right
        found.flagged += not is_right and any(r.kind == "damaged" for r in twin.repairs)


def shifted(text: str) -> Iterator[str]:
    """Write a line as a program left it that took two halves for a character.

    The run ends with a character whose second byte is ASCII: there bytes fall into
    step again.
    """
    pairs = [sign.encode("gbk", "replace") for sign in text]
    for at in range(len(text) - 4):
        one, two = pairs[at], pairs[at + 1]
        if len(one) != _TWO or len(two) != _TWO or one[1] < _LEAD:
            continue
        false = bytes((one[1], two[0])).decode("gbk", "ignore")
        sound = pinyin(false)[0][0] if false else ""
        end = next(
            (n for n in range(at + 2, len(text)) if len(pairs[n]) != _TWO), len(text)
        )
        end = next((n for n in range(at + 2, end) if pairs[n][1] < _ASCII), -1)
        if end < 0 or end - at > 9 or not _TONED.fullmatch(sound):  # noqa: PLR2004
            continue
        rest = b"".join(pairs[at + 1 : end + 1])[1:]
        try:
            run = rest.decode("gbk")
        except UnicodeDecodeError:
            continue
        yield f"{text[: at + 1]}?{sound}){run}{text[end + 1 :]}"


def part(found: Mapping[str, Mended], count: int) -> Part:
    """Write the table."""
    rows: list[Row] = [
        [
            name,
            f"{one.removed} of {one.pinyin}",
            f"{one.lost} of {one.legal}",
            f"{one.repaired} of {one.runs}",
            str(one.flagged),
            str(one.runs - one.repaired - one.flagged),
        ]
        for name, one in found.items()
    ]
    note = (
        "Articles: every line, noise too; figures of development. Their originals are"
        " not known: a run read through counts as repaired. Made pages: our examples in"
        f" Traditional characters, {count} times, pinyin behind {SHARE:.0%} of the"
        " characters, with brackets that must stay; and lines with a run of GBK one"
        " byte off, repaired when the line then reads as its original does."
    )
    head = ["pages", "pinyin removed", "other brackets lost", "byte-shift repaired"]
    counts = {name: asdict(one) for name, one in found.items()}
    head += ["flagged as damaged", "wrong and not flagged"]
    return Part("Brackets and shifted bytes", note, head, rows, counts)
