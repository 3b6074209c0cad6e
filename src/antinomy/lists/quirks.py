"""What publishers put into one cell: a parent, an acronym, several names, a stray byte.

Each is taken apart by the words of the packs, and nothing is lost: the cell as it was
written stays in ``written`` and ``raw``, and the party above in ``parents``.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from antinomy.lists.designation import ADDRESS, Designation
from antinomy.lists.words import REPLACED, ListWords

_BRACKET = re.compile(r"\s*,?\s*[(\[]([^()\[\]]*)[)\]][\s,.;]*$")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_MARKS = " ,;()[]-"
_JOINERS = "\u200c\u200d"  # they belong to names in Persian and Hindi
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&./ -]*(?:,? (?:LLC|JSC|CJSC))?")
_LONGEST_ACRONYM = 20
_WORD = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*")


def clean(text: str, words: ListWords) -> str:
    r"""Take control and format characters and stray bytes out of a text.

    >>> clean("Exam\u00adple  Co.,\tLtd.\ufffd ,", ListWords())
    'Example Co., Ltd.'
    """
    kept = "".join(_kept(char) for char in text)
    kept = words.stray_pattern.sub("", kept).replace(REPLACED, "")
    return " ".join(kept.split()).rstrip(" ,;")


def _kept(char: str) -> str:
    category = unicodedata.category(char)
    if category in {"Cc", "Zs", "Zl", "Zp"}:
        return " "
    if category in {"Cf", "Cn", "Co", "Cs"} and char not in _JOINERS:
        return ""
    return char


def split(row: Designation, words: ListWords) -> Designation:
    """Take the name and the aliases of a row apart."""
    whole = clean(row.name, words)
    if words.address_pattern.fullmatch(whole):
        written = row.name if row.name != whole else ""
        return replace(row, name=whole, written=written, kind=ADDRESS, aliases=())
    parts = _Parts(words)
    name = parts.name(whole) or whole
    aliases = [n for alias in row.aliases for n in parts.alias(clean(alias, words))]
    weak = [n for alias in row.weak for n in parts.alias(clean(alias, words))]
    others = dict.fromkeys(n for n in (*parts.found, *aliases) if n and n != name)
    kind = row.kind or parts.kind
    return replace(
        row,
        name=name,
        written=row.name if row.name != name else "",
        aliases=tuple(others),
        weak=tuple(n for n in dict.fromkeys(weak) if n in others),
        originals=tuple(clean(n, words) for n in row.originals),
        parents=tuple(dict.fromkeys((*row.parents, *parts.parents))),
        kind=kind,
        seems="" if kind else seems(name, words),
    )


def seems(name: str, words: ListWords) -> str:
    """Tell by legal form and words of organisations what a name is of.

    A name that shows none is of nobody knows what: never of a person by default.
    """
    told = {word.casefold() for word in _WORD.findall(name)}
    is_han = any(word in name for word in words.organisations_in_han)
    return "entity" if is_han or told & words.organisations else ""


@dataclass(slots=True)
class _Parts:
    """What is found beside the name while a row is taken apart."""

    words: ListWords
    found: list[str] = field(default_factory=list)
    parents: list[str] = field(default_factory=list)
    kind: str = ""

    def name(self, text: str) -> str:
        """Give the party's own name, and note what stands beside it."""
        text = self.words.tail_pattern.sub("", text)
        *over, text = self.words.below_pattern.split(text)
        for parent in over:
            bare, *_ = self._bracketed(parent.strip(" ,"))
            self.parents.append(bare)
        text = self.words.above_pattern.sub(self._note_parent, text)
        first, *others = self._names(text)
        first, *short = self._bracketed(first)
        self.found += [*short, *others]
        return first

    def alias(self, text: str) -> Iterator[str]:
        """Give the names that stand in one cell of aliases."""
        for part in text.split(";"):
            for name in self._names(part.strip()):
                yield from self._bracketed(name)

    def _note_parent(self, match: re.Match[str]) -> str:
        self.parents.append(match[1].strip())
        return ""

    def _names(self, text: str) -> list[str]:
        """Split where another name is introduced, in brackets or behind a comma."""
        pattern = self.words.alias_pattern
        begins = self.words.alias_start
        inside = [m[1] for m in _BRACKETS.finditer(text) if begins.match(m[1])]
        for bracket in inside:
            text = re.sub(rf"\s*[(\[]{re.escape(bracket)}[)\]]", "", text)
        told = [begins.sub("", bracket, count=1) for bracket in inside]
        parts = [part for whole in (text, *told) for part in pattern.split(whole)]
        if len(parts) == 1:
            return parts
        names = (_balanced(part.strip(_MARKS)) for part in parts)
        return [name for name in names if name] or [text]

    def _bracketed(self, text: str) -> tuple[str, ...]:
        """Take the acronym off the end of a name, and what says the kind."""
        match = _BRACKET.search(text)
        if match is None or not match.start():
            return (text,)
        before, inside = text[: match.start()].strip(), match[1].strip()
        said = inside.rpartition(" ")[2].casefold()  # "PRC entity", "Russian national"
        if kind := self.words.kinds.get(said):
            self.kind = self.kind or kind
            return self._bracketed(before)
        return (before, inside) if self._is_short_for(inside, before) else (text,)

    def _is_short_for(self, inside: str, before: str) -> bool:
        """Tell an acronym or a leading word of the name from a place or a form."""
        if inside.casefold() in self.words.no_acronyms or not inside:
            return False
        if before.casefold().startswith(inside.casefold()):
            return True
        return len(inside) <= _LONGEST_ACRONYM and _is_acronym(inside)


def _is_acronym(text: str) -> bool:
    capitals = sum(char.isupper() for char in text)
    return bool(_ACRONYM.fullmatch(text)) and capitals > 1


def _balanced(text: str) -> str:
    """Close a bracket that lost its end to the marks around a name."""
    return text + ")" * max(text.count("(") - text.count(")"), 0)
