"""How alike two different words are spelt: slips of the pen, stems, abbreviations."""

from collections.abc import Mapping

from rapidfuzz.distance import OSA

from antinomy.screening.lexicon import OWN, Word

_MOST_SLIPS = 3
_CHARACTERS = 3  # of a Chinese brand, for each slip
_SHORTEST = 3  # letters of an abbreviation
_STEM = 5  # letters that two forms of a word share at least
_ENDING = 2  # letters in which the shorter of them may differ


def likeness(word: Word, other: Word, rules: Mapping[str, float], each: int) -> float:
    """Say how alike two different words are spelt, from 0 to 1.

    ``each`` is the count of letters for which a slip is allowed.
    """
    if word.kind not in OWN and other.kind not in OWN:
        latin = not word.hanzi and not other.hanzi
        return rules["stem"] if latin and _one_stem(word.text, other.text) else 0.0
    if "number" in {word.kind, other.kind}:
        return 0.0
    if word.hanzi and other.hanzi:
        return near(word.text, other.text, _CHARACTERS, rules["slip"])
    if word.hanzi != other.hanzi:
        across = int(rules["letters_across"])
        return near(word.sound, other.sound, across, rules["slip"])
    cut = rules["cut_short"] if _is_cut_short(word.text, other.text) else 0.0
    return max(near(word.sound, other.sound, each, rules["slip"]), cut)


def near(one: str, other: str, each: int, slip: float) -> float:
    """Allow a slip for so many letters, none for fewer; not at both ends at once."""
    here, there = len(one), len(other)
    longest = max(here, there)
    allowed = min(longest // each, _MOST_SLIPS)
    if not allowed or abs(here - there) > allowed:
        return 0.0
    if one[0] != other[0] and one[-1] != other[-1]:
        return 0.0
    slips = OSA.distance(one, other, score_cutoff=allowed)
    return 0.0 if slips > allowed else max(0.0, 1 - slip * slips / longest)


def _one_stem(one: str, other: str) -> bool:
    """Tell two forms of one English word: agriculture, agricultural."""
    if " " in one or " " in other:
        return False
    shared = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        shared += 1
    return shared >= _STEM and shared >= min(len(one), len(other)) - _ENDING


def _is_cut_short(one: str, other: str) -> bool:
    """Tell a word that is the beginning, or the consonants, of another."""
    short, whole = sorted((one, other), key=len)
    if not _SHORTEST <= len(short) < len(whole) or " " in whole:
        return False
    if whole.startswith(short):
        return True
    letters = iter(whole)
    consonants = short[0] == whole[0] and not set(short[1:]) & set("aeiou")
    return consonants and all(letter in letters for letter in short)
