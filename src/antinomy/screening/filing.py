"""Names as they are filed: taken apart once, written short, read back fast."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from antinomy.screening.cleaning import Cleaned
from antinomy.screening.lexicon import OWN, NameLexicon, Word
from antinomy.screening.parts import (
    Name,
    chinese_brand,
    latin_brand,
    number_word,
    take_apart,
)
from antinomy.screening.party import ListedParty
from antinomy.values import Json

_TAB = "\t"
_PERSON = "individual"


@dataclass(frozen=True, slots=True)
class FiledName:
    """One name of a party, taken apart; ``party`` and ``alias`` are its numbers.

    ``person`` tells whether the party is a person, None where nothing says so;
    ``weak`` that the list calls the name a weak one.
    """

    party: int
    alias: int
    name: Name
    person: bool | None = None
    weak: bool = False


def filed_names(
    party: int, of: ListedParty, lexicon: NameLexicon
) -> Iterator[FiledName]:
    """Take the names of a party apart."""
    names = [take_apart(alias.name, lexicon) for alias in of.aliases]
    person: bool | None = of.kind == _PERSON
    if not of.kind:
        person = False if any(name.is_firm for name in names) else None
    for number, (name, alias) in enumerate(zip(names, of.aliases, strict=True)):
        yield FiledName(party, number, name, person, alias.role == "weak")


def filed_json(filed: FiledName) -> list[Json]:
    """Write a filed name short: numbers, person, name, words, tokens if no firm's."""
    words: list[Json] = [_written(word) for word in filed.name.words]
    firm = filed.name.is_firm and not filed.person
    tokens = "" if firm else " ".join(filed.name.tokens)
    told = (filed.person, filed.weak, filed.name.text)
    return [filed.party, filed.alias, *told, words, tokens]


def filed_from(told: list[Json], lexicon: NameLexicon) -> FiledName:
    """Read a filed name back."""
    party, number, person, weak, text, words, tokens = told
    assert isinstance(party, int)
    assert isinstance(number, int)
    assert isinstance(words, list)
    found = tuple(_read(str(word), lexicon) for word in words)
    name = Name(Cleaned(str(text), str(text)), found, tuple(str(tokens).split()))
    known = None if person is None else bool(person)
    return FiledName(party, number, name, known, bool(weak))


def _written(word: Word) -> str:
    """Write a word by where it is found again: lexicon, number, or itself."""
    if word.kind == "form":
        return f"{'c' if word.hanzi else 'f'}{word.text}"
    if word.kind == "number":
        return f"n{word.text}"
    if word.kind in OWN:
        if word.hanzi:
            return f"h{word.text}"
        return _TAB.join((f"b{word.text}", *word.means))
    mark = "z" if word.hanzi else "e"
    return f"{mark}{word.text}{_TAB}{word.sound}"


def _read(written: str, lexicon: NameLexicon) -> Word:
    mark, rest = written[0], written[1:]
    if mark in {"c", "f"}:
        return Word("form", rest, (), "", 0.0, hanzi=mark == "c")
    if mark == "n":
        return number_word(rest, lexicon)
    if mark == "h":
        return chinese_brand(rest, lexicon)
    text, _, more = rest.partition(_TAB)
    if mark == "b":
        brand = latin_brand(text, lexicon)
        return replace(brand, means=tuple(more.split(_TAB))) if more else brand
    if mark == "z":
        return lexicon.chinese[text]
    word = lexicon.english.get(text) or replace(lexicon.chinese[text], hanzi=False)
    return word if word.sound == more else replace(word, sound=more)
