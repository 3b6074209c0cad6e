"""Read ``sources.yaml``: where imported lists come from, how much one may shrink."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from antinomy.catalogue.cells import percent_of
from antinomy.files import Fields, Node, read_document
from antinomy.lists import READERS
from antinomy.values import InputError, Text


@dataclass(frozen=True, slots=True)
class ListSource:
    """A source of lists by its short name: what is read, how, and where it stands.

    ``reader`` names how its file is read, ``list`` the list of rows that state none,
    ``beside`` the files that belong to it. ``address`` is the publisher's own, "" where
    there is none, with those of the files ``beside``; ``hosts`` are those its server
    may send one on to, ``types`` words of the content types it answers with.
    ``tested`` says against what the reader was tried, ``seen`` where the address stood.
    ``in_part``: silence of such a list proves nothing, for it need not be whole.
    """

    id: str
    title: Text
    form: str
    reader: str = "csl"
    list: str = ""
    tested: str = ""
    beside: tuple[str, ...] = ()
    address: str = ""
    addresses_beside: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    seen: str = ""
    in_part: bool = False


@dataclass(frozen=True, slots=True)
class NotHeld:
    """A form of a list that is not read, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class ListSources:
    """The sources, and the percent of its rows that a list may lose at once.

    ``known_as`` gives for a list's short name the one it has under ``screened``.
    """

    sources: Mapping[str, ListSource]
    most_lost: int
    known_as: Mapping[str, str]
    not_held: tuple[NotHeld, ...] = ()


def load_list_sources(path: Path) -> ListSources:
    """Load the sources.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    fields = Fields(read_document(path))
    lost = percent_of(fields, "most_lost")
    inside = Fields(fields.need("sources"))
    sources = {name: _source(name, inside.need(name)) for name in inside.names()}
    not_held = fields.each("not_held", _not_held)
    known_as = _known_as(fields.take("known_as"))
    fields.done()
    return ListSources(sources, lost, known_as, not_held)


def _known_as(node: Node | None) -> dict[str, str]:
    if node is None:
        return {}
    fields = Fields(node)
    return {name: fields.text(name) for name in fields.names()}


def _source(name: str, node: Node) -> ListSource:
    fields = Fields(node)
    source = ListSource(
        name,
        fields.texts("title") or Text(name),
        fields.text("form"),
        fields.choice("reader", READERS, "csl"),
        fields.text("list", ""),
        fields.text("tested", ""),
        fields.words("beside"),
        fields.text("address", ""),
        fields.words("addresses_beside"),
        fields.words("hosts"),
        fields.words("types"),
        fields.text("seen", ""),
        fields.flag("in_part", default=False),
    )
    fields.done()
    if source.address and len(source.beside) != len(source.addresses_beside):
        message = "each file beside the list needs its address, in the same order"
        raise InputError(message, fields.at)
    return source


def _not_held(node: Node) -> NotHeld:
    fields = Fields(node)
    found = NotHeld(fields.text("what"), fields.text("why"))
    fields.done()
    return found
