"""Grades of sources, by what a source says of itself and by where it was found.

A grade orders what waits for review; it lets nothing in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from antinomy.files import Fields, Node, read_document
from antinomy.values import Citation, InputError, Standing

_SCHEME, _SLASH = "://", "/"


@dataclass(frozen=True, slots=True)
class Grades:
    """Grades by standing and by host, 1 the best; and the names of lists.

    ``lists`` gives, for a list as another file calls it, the name that rules read.
    """

    standings: Mapping[Standing, int]
    hosts: Mapping[str, int]
    lists: Mapping[str, str]

    def grade(self, cite: Citation) -> int:
        """Grade a source: the worse of what it says of itself and of its host.

        >>> grades = Grades({Standing.PRIMARY: 1}, {"x.com": 4}, {})
        >>> grades.grade(Citation("a post", "https://m.x.com/1", Standing.PRIMARY))
        4
        """
        host = cite.address.partition(_SCHEME)[2].partition(_SLASH)[0].casefold()
        parts = host.split(".")
        names = (".".join(parts[n:]) for n in range(len(parts)))
        of_host = next((self.hosts[name] for name in names if name in self.hosts), 0)
        return max(self.standings[cite.standing], of_host)


def load_grades(path: Path) -> Grades:
    """Read the grades.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    fields = Fields(read_document(path))
    standings, lists = Fields(fields.need("standings")), Fields(fields.need("lists"))
    found = Grades(
        {each: _number(standings.text(each.value), standings) for each in Standing},
        dict(_hosts(fields.need("hosts"))),
        {name: lists.text(name) for name in lists.names()},
    )
    standings.done()
    fields.done()
    return found


def _hosts(node: Node) -> list[tuple[str, int]]:
    fields = Fields(node)
    return [
        (host, _number(grade, fields))
        for grade in fields.names()
        for host in fields.words(grade)
    ]


def _number(text: str, fields: Fields) -> int:
    if not (text.isascii() and text.isdigit()):
        raise InputError(f"{text!r} is no grade: a whole number, 1 the best", fields.at)
    return int(text)
