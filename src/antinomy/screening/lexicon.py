"""The words that names are made of: what they mean, how they sound, what they prove."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log
from pathlib import Path
from typing import Literal

from pypinyin import lazy_pinyin

from antinomy.files import Fields, Node, read_document, read_table, read_text
from antinomy.files.node import as_listing, as_scalar

Kind = Literal[
    "line", "body", "generic", "quality", "place", "form", "ordinary", "brand", "number"
]
OWN: frozenset[Kind] = frozenset({"brand", "ordinary"})  # a firm's own words
_KINDS: tuple[Kind, ...] = ("line", "body", "generic", "quality")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name: its kind, how it is written, the English words it may mean.

    ``sound`` is how it is said, in Latin letters without spaces. ``means`` has the
    usual rendering first. ``hanzi`` says that ``text`` is Chinese. ``weight`` is what
    an equal word in another name proves, in nats: minus the logarithm of how often
    chance would put it there.
    """

    kind: Kind
    text: str
    means: tuple[str, ...]
    sound: str
    weight: float
    hanzi: bool = False


@dataclass(frozen=True, slots=True)
class Syllable:
    """A syllable of Mandarin: what it proves, in nats, and how others spell it."""

    pinyin: str
    weight: float
    wade_giles: tuple[str, ...]
    cantonese: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scoring:
    """The numbers of scoring: nats and shares by kind of word, and the rules.

    ``pairs`` holds for two names by themselves, apart from any list.
    """

    weights: Mapping[str, float]
    cover: Mapping[str, float]
    alone: Mapping[str, float]
    rules: Mapping[str, float]
    persons: Mapping[str, float]
    pairs: Mapping[str, float]


@dataclass(frozen=True, eq=False)
class NameLexicon:
    """All words known, by how they are met in a name.

    ``digest`` is that of the words: names are filed anew where it changes.
    """

    chinese: Mapping[str, Word]
    english: Mapping[str, Word]
    sounds: Mapping[str, Word]
    variants: Mapping[str, str]
    joined: Mapping[str, str]
    stop: frozenset[str]
    forms: frozenset[str]
    shortened: Mapping[str, str]
    chinese_forms: frozenset[str]
    chinese_suffixes: frozenset[str]
    chinese_stop: frozenset[str]
    numbers: Mapping[str, int]
    ordinary: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    double_surnames: tuple[str, ...]
    glued: tuple[str, ...]
    compass: Mapping[str, str]
    folds: tuple[tuple[str, str], ...]
    syllables: Mapping[str, Syllable]
    scoring: Scoring
    digest: str

    @cached_property
    def longest_chinese(self) -> int:
        """Count the characters of the longest Chinese word."""
        words = [*self.chinese, *self.chinese_forms]
        return max(map(len, words), default=1)

    @cached_property
    def spoken_forms(self) -> frozenset[str]:
        """Give the Chinese legal forms as they sound."""
        return frozenset("".join(sounds_of(form)) for form in self.chinese_forms)

    @cached_property
    def spoken_suffixes(self) -> frozenset[str]:
        """Give what stands behind the name of a place, as it sounds: shi, sheng."""
        return frozenset(sounds_of(s)[0] for s in self.chinese_suffixes if len(s) == 1)

    @cached_property
    def wade_giles(self) -> Mapping[str, frozenset[str]]:
        """Give for a syllable as Wade and Giles write it, without marks, the pinyin."""
        return _reversed(self.syllables, "wade_giles")

    @cached_property
    def cantonese(self) -> Mapping[str, frozenset[str]]:
        """Give for a syllable as written in Hong Kong the pinyin it may be."""
        return _reversed(self.syllables, "cantonese")


def load_name_lexicon(folder: Path) -> NameLexicon:
    """Load the words of a folder: words, places, latin, syllables, scoring.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    latin = Fields(read_document(folder / "latin.yaml"))
    scoring = _scoring(folder / "scoring.yaml")
    variants = _variants(latin)
    joined = dict(_pairs(latin, "joined"))
    chinese: dict[str, Word] = {}
    english: dict[str, Word] = {}
    for kind, hanzi, renderings in _entries(folder):
        said = (_canonical(r, variants, joined) for r in renderings)
        means = tuple(dict.fromkeys(said))
        sound = "".join(sounds_of(hanzi))
        weight = scoring.weights[kind]
        chinese[hanzi] = Word(kind, hanzi, means, sound, weight, hanzi=True)
        for phrase in means:
            plain = phrase.replace(" ", "")
            same = means if kind == "place" else (phrase,)
            english.setdefault(phrase, Word(kind, phrase, same, plain, weight))
    lexicon = NameLexicon(
        chinese,
        english,
        {w.sound: w for w in reversed(chinese.values()) if len(w.text) > 1},
        variants,
        joined,
        frozenset(latin.text("stop").split()),
        frozenset(latin.words("forms")),
        dict(_pairs(latin, "shortened")),
        frozenset(latin.text("chinese_forms").split()),
        frozenset(latin.text("chinese_suffixes").split()),
        frozenset(latin.text("chinese_stop").split()),
        _numbers(latin),
        frozenset(latin.text("ordinary").split()),
        frozenset(latin.text("titles").split()),
        frozenset(latin.text("particles").split()),
        tuple(latin.text("double_surnames").split()),
        tuple(latin.text("glued").split()),
        dict(_pairs(latin, "compass")),
        latin.each("folds", _fold),
        _syllables(folder / "syllables.csv"),
        scoring,
        _digest(folder),
    )
    latin.done()
    return lexicon


def _digest(folder: Path) -> str:
    """Digest the files that say how names are taken apart; scoring is none of them."""
    found = hashlib.sha256()
    for name in ("words.yaml", "places.yaml", "latin.yaml", "syllables.csv"):
        found.update(read_text(folder / name).encode())
    return found.hexdigest()


def sounds_of(hanzi: str) -> list[str]:
    """Say Chinese characters in pinyin without tones, a syllable each."""
    return [s.replace("ü", "v") for s in lazy_pinyin(hanzi)]


def _canonical(
    phrase: str, variants: Mapping[str, str], joined: Mapping[str, str]
) -> str:
    words = [variants.get(word, word) for word in phrase.split()]
    text = " ".join(words)
    return joined.get(text, text)


def _entries(folder: Path) -> Iterator[tuple[Kind, str, tuple[str, ...]]]:
    words = Fields(read_document(folder / "words.yaml"))
    for kind in _KINDS:
        for hanzi, text in _pairs(words, kind):
            yield kind, hanzi, _parts(text)
    words.done()
    places = Fields(read_document(folder / "places.yaml"))
    for hanzi in places.text("spelt").split():
        yield "place", hanzi, ("".join(sounds_of(hanzi)),)
    for hanzi, text in _pairs(places, "named"):
        yield "place", hanzi, _parts(text)
    places.done()


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _pairs(fields: Fields, name: str) -> Iterator[tuple[str, str]]:
    inside = Fields(fields.need(name))
    for key in inside.names():
        yield key, inside.text(key)


def _variants(latin: Fields) -> dict[str, str]:
    return {
        variant: word
        for word, text in _pairs(latin, "variants")
        for variant in text.split()
    }


def _fold(node: Node) -> tuple[str, str]:
    pattern, simple = (as_scalar(item).text for item in as_listing(node))
    return pattern, simple


def _numbers(latin: Fields) -> dict[str, int]:
    """Give numbers in words, with the tens last."""
    ordinals = enumerate(latin.text("ordinals").split())
    numbers = enumerate(latin.text("numbers").split())
    found = {word: value for pairs in (ordinals, numbers) for value, word in pairs}
    tens = enumerate(latin.text("tens").split(), 2)
    return found | {word: 10 * value for value, word in tens}


def _scoring(path: Path) -> Scoring:
    fields = Fields(read_document(path))
    names = ("weights", "cover", "alone", "rules", "persons", "pairs")
    tables = [{k: float(v) for k, v in _pairs(fields, name)} for name in names]
    fields.done()
    return Scoring(*tables)


def _syllables(path: Path) -> dict[str, Syllable]:
    columns = ("pinyin", "count", "wade_giles", "cantonese")
    rows = read_table(path, columns)
    total = sum(int(row["count"]) + 1 for row in rows)
    return {
        row["pinyin"]: Syllable(
            row["pinyin"],
            -log((int(row["count"]) + 1) / total),
            tuple(row["wade_giles"].split()),
            tuple(row["cantonese"].split()),
        )
        for row in rows
    }


def _reversed(
    syllables: Mapping[str, Syllable], system: str
) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for syllable in syllables.values():
        for spelling in getattr(syllable, system):
            found.setdefault(spelling, set()).add(syllable.pinyin)
    return {spelling: frozenset(said) for spelling, said in found.items()}
