"""Read ``sources.yaml``: where imported lists come from, how much one may shrink."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from antinomy.catalogue.cells import percent_of
from antinomy.files import Fields, Node, read_document
from antinomy.values import Text


@dataclass(frozen=True, slots=True)
class ListSource:
    """A source of lists by its short name, and the forms in which it is read."""

    id: str
    title: Text
    form: str


@dataclass(frozen=True, slots=True)
class ListSources:
    """The sources, and the percent of its rows that a list may lose at once."""

    sources: Mapping[str, ListSource]
    most_lost: int


def load_list_sources(path: Path) -> ListSources:
    """Load the sources.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    fields = Fields(read_document(path))
    lost = percent_of(fields, "most_lost")
    inside = Fields(fields.need("sources"))
    sources = {name: _source(name, inside.need(name)) for name in inside.names()}
    fields.done()
    return ListSources(sources, lost)


def _source(name: str, node: Node) -> ListSource:
    fields = Fields(node)
    source = ListSource(name, fields.texts("title") or Text(name), fields.text("form"))
    fields.done()
    return source
