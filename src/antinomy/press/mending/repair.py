"""What was mended in a text, and the words it is mended by.

Every step of mending gives a new text woven of the one before, so that no place is
lost, and says what it did.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from antinomy.files import Fields, read_document
from antinomy.press.woven import Extent, Weaver, Woven

Kind = Literal[
    "unseen",
    "anti_copy",
    "byte_shift",
    "damaged",
    "pinyin",
    "width",
    "lookalike",
    "doubled",
    "traditional",
    "broken_line",
]


@dataclass(frozen=True, slots=True, order=True)
class Repair:
    """Something mended, or found ``damaged`` beyond it, at an extent of the source."""

    extent: Extent
    kind: Kind
    rule: str


@dataclass(frozen=True, slots=True)
class Step:
    """A text mended once: woven of the text before, repairs placed in that too."""

    woven: Woven
    repairs: tuple[Repair, ...]


@dataclass(frozen=True, slots=True, order=True)
class Patch:
    """What shall stand for the code points ``start`` to ``end``."""

    start: int
    end: int
    text: str
    kind: Kind
    rule: str


@dataclass(frozen=True, eq=False)
class TwinWords:
    """All that a page is mended by; ``broken`` counts in Chinese characters."""

    both: str
    traditional_share: float
    kept: Mapping[str, str]
    taiwan: Mapping[str, str]
    pinyin: Mapping[str, str]
    anti_copy: tuple[str, ...]
    anti_copy_signs: tuple[str, ...]
    lookalikes: Mapping[int, str]
    broken: Mapping[str, str]

    @cached_property
    def bracketed(self) -> re.Pattern[str]:
        """Match a bracket that may say how the character before it is said."""
        opened, closed = (re.escape(self.pinyin[name]) for name in ("open", "close"))
        return re.compile(f"[{opened}] ?{SOUND} ?[{closed}]")

    @cached_property
    def planted(self) -> re.Pattern[str]:
        """Match what was put into a text against copying."""
        return re.compile("|".join(self.anti_copy))

    @cached_property
    def own_words(self) -> re.Pattern[str]:
        """Match words whose characters are not converted one by one, longest first."""
        words = sorted({*self.kept, *self.taiwan}, key=len, reverse=True)
        return re.compile("|".join(words))

    @cached_property
    def cut_after(self) -> frozenset[str]:
        """Give the words that no line ends with unless it was cut."""
        return frozenset(self.broken["ends"].split())


HAN = "[\u3400-\u9fff\U00020000-\U000323af]"
_MARKED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
SOUND = f"(?P<sound>[a-zü{_MARKED}\u0300-\u030c]{{1,9}}[1-5]?)"
TONED = re.compile(f"[{_MARKED}\u0300-\u030c1-5]")


def load_twin_words(path: Path) -> TwinWords:
    """Load the words of mending.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    fields = Fields(read_document(path))
    words = TwinWords(
        fields.text("both"),
        float(fields.text("traditional_share")),
        _pairs(fields, "kept"),
        _pairs(fields, "taiwan"),
        _pairs(fields, "pinyin"),
        fields.words("anti_copy"),
        tuple(fields.text("anti_copy_signs").split()),
        {
            ord(one): other
            for ones, others in _pairs(fields, "lookalikes").items()
            for one, other in zip(ones, others, strict=True)
        },
        _pairs(fields, "broken"),
    )
    fields.done()
    return words


def _pairs(fields: Fields, name: str) -> dict[str, str]:
    inside = Fields(fields.need(name))
    return {key: inside.text(key) for key in inside.names()}


def patched(text: str, patches: Iterable[Patch]) -> Step | None:
    """Mend a text at the places of the patches, in order; None where there are none.

    Patches may share a code point: a character made of halves of two.

    >>> step = patched("中(zhōng)国", [Patch(1, 8, "", "pinyin", "")])
    >>> step.woven.text, step.woven.below(Extent(0, 2))
    ('中国', Extent(start=0, end=9))
    """
    weaver, repairs, at = Weaver(), list[Repair](), 0
    for patch in patches:
        if patch.start > at:
            weaver.keep(text[at : patch.start], at)
        if len(patch.text) == patch.end - patch.start:
            weaver.keep(patch.text, patch.start)
        else:
            weaver.put(patch.text, patch.start, patch.end)
        repairs.append(Repair(Extent(patch.start, patch.end), patch.kind, patch.rule))
        at = max(at, patch.end)
    if not repairs:
        return None
    weaver.keep(text[at:], at)
    return Step(weaver.woven(), tuple(repairs))


def over(upper: Woven, lower: Woven) -> Woven:
    """Weave a text, made of another text, of what that one was made of."""
    weaver = Weaver()
    for text, source, whole in upper.runs():
        if whole:
            below = lower.below(source)
            weaver.put(text, below.start, below.end)
        else:
            _carry(weaver, text, source.start, lower)
    return weaver.woven()


def _carry(weaver: Weaver, text: str, start: int, lower: Woven) -> None:
    """Weave a text that stands one for one for ``lower`` from ``start`` on."""
    done = 0
    run = lower.run_at(start)
    while done < len(text):
        at = start + done
        place, source = lower.places[run], lower.sources[run]
        ends = (
            lower.places[run + 1] if run + 1 < len(lower.places) else start + len(text)
        )
        piece = text[done : ends - start]
        if lower.whole[run]:
            weaver.put(piece, source.start, source.end)
        else:
            weaver.keep(piece, source.start + at - place)
        done += len(piece)
        run += 1
