"""Bring a name as it came into plain letters, and keep every step."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from anyascii import anyascii
from opencc import OpenCC

LONGEST = 300  # letters; the longest name on the lists of 2026 has 247
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U000323af]")
_SOUND = "[A-Za-z\u00c0-\u024f\u0250-\u02af\u0300-\u036f]"
_BRACKETED_SOUND = re.compile(f"({_HAN.pattern})\\s*\\(\\s*{_SOUND}{{1,8}}\\s*\\)")
_DOTS = str.maketrans(dict.fromkeys("·•・‧∙⋅", " "))
_QUOTES = str.maketrans(dict.fromkeys("’‘`´ʼʻ′", "'"))
_RING = re.compile(
    "(?<=[第一二三四五六七八九零〇○])[〇○◯]|[〇○◯](?=[一二三四五六七八九零])"
)
_SEEMING = (("0", "o"), ("1", "i"))
# Letters of other alphabets that look Latin; read so inside a Latin word only.
_ALIKE = str.maketrans(
    "АВЕКМНОРСТУХЅІЈавеокмнрстухѕіјԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανρτυχι",
    "ABEKMHOPCTYXSIJaBeokMHpcTyxsijdqwABEZHIKMNOPTYXoavptuxi",
)


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a name: what was done, and the name after it."""

    done: str
    text: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A name in plain letters (Latin, and simplified Chinese), and how it got there."""

    original: str
    text: str
    steps: tuple[Step, ...] = ()


def clean(name: str) -> Cleaned:
    """Bring a name into plain letters.

    >>> clean("重慶(qìng)奧普泰").text
    '重庆奥普泰'
    >>> [step.done for step in clean("Ｈｕａｗｅｉ").steps]
    ['compatible']
    """
    text, steps = name, []
    for done, change in _STEPS:
        changed = change(text)
        if changed != text:
            steps.append(Step(done, changed))
            text = changed
    return Cleaned(name, text, tuple(steps))


def has_han(text: str) -> bool:
    """Tell whether a text holds a Chinese character."""
    return _HAN.search(text) is not None


def is_han(letter: str) -> bool:
    """Tell whether a letter is a Chinese character."""
    return _HAN.match(letter) is not None


def _compatible(text: str) -> str:
    """Write one letter one way; a ring between Chinese numbers is a nought."""
    return unicodedata.normalize("NFKC", _RING.sub("零", text))


def _visible(text: str) -> str:
    """Take out what no eye sees (direction, no width, private use), and pictures."""
    if text.isascii() and text.isprintable():
        return text
    kept = (
        " " if unicodedata.category(letter) in {"Cc", "Zl", "Zp"} else letter
        for letter in text
        if unicodedata.category(letter) not in {"Cf", "Co", "Cn", "Cs", "So"}
    )
    return "".join(kept)


def _one_alphabet(text: str) -> str:
    """Read what only looks like a letter inside a Latin word as that letter."""
    if text.isascii():
        return text
    return re.sub(r"[^\W\d_]+", _of_one, text)


def _of_one(word: re.Match[str]) -> str:
    found = word[0]
    latin = re.search("[A-Za-z]", found) is not None
    return found.translate(_ALIKE) if latin else found


def _simplified(text: str) -> str:
    return _to_simplified().convert(text) if has_han(text) else text


def _without_sounds(text: str) -> str:
    """Take out the pinyin in brackets that page converters put behind a character."""
    return _BRACKETED_SOUND.sub(r"\1", text) if has_han(text) else text


def _plain(text: str) -> str:
    """Write every other script in plain Latin letters; Chinese stays."""
    text = text.translate(_QUOTES)
    if text.isascii():
        return text
    text = text.translate(_DOTS)
    return "".join(
        letter if letter.isascii() or is_han(letter) else _ascii(letter)
        for letter in unicodedata.normalize("NFC", text)
    )


@cache
def _ascii(letter: str) -> str:
    found = anyascii(letter).translate(_QUOTES)
    return found if letter.lower() != letter.upper() else found.lower()


def _of_letters(text: str) -> str:
    """Read a nought or a one inside a word of small letters as o and i."""
    for digit, letter in _SEEMING:
        text = re.sub(f"(?<=[a-z]){digit}(?=[a-z])", letter, text)
    return text


def _spaced(text: str) -> str:
    return " ".join(text.split())


@cache
def _to_simplified() -> OpenCC:
    return OpenCC("t2s")


_STEPS = (
    ("compatible", _compatible),
    ("visible", _visible),
    ("one_alphabet", _one_alphabet),
    ("simplified", _simplified),
    ("without_sounds", _without_sounds),
    ("plain", _plain),
    ("of_letters", _of_letters),
    ("spaced", _spaced),
)
