"""Take a name apart: places, lines of business, kinds of house, legal form, brand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from antinomy.screening.cleaning import Cleaned, clean, has_han
from antinomy.screening.lexicon import OWN, Kind, NameLexicon, Word, sounds_of
from antinomy.screening.sounds import syllables_in

_LONGEST_PHRASE = 4
_TOKEN = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)*|\d+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}[A-Za-z]?")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)\b", re.IGNORECASE)
_CHINESE_NUMBER = re.compile(
    "第?[〇零一二三四五六七八九十百]+(?=研究|所|院|局|厂|大学|师)"
)
_ORDER = re.compile(r"第(?=\s*\d)")
_DIGITS = {d: i for i, d in enumerate("零一二三四五六七八九")} | {"〇": 0}
_GENERAL = frozenset({"place", "generic"})
_LONG = 6  # letters
_OF_FIRMS = frozenset({"form", "line", "body", "generic"})
_SHORTEST_LIMITED = 3
_SPELT_OUT = 4


@dataclass(frozen=True, eq=False)
class Name:
    """A name taken apart.

    ``words`` are all words in their order, legal forms among them; ``tokens`` the Latin
    words as they stand, in small letters, for names of persons.
    """

    cleaned: Cleaned
    words: tuple[Word, ...]
    tokens: tuple[str, ...]

    @property
    def text(self) -> str:
        """Give the name as it came."""
        return self.cleaned.original

    @cached_property
    def telling(self) -> tuple[Word, ...]:
        """Give the words without the legal forms."""
        return tuple(word for word in self.words if word.kind != "form")

    @cached_property
    def brands(self) -> tuple[Word, ...]:
        """Give the words that are nobody's but the firm's own."""
        return tuple(word for word in self.words if word.kind in OWN)

    @cached_property
    def hanzi(self) -> bool:
        """Tell whether the name is written in Chinese."""
        return any(word.hanzi for word in self.words)

    @cached_property
    def is_surely_firm(self) -> bool:
        """Tell whether a legal form, or two words of business, say it is no person."""
        kinds = [word.kind for word in self.words if word.kind in _OF_FIRMS]
        return "form" in kinds or len(kinds) > 1

    @cached_property
    def is_firm(self) -> bool:
        """Tell whether a legal form or a word of business says it is no person."""
        return any(word.kind in _OF_FIRMS for word in self.words)


def take_apart(name: str, lexicon: NameLexicon) -> Name:
    """Take a name apart by the words of a lexicon."""
    return parts_of(clean(name), lexicon)


def parts_of(cleaned: Cleaned, lexicon: NameLexicon) -> Name:
    """Take a name in plain letters apart."""
    words: list[Word] = []
    tokens: list[str] = []
    for chinese, run in _runs(_ORDER.sub("", cleaned.text)):
        if chinese:
            words += _chinese_words(run, lexicon)
        else:
            found = _tokens(run, lexicon)
            tokens += [token.lower() for token in found]
            words += _latin_words(found, lexicon)
    return Name(cleaned, tuple(words), tuple(tokens))


def _runs(text: str) -> Iterator[tuple[bool, str]]:
    """Part a text into stretches in Chinese and stretches in Latin letters."""
    for run in re.findall("[^\\W\\d_a-zA-Z]+|[\\x00-\\x7f]+", text):
        yield has_han(run), run


# ---------------------------------------------------------------- Chinese


def _chinese_words(run: str, lexicon: NameLexicon) -> list[Word]:
    for short, full in lexicon.shortened.items():
        run = run.replace(short, full)
    words: list[Word] = []
    brand = ""
    at = 0
    while at < len(run):
        found = _chinese_at(run, at, lexicon)
        if found is None:
            brand += run[at]
            at += 1
            continue
        length, word = found
        if brand:
            words.append(chinese_brand(brand, lexicon))
            brand = ""
        words.append(word)
        at += length
    if brand:
        words.append(chinese_brand(brand, lexicon))
    return [word for word in words if word.text not in lexicon.chinese_stop]


def _chinese_at(run: str, at: int, lexicon: NameLexicon) -> tuple[int, Word] | None:
    """Give the longest word that stands here, and its length."""
    number = _CHINESE_NUMBER.match(run, at)
    if number is not None:
        return len(number[0]), number_word(_value(number[0].lstrip("第")), lexicon)
    for length in range(min(lexicon.longest_chinese, len(run) - at), 0, -1):
        piece = run[at : at + length]
        if piece in lexicon.chinese_forms:
            return length, Word("form", piece, (), "", 0.0, hanzi=True)
        word = lexicon.chinese.get(piece)
        if word is not None and (length > 1 or _alone(run, at, lexicon)):
            tail = run[at + length : at + length + 1]
            suffixed = word.kind == "place" and tail in lexicon.chinese_suffixes
            return length + bool(tail and suffixed), word
    return None


def _alone(run: str, at: int, lexicon: NameLexicon) -> bool:
    """Tell whether a word of one character ends the name or stands before its form."""
    rest = run[at + 1 :]
    word = lexicon.chinese[run[at]]
    begun = at > 0 or len(run) == 1
    return begun and word.kind == "body" and (not rest or rest in lexicon.chinese_forms)


def chinese_brand(text: str, lexicon: NameLexicon) -> Word:
    """Make the word for characters that no lexicon knows."""
    sounds = sounds_of(text)
    most = lexicon.scoring.weights["most"]
    weight = min(most, lexicon.scoring.weights["character"] * len(text))
    return Word("brand", text, (), "".join(sounds), weight, hanzi=True)


def _value(text: str) -> str:
    """Read a Chinese number of up to three places."""
    if len(text) > 1 and not set(text) & {"十", "百"}:
        return "".join(str(_DIGITS[d]) for d in text)
    hundreds, _, rest = text.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    value = 100 * (_DIGITS.get(hundreds, 1) if "百" in text else 0)
    value += 10 * (_DIGITS.get(tens.lstrip("零"), 1) if ten else 0)
    return str(value + _DIGITS.get(ones.lstrip("零"), 0))


def number_word(value: str, lexicon: NameLexicon) -> Word:
    """Make the word for a number."""
    return Word("number", value, (value,), value, lexicon.scoring.weights["number"])


# ---------------------------------------------------------------- Latin


def _tokens(run: str, lexicon: NameLexicon) -> list[str]:
    run = _DOTTED.sub(lambda found: found[0].replace(".", ""), run)
    run = _ORDINAL.sub(r"\1", run.replace("&", " and "))
    return [
        part.replace("'", "")
        for token in _TOKEN.findall(run)
        for part in _humps(token, lexicon)
    ]


def _humps(token: str, lexicon: NameLexicon) -> list[str]:
    """Part a word at its inner capitals, if a part is a word that is known."""
    parts = _CAMEL.split(token)
    low = [part.lower() for part in parts]
    telling = any(part in lexicon.forms or _is_telling(part, lexicon) for part in low)
    return parts if telling else [token]


def _is_telling(part: str, lexicon: NameLexicon) -> bool:
    """Tell a place, a general word, or a long word of business."""
    word = lexicon.english.get(part)
    if word is None:
        return False
    return word.kind in _GENERAL or (word.kind == "line" and len(part) >= _LONG)


def _latin_words(found: Sequence[str], lexicon: NameLexicon) -> list[Word]:
    tokens = [_unglued(token.lower(), lexicon) for token in found]
    flat = [part for parts in tokens for part in parts]
    if not _is_spelt_out(flat, lexicon):
        flat = [part for part in flat if part not in lexicon.stop]
    plain = [lexicon.variants.get(token, token) for token in flat]
    words: list[Word] = []
    at = 0
    while at < len(plain):
        length, made = _latin_at(plain, flat, at, lexicon)
        words += made
        at += length
    return words


def _is_spelt_out(tokens: Sequence[str], lexicon: NameLexicon) -> bool:
    """Tell a Chinese name written in pinyin, syllable by syllable."""
    single = sum(len(syllables_in(token, lexicon)) == 1 for token in tokens)
    return single >= _SPELT_OUT and single * 4 >= len(tokens) * 3


def _unglued(token: str, lexicon: NameLexicon) -> tuple[str, ...]:
    """Part a legal form from the word it was glued to."""
    for form in lexicon.glued:
        head = token.removesuffix(form)
        if head != token and len(head) >= _SHORTEST_LIMITED:
            known = token in lexicon.english or token in lexicon.variants
            return (token,) if known else (head, form)
    return (token,)


def _latin_at(
    plain: list[str], raw: list[str], at: int, lexicon: NameLexicon
) -> tuple[int, list[Word]]:
    """Give the longest phrase that stands here, and what it is."""
    for length in range(min(_LONGEST_PHRASE, len(plain) - at), 0, -1):
        bare = " ".join(raw[at : at + length])
        if bare in lexicon.forms:
            return length, [Word("form", bare, (), "", 0.0)]
        phrase = " ".join(plain[at : at + length])
        phrase = lexicon.joined.get(phrase, phrase)
        word = lexicon.english.get(phrase)
        if word is not None:
            sound = "".join(raw[at : at + length])
            return length, [word if sound == word.sound else replace(word, sound=sound)]
    token = raw[at]
    if token.isdigit():
        return 1, [number_word(token.lstrip("0") or "0", lexicon)]
    if token in lexicon.numbers:
        return _counted(raw, at, lexicon)
    said = _said(plain, at, lexicon)
    if sum(map(len, said)) > 1:
        spoken = _spoken(said, lexicon)
        if spoken:
            return len(said), spoken
    return 1, [latin_brand(token, lexicon)]


def _counted(
    raw: Sequence[str], at: int, lexicon: NameLexicon
) -> tuple[int, list[Word]]:
    """Read a number in words, with its ones behind its tens."""
    value = lexicon.numbers[raw[at]]
    after = raw[at + 1] if at + 1 < len(raw) else ""
    ones = int(after) if after.isdigit() else lexicon.numbers.get(after, 0)
    both = value >= 20 and value % 10 == 0 and 0 < ones < 10  # noqa: PLR2004
    word = number_word(str(value + ones if both else value), lexicon)
    return (2 if both else 1), [word]


def _said(plain: Sequence[str], at: int, lexicon: NameLexicon) -> list[tuple[str, ...]]:
    """Give the syllables of the words from here on that are pinyin to the end."""
    found: list[tuple[str, ...]] = []
    for token in plain[at:]:
        syllables = syllables_in(token, lexicon)
        if not syllables:
            break
        found.append(syllables)
    return found


def _spoken(said: Sequence[tuple[str, ...]], lexicon: NameLexicon) -> list[Word]:
    """Read words of pinyin as the Chinese words they sound like; [] where none is.

    Syllables that were each written apart and mean nothing known are one brand.
    """
    flat = [syllable for syllables in said for syllable in syllables]
    breaks = set(_breaks(said))
    words: list[Word] = []
    brand = ""
    at = 0
    while at < len(flat):
        length, word = _sounding(flat, at, lexicon)
        if brand and (word is not None or at in breaks):
            words.append(latin_brand(brand, lexicon))
            brand = ""
        if word is None:
            brand += flat[at]
        else:
            words.append(word)
            after = flat[at + length : at + length + 2]
            if (
                word.kind == "place"
                and len(after) > 1
                and after[0] in lexicon.spoken_suffixes
            ):
                length += 1
        at += length
    if brand:
        words.append(latin_brand(brand, lexicon))
    if len(said) == 1 and len(words) == 1 and words[0].kind not in {"form", "place"}:
        # One word of pinyin among English ones: a brand that may mean something.
        brand_word = latin_brand("".join(flat), lexicon)
        return [replace(brand_word, means=words[0].means)]
    known = any(word.kind not in OWN for word in words)
    return words if known or all(len(syllables) == 1 for syllables in said) else []


def _breaks(said: Sequence[tuple[str, ...]]) -> Iterator[int]:
    """Give where a word begins that is not one of several lone syllables in a row."""
    at = 0
    for number, syllables in enumerate(said):
        alone = len(syllables) == 1 and number and len(said[number - 1]) == 1
        if not alone:
            yield at
        at += len(syllables)


def _sounding(
    flat: Sequence[str], at: int, lexicon: NameLexicon
) -> tuple[int, Word | None]:
    for length in range(min(6, len(flat) - at), 1, -1):
        sound = "".join(flat[at : at + length])
        if sound in lexicon.spoken_forms:
            return length, Word("form", sound, (), "", 0.0)
        word = lexicon.sounds.get(sound)
        if word is not None:
            return length, replace(word, hanzi=False)
    return 1, None


def latin_brand(token: str, lexicon: NameLexicon) -> Word:
    """Make the word for Latin letters that no lexicon knows."""
    kind: Kind = "brand"
    weights = lexicon.scoring.weights
    syllables = syllables_in(token, lexicon)
    if token in lexicon.ordinary:
        kind, weight = "ordinary", weights["ordinary"]
    elif syllables and len(token) > 1:
        weight = sum(lexicon.syllables[s].weight for s in syllables)
    else:
        weight = weights["letter"] * len(token)
    return Word(kind, token, (), token, min(weights["most"], weight))
