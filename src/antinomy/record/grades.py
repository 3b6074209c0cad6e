"""Grades of sources, by what a source says of itself and by where it was found.

A grade orders what waits for review, and caps what a source says of itself; it lets
nothing in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from antinomy.files import Fields, Node, read_document
from antinomy.values import Citation, InputError, Standing

WORST = Standing.UNCERTAIN
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
        return max(self.standings[cite.standing], self._of_host(cite.address))

    def capped(self, standing: Standing, address: str) -> Standing:
        """Give a standing no better than the place where the source was found.

        >>> grades = Grades({s: n for n, s in enumerate(Standing, 1)}, {"x.com": 4}, {})
        >>> grades.capped(Standing.PRIMARY, "https://x.com/1")
        <Standing.UNCERTAIN: 'uncertain'>
        """
        least = max(self.standings[standing], self._of_host(address))
        fit = [each for each, grade in self.standings.items() if grade >= least]
        return min(fit, key=lambda each: self.standings[each], default=WORST)

    def _of_host(self, address: str) -> int:
        host = address.partition(_SCHEME)[2].partition(_SLASH)[0].casefold()
        parts = host.split(".")
        names = (".".join(parts[n:]) for n in range(len(parts)))
        return next((self.hosts[name] for name in names if name in self.hosts), 0)


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
