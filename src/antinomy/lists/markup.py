"""Read XML record by record: no document type, no entities, bounded depth.

A list needs neither; a file that declares them is refused before anything is expanded.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat  # declarations are refused below

from antinomy.values import InputError, Location

_DEEPEST = 60
_PIECE = 1 << 16


@dataclass(slots=True)
class Tag:
    """An element without its namespace: name, attributes, line, text and parts."""

    name: str
    attributes: Mapping[str, str]
    line: int
    text: str = ""
    parts: "list[Tag]" = field(default_factory=list)
    after: str = ""  # text that follows inside the element above

    def get(self, name: str) -> str:
        """Give an attribute, "" where it is not stated."""
        return self.attributes.get(name, "").strip()

    def all(self, *path: str) -> "list[Tag]":
        """Give the elements at the end of a path of names."""
        found = [self]
        for name in path:
            found = [part for tag in found for part in tag.parts if part.name == name]
        return found

    def texts(self, *path: str) -> tuple[str, ...]:
        """Give the texts at the end of a path that say something."""
        texts = (" ".join(tag.text.split()) for tag in self.all(*path))
        return tuple(text for text in texts if text)

    def first(self, *path: str) -> str:
        """Give the first text at the end of a path, or ""."""
        return next(iter(self.texts(*path)), "")

    def each(self) -> "Iterator[Tag]":
        """Give the element and all within it, in the order of the file."""
        yield self
        for part in self.parts:
            yield from part.each()

    @property
    def content(self) -> str:
        """Give all text within, joined, with one space for any run of spaces."""
        pieces = [self.text, *(part.content + part.after for part in self.parts)]
        return "".join(pieces)

    def plain(self) -> dict[str, object]:
        """Give the element as plain values, for the record of a row."""
        found: dict[str, object] = {**self.attributes}
        if self.text.strip():
            found["text"] = self.text.strip()
        for part in self.parts:
            inside = found.setdefault(part.name, [])
            if isinstance(inside, list):
                inside.append(part.plain())
        return found


def records(text: str, name: str, root: str, wanted: Collection[str]) -> Iterator[Tag]:
    """Give each wanted element whole, in the order of the file, and forget the rest.

    Raises:
        InputError: not whole XML, another root, or one with declarations; with a line.
    """
    reader = _Reader(name, root, wanted)
    text = text.lstrip("\ufeff \r\n\t")
    for start in range(0, max(len(text), 1), _PIECE):
        piece = text[start : start + _PIECE]
        reader.feed(piece, is_last=start + _PIECE >= len(text))
        yield from reader.taken()


class _Reader:
    def __init__(self, name: str, root: str, wanted: Collection[str]) -> None:
        self._name, self._root, self._wanted = name, root, frozenset(wanted)
        self._done: list[Tag] = []
        self._open: list[Tag] = []  # of the wanted element being read
        self._depth = 0
        parser = self._parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters

    def feed(self, piece: str, *, is_last: bool) -> None:
        """Read on."""
        try:
            self._parser.Parse(piece, is_last)
        except expat.ExpatError as error:
            said = expat.ErrorString(error.code)
            message = f"this is not whole XML: {said}; the file may be cut short"
            at = Location(self._name, error.lineno, error.offset + 1)
            raise InputError(message, at) from None

    def taken(self) -> list[Tag]:
        """Give what is whole by now."""
        found, self._done = self._done, []
        return found

    def _at(self) -> Location:
        return Location(self._name, self._parser.CurrentLineNumber, 1)

    def _refuse(self, *_: object) -> None:
        message = (
            "the file declares a document type or entities, which no list needs:"
            " it is not read"
        )
        raise InputError(message, self._at())

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        bare = name.rpartition(":")[2]
        if not self._depth and bare != self._root:
            message = f"the file begins with <{bare}>, where <{self._root}> is expected"
            raise InputError(message, self._at())
        self._depth += 1
        if self._depth > _DEEPEST:
            message = f"elements lie more than {_DEEPEST} deep: this is no list"
            raise InputError(message, self._at())
        if self._open or bare in self._wanted:
            tag = Tag(bare, attributes, self._parser.CurrentLineNumber)
            if self._open:
                self._open[-1].parts.append(tag)
            self._open.append(tag)

    def _end(self, _: str) -> None:
        self._depth -= 1
        if self._open:
            tag = self._open.pop()
            if not self._open:
                self._done.append(tag)

    def _characters(self, text: str) -> None:
        if not self._open:
            return
        tag = self._open[-1]
        if tag.parts:
            tag.parts[-1].after += text
        else:
            tag.text += text
