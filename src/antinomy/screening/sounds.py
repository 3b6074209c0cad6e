"""Syllables of Mandarin in Latin letters: where they part, and other spellings."""

from functools import lru_cache
from itertools import product

from antinomy.screening.lexicon import NameLexicon

_LONGEST = 6  # letters of zhuang, chuang, shuang
_MOST_LETTERS = 48
_MOST_SPELLINGS = 24


@lru_cache(maxsize=16384)
def syllables_in(token: str, lexicon: NameLexicon) -> tuple[str, ...]:
    """Part a word of pinyin into its syllables, the fewest; () where it is none.

    Of two ways with equally few the one with the longer first syllable is taken.
    """
    if len(token) > _MOST_LETTERS or not token.isalpha():
        return ()
    best: list[tuple[str, ...] | None] = [None] * (len(token) + 1)
    best[len(token)] = ()
    for at in range(len(token) - 1, -1, -1):
        for length in range(min(_LONGEST, len(token) - at), 0, -1):
            rest = best[at + length]
            piece = token[at : at + length]
            if rest is not None and piece in lexicon.syllables:
                found, now = best[at], (piece, *rest)
                if found is None or len(now) < len(found):
                    best[at] = now
    return best[0] or ()


def respelt(
    tokens: tuple[str, ...], lexicon: NameLexicon
) -> tuple[tuple[str, ...], ...]:
    """Give what words spelt after Wade and Giles, or in Hong Kong, are in pinyin.

    Each word of the result is a syllable; () where a word is none in that spelling.
    """
    found: dict[tuple[str, ...], None] = {}
    for system in (lexicon.wade_giles, lexicon.cantonese):
        choices = [sorted(system.get(token, ())) for token in tokens]
        if all(choices):
            for count, spelling in enumerate(product(*choices)):
                if count == _MOST_SPELLINGS:
                    break
                found.setdefault(spelling)
    found.pop(tokens, None)
    return tuple(found)
