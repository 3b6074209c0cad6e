"""Numbers as pages write them, read exactly: figures, Chinese and English words.

What cannot be read whole is no number: nothing is guessed from a part.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from pathlib import Path

from antinomy.files import Fields, read_document
from antinomy.files.fields import to_number
from antinomy.files.node import as_scalar
from antinomy.values import Number, whole

_FIGURES = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?", re.ASCII)
_MOST = 40  # figures and words of one number
# Lengths are bounded, so that no page makes a search run over it again and again.
FIGURES = r"(?>\d{1,3}(?:[,，]\d{3}){1,8}(?!\d)(?:\.\d{1,9})?|\d{1,24}(?:\.\d{1,9})?)"


@dataclass(frozen=True)
class Numerals:
    """The words of numbers: what each counts, and how they join.

    ``figures``, ``hanzi`` and ``english`` are the sources of patterns that find a
    number of that writing; ``multiples`` finds the ranks behind figures.
    """

    digits: Mapping[str, int]
    ranks: Mapping[str, int]
    myriads: Mapping[str, int]
    point: str
    half: str
    small: Mapping[str, int]
    ordinals: Mapping[str, int]
    hundred: Mapping[str, int]
    scales: Mapping[str, int]
    short: Mapping[str, int]
    half_word: str
    articles: frozenset[str]
    joined: str

    @cached_property
    def multiples(self) -> str:
        """Give the class of characters that multiply."""
        return f"[{''.join((*self.ranks, *self.myriads))}]"

    @cached_property
    def heads(self) -> frozenset[str]:
        """Give the signs with which a Chinese number may begin."""
        return frozenset((*self.digits, next(iter(self.ranks))))

    @cached_property
    def hanzi(self) -> str:
        """Give the pattern of a number in Chinese that begins with a figure or ten."""
        digits = "".join(self.digits)
        ten = next(iter(self.ranks))
        more = digits + "".join((*self.ranks, *self.myriads))
        myriads = "".join(self.myriads)
        decimals = f"{self.point}[{digits}]{{1,9}}[{myriads}]{{0,3}}"
        return f"(?>[{digits}{ten}][{more}]{{0,24}}(?:{decimals})?)"

    @cached_property
    def english(self) -> str:
        """Give the pattern of a number in English words, without articles."""
        return rf"{self.spelt}(?![A-Za-z])"

    @cached_property
    def spelt(self) -> str:
        """Give the same pattern, of words that may go on."""
        ones = alternatives(self.small)
        first = "|".join(cased(word) for word in longest_first(self.small))
        scales = alternatives((*self.hundred, *self.scales))
        joint = rf"(?:[ -]|[ ]{self.joined}[ ])"
        return rf"(?:{first})(?:{joint}(?:{ones}|{scales})){{0,8}}"

    @cached_property
    def shortened(self) -> str:
        """Give the pattern of the words and letters that multiply figures."""
        words = alternatives(self.scales)
        return rf"(?:[ -]?(?:{words})|\s?(?:{alternatives(self.short)}))(?![A-Za-z])"

    def read(self, text: str) -> Number | None:
        """Read a number that is written whole; None where it cannot be.

        >>> import antinomy
        >>> folder = Path(antinomy.__file__).parent / "packs" / "words" / "reading"
        >>> numerals = load_numerals(folder / "numerals.yaml")
        >>> [numerals.read(t) for t in ("1,250", "３.５万亿", "二〇二五", "一百零五")]
        [1250, 3500000000000, 2025, 105]
        >>> numerals.read("two and a half"), numerals.read("half a million")
        (None, 500000)
        """
        if text.isdecimal() and len(text) <= _MOST:
            return int(text)
        text = unicodedata.normalize("NFKC", text).strip()
        if not text or len(text) > _MOST:
            return None
        if text[0].isascii() and text[0].isdigit():
            found = self._figures(text)
        elif text[0].isascii():
            found = self._words(text)
        else:
            found = self._chinese(text)
        return None if found is None else whole(found)

    def _figures(self, text: str) -> Number | None:
        """Read figures with what multiplies them: 3.5 billion, 1亿2000万."""
        total: Number = 0
        place = 0
        while place < len(text):
            figures = _FIGURES.match(text, place)
            if not figures:
                return None
            value = _exact(figures[0].replace(",", ""))
            place = figures.end()
            rest = text[place:].strip(" -")
            scale = self.short.get(rest) or self.scales.get(rest.lower())
            if scale:
                return total + value * scale
            while place < len(text) and not text[place].isdigit():
                scale = self._multiple(text[place])
                if scale is None:
                    return None
                value *= scale
                place += 1
            total += value
        return total

    def _multiple(self, sign: str) -> int | None:
        if sign.isspace():
            return 1
        return self.ranks.get(sign) or self.myriads.get(sign)

    def _chinese(self, text: str) -> Number | None:
        if text == self.half:
            return Fraction(1, 2)
        before, point, behind = text.partition(self.point)
        total = self._sections(before)
        if total is None or not point:
            return total
        figures = behind.rstrip("".join(self.myriads))
        if not figures or any(sign not in self.digits for sign in figures):
            return None
        decimals = "".join(str(self.digits[sign]) for sign in figures)
        value = total + Fraction(int(decimals), 10 ** len(decimals))
        for sign in behind[len(figures) :]:
            value *= self.myriads[sign]
        return value

    def _sections(self, text: str) -> int | None:
        """Read a whole Chinese number, by places (二〇二五) or by ranks (两千零五)."""
        if not text:
            return None
        if all(sign in self.digits for sign in text):
            return int("".join(str(self.digits[sign]) for sign in text))
        total = section = digit = 0
        last = 1
        for sign in text:
            if sign in self.digits:
                digit = self.digits[sign]
                last = last if digit else 1
            elif sign in self.ranks:
                last = self.ranks[sign]
                section += (digit or (0 if section else 1)) * last
                digit = 0
            elif sign in self.myriads:
                last = self.myriads[sign]
                section += digit
                high = total < last
                total = (total + section) * last if high else total + section * last
                section = digit = 0
            else:
                return None
        shorthand = last // 10 if last > 10 else 1  # noqa: PLR2004 - 一百五, not 十五
        return total + section + digit * shorthand

    def _words(self, text: str) -> Number | None:
        """Read English words: three hundred and fifty thousand, half a million."""
        words = re.split(r"[\s-]+", text.lower())
        if words[0] == self.half_word and len(words) > 1:
            rest = self._counted(words[1:])
            return None if rest is None else Fraction(rest, 2)
        return self._counted(words)

    def _counted(self, words: list[str]) -> int | None:
        total = section = 0
        for number, word in enumerate(words):
            if word in self.articles and number == 0 and len(words) > 1:
                section = 1
            elif word in self.small:
                section += self.small[word]
            elif word in self.hundred and section:
                section *= self.hundred[word]
            elif word in self.scales and section:
                total += section * self.scales[word]
                section = 0
            elif not (word == self.joined and 0 < number < len(words) - 1):
                return None
        return total + section

    def place(self, text: str) -> int | None:
        """Read an English ordinal: fourth, 21st."""
        figures = _FIGURES.match(text)
        return int(figures[0]) if figures else self.ordinals.get(text.lower())


def _exact(figures: str) -> Number:
    return int(figures) if figures.isdecimal() else Fraction(figures)


def load_numerals(path: Path) -> Numerals:
    """Load the words of numbers.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    file = Fields(read_document(path))
    chinese, english = Fields(file.need("chinese")), Fields(file.need("english"))
    ones = enumerate(english.text("ones").split())
    tens = enumerate(english.text("tens").split(), 2)
    ordinals = enumerate(english.text("ordinals").split())
    found = Numerals(
        digits=counted(chinese, "digits"),
        ranks=counted(chinese, "ranks"),
        myriads=counted(chinese, "myriads"),
        point=chinese.text("point"),
        half=chinese.text("half"),
        small={w: n for n, w in ones} | {w: 10 * n for n, w in tens},
        ordinals={word: number for number, word in ordinals},
        hundred=counted(english, "hundred"),
        scales=counted(english, "scales"),
        short=counted(english, "short"),
        half_word=english.text("half"),
        articles=frozenset(english.text("a").split()),
        joined=english.text("joined"),
    )
    for fields in (chinese, english, file):
        fields.done()
    return found


def counted(fields: Fields, name: str) -> dict[str, int]:
    """Take a mapping of words to whole numbers."""
    inside = Fields(fields.need(name))
    return {
        word: int(to_number(as_scalar(inside.need(word)))) for word in inside.names()
    }


def longest_first(words: Mapping[str, object] | tuple[str, ...]) -> list[str]:
    """Order words so that an alternation takes the longest."""
    return sorted(words, key=lambda word: (-len(word), word))


def alternatives(words: Mapping[str, object] | tuple[str, ...]) -> str:
    """Give the pattern of any of the words, the longest first."""
    return "|".join(re.escape(word) for word in longest_first(words))


def cased(word: str) -> str:
    """Give the pattern of an English word, also at the head of a sentence."""
    first = word[0]
    return f"[{first}{first.upper()}]{word[1:]}" if first.islower() else word
