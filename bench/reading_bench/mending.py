"""Brackets of pinyin taken out, other brackets lost, and runs read one byte off.

On articles, a bracket counts as pinyin when it holds a syllable with a mark of tone
that the character before it may be said with; what holds anything else must stay. On
made pages it is known what was put in, and where.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from random import Random

from pypinyin import pinyin
from reading_bench.ours import by_line, reader
from reading_bench.sheet import Part, Row
from reading_bench.variants import GoldLine, with_pinyin

from antinomy.press.mending.twin import Twin, twin_of

MADE = 100  # pages of each kind
LEGAL = ("(SMIC)", "(Johor)", "(CoWoS)", "(nm)", "(第三条)", "(HBM3E)", "(pdf)", "(a)")
SHARE = 0.1  # of the characters get their pinyin
_BRACKET = re.compile(r"(?P<before>.)\((?P<inside>[^()\n]{1,40})\)")
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
    words = reader().words
    return twin_of(by_line(texts), "\n".join(texts), words.twin)


def on_page(page: Sequence[GoldLine]) -> Mended:
    """Count on the lines of an article, by places of the source."""
    texts = [line.text for line in page if line.keep]
    source, found = "\n".join(texts), Mended()
    repairs = _twin(texts).repairs
    gone = [repair.extent for repair in repairs if repair.kind == "pinyin"]
    starts = {extent.start for extent in gone}
    for met in _BRACKET.finditer(source):
        place = met.start("inside") - 1
        if _says(met["inside"], met["before"]):
            found.pinyin += 1
            found.removed += place in starts
        else:
            found.legal += 1
            found.lost += any(e.start < met.end() and place < e.end for e in gone)
    runs = [met.start() for met in _RUN.finditer(source)]
    for place, after in zip(runs, [*runs[1:], len(source)], strict=True):
        near = [r for r in repairs if place <= r.extent.start < min(after, place + 64)]
        kinds = {r.kind for r in near}
        found.runs += 1
        found.flagged += "damaged" in kinds
        found.repaired += "byte_shift" in kinds and "damaged" not in kinds
    return found


def _says(sound: str, han: str) -> bool:
    if not _TONED.fullmatch(sound):
        return False
    return sound in pinyin(han, heteronym=True)[0]


# ---------------------------------------------------------------- made pages


def made(pages: Mapping[str, Sequence[GoldLine]], seed: int) -> Mended:
    """Put pinyin, other brackets and shifted runs into Chinese pages, and count."""
    from opencc import OpenCC  # noqa: PLC0415 - takes a moment

    convert = OpenCC("s2t").convert
    kept = [[line.text for line in page if line.keep] for page in pages.values()]
    kept = [texts for texts in kept if not "".join(texts).isascii()]
    kept = [texts for texts in kept if _BRACKET.search("".join(texts)) is None] or kept
    found = Mended()
    for number in range(MADE):
        chance = Random(f"{seed}/{number}")  # noqa: S311 - a die, not a secret
        texts = [convert(text) for text in kept[number % len(kept)]]
        _count_brackets(texts, chance, found)
        _count_runs(texts, chance, found)
    return found


def _count_brackets(texts: Sequence[str], chance: Random, found: Mended) -> None:
    plain = [_TONELESS.sub("", text) for text in texts]
    legal = [_with_legal(text, chance) for text in plain]
    spoken = [with_pinyin(text, chance, SHARE) for text in legal]
    put_in = sum(len(_spoken(text)) for text in spoken)
    told = _twin(spoken).text
    left = len(_spoken(told))
    found.pinyin += put_in
    found.removed += put_in - left
    for sign in LEGAL:
        before = "".join(legal).count(sign)
        found.legal += before
        found.lost += max(0, before - told.count(sign.replace("條", "条")))


_TONELESS = re.compile(r"\([^()]*\)")


def _spoken(text: str) -> list[str]:
    return [
        met[0] for met in _BRACKET.finditer(text) if _TONED.fullmatch(met["inside"])
    ]


def _with_legal(text: str, chance: Random) -> str:
    """Put a bracket that must stay behind a character of some lines."""
    if len(text) < len(LEGAL) or chance.random() < 1 / 2:
        return text
    at = chance.randrange(1, len(text) - 1)
    return f"{text[:at]}{chance.choice(LEGAL)}{text[at:]}"


def _count_runs(texts: Sequence[str], chance: Random, found: Mended) -> None:
    shifted, at = list(texts), list[int]()
    for number, text in enumerate(texts):
        ways = list(_shifted(text))
        if ways and chance.random() < 1 / 2:
            shifted[number] = chance.choice(ways)
            at.append(number)
    right, told = (_by_source_line(some) for some in (texts, shifted))
    twin = _twin(shifted)
    starts = [sum(len(text) + 1 for text in shifted[:number]) for number in at]
    damaged = [r.extent.start for r in twin.repairs if r.kind == "damaged"]
    for number, start in zip(at, starts, strict=True):
        end = start + len(shifted[number])
        found.runs += 1
        found.repaired += right.get(number) == told.get(number)
        found.flagged += any(start <= place < end for place in damaged)


def _by_source_line(texts: Sequence[str]) -> dict[int, str]:
    """Give the mended text of each line alone."""
    return {number: _twin([text]).text for number, text in enumerate(texts)}


def _shifted(text: str) -> Iterator[str]:
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
        end = next((n for n in range(at + 2, len(text)) if len(pairs[n]) != _TWO), -1)
        end = next((n for n in range(at + 2, end) if pairs[n][1] < _ASCII), -1)
        if end < 0 or end - at > 9 or not _TONED.fullmatch(sound):  # noqa: PLR2004
            continue
        rest = b"".join(pairs[at + 1 : end + 1])[1:]
        try:
            run = rest.decode("gbk")
        except UnicodeDecodeError:
            continue
        yield f"{text[: at + 1]}?{sound}){run}{text[end + 1 :]}"


def part(found: Mapping[str, Mended]) -> Part:
    """Write the table."""
    rows: list[Row] = [
        [
            name,
            f"{one.removed} of {one.pinyin}",
            f"{one.lost} of {one.legal}",
            f"{one.repaired} of {one.runs}",
            str(one.flagged),
        ]
        for name, one in found.items()
    ]
    note = (
        "Articles: figures of development. Made pages: our own examples in Traditional"
        f" characters, {MADE} times, pinyin behind {SHARE:.0%} of the characters, with"
        " brackets that must stay, and with runs of GBK one byte off whose original is"
        " known; a run is repaired when its line reads as the original does."
    )
    head = ["pages", "pinyin removed", "other brackets lost", "byte-shift repaired"]
    counts = {name: asdict(one) for name, one in found.items()}
    head.append("flagged as damaged")
    return Part("Brackets and shifted bytes", note, head, rows, counts)
