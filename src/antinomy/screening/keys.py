"""Terms under which a name is filed, and those under which it is looked for."""

from collections.abc import Iterator
from functools import lru_cache

from antinomy.screening.lexicon import OWN, NameLexicon, Word
from antinomy.screening.parts import Name
from antinomy.screening.sounds import respelt, syllables_in

_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 3, 8
_LONGEST_RESPELT = 4


def filed_under(name: Name, lexicon: NameLexicon) -> tuple[str, ...]:
    """Give the terms under which a name is filed, each once."""
    found = dict.fromkeys(term for word in name.telling for term in _terms(word))
    found.update(dict.fromkeys(f"a:{short}" for short in initials(name, lexicon)))
    return tuple(found)


def looked_for(name: Name, lexicon: NameLexicon) -> tuple[str, ...]:
    """Give the terms under which a name is looked for.

    Words that every second firm has are left out where others are there.
    """
    words = [w for w in name.telling if w.kind != "generic"] or name.telling
    found = dict.fromkeys(term for word in words for term in _terms(word))
    for word in name.telling:
        own = word.kind in OWN
        shortest = 2 if word.hanzi else _SHORTEST_ACRONYM
        if own and shortest <= len(word.text) <= _LONGEST_ACRONYM:
            found[f"a:{word.text}"] = None
    if not name.is_firm and len(name.tokens) <= _LONGEST_RESPELT:
        for token in name.tokens:
            found.update(dict.fromkeys((f"b:{token}", *_grams(token))))
        for spelling in respelt(name.tokens, lexicon):
            found.update(dict.fromkeys(f"b:{part}" for part in spelling))
            found.update(dict.fromkeys(_grams("".join(spelling[1:]))))
            found.update(dict.fromkeys(_grams("".join(spelling[:-1]))))
    return tuple(found)


@lru_cache(maxsize=16384)
def initials(name: Name, lexicon: NameLexicon) -> tuple[str, ...]:
    """Give what the first letters of a name, or of its Chinese words, spell."""
    words = [w for w in name.telling if w.kind != "number"]
    if name.hanzi:
        heads = "".join(_chinese_heads(w) for w in words if w.hanzi)
        schooled = any(w.kind == "body" for w in words) and len(heads) > 2  # noqa: PLR2004
        return (heads, heads[:-1]) if schooled else ()
    flat = [part for w in words for part in w.text.split()]
    plain = "".join(part[0] for part in flat)
    compass = "".join(lexicon.compass.get(part, part[0]) for part in flat)
    sounded = "".join(_heads(w, lexicon) for w in words)
    found = dict.fromkeys((plain, compass, sounded))
    return tuple(s for s in found if _SHORTEST_ACRONYM <= len(s) <= _LONGEST_ACRONYM)


def _chinese_heads(word: Word) -> str:
    """Give the characters that a word leaves in a short form: 工业大学 leaves 工大."""
    ended = word.kind == "body" and len(word.text) > 3  # noqa: PLR2004
    return word.text[0] + word.text[-2] if ended else word.text[0]


def _heads(word: Word, lexicon: NameLexicon) -> str:
    """Give the first letters of a word, of a Chinese place those of its syllables."""
    if word.kind == "place":
        return "".join(s[0] for s in syllables_in(word.text, lexicon)) or word.text[0]
    return "".join(part[0] for part in word.text.split())


def _terms(word: Word) -> Iterator[str]:
    for meaning in word.means:
        yield "m:" + meaning.replace(" ", "_")
    if word.hanzi:
        yield from (f"h:{word.text[i : i + 2]}" for i in range(len(word.text) - 1))
        if len(word.text) == 1:
            yield f"h:{word.text}"
    if word.kind in OWN:
        yield f"b:{word.sound}"
        yield from _grams(word.sound)


def _grams(sound: str) -> Iterator[str]:
    padded = f"^{sound}$"
    for at in range(len(padded) - 2):
        yield f"g:{padded[at : at + 3]}"
