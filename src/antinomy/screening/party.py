"""A party of a list as screening sees it: its names, and where each comes from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from antinomy.lists import Designation
from antinomy.values import Json

Role = Literal["primary", "alias", "weak", "chinese", "short"]


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of a party, what it is to it, and the source where that is not the list.

    ``certainty`` is the standing of that source: primary, secondary or uncertain.
    """

    name: str
    role: Role
    source: str = ""
    certainty: str = ""

    def as_json(self) -> dict[str, Json]:
        """Give the name for a proof; what is empty left out."""
        pairs = {
            "name": self.name,
            "role": self.role,
            "source": self.source,
            "certainty": self.certainty,
        }
        return {key: value for key, value in pairs.items() if value}


@dataclass(frozen=True, slots=True)
class ListedParty:
    """A row of a list: who is named, on what notice, since when.

    ``name`` is the name as the list writes it, ``version`` the day the list is of.
    ``group`` is the group of which the row is known to be a part.
    """

    list: str
    name: str
    kind: str
    aliases: tuple[Alias, ...]
    places: tuple[str, ...] = ()
    cite: str = ""
    address: str = ""
    begins: str = ""
    version: str = ""
    group: str = ""

    @property
    def key(self) -> str:
        """Name the party among all lists."""
        return f"{self.list}: {self.name}"

    def as_json(self) -> dict[str, Json]:
        """Give the party for a file; what is empty left out."""
        found: dict[str, Json] = {
            "list": self.list,
            "name": self.name,
            "kind": self.kind,
            "aliases": [alias.as_json() for alias in self.aliases],
            "places": list(self.places),
            "cite": self.cite,
            "address": self.address,
            "begins": self.begins,
            "version": self.version,
            "group": self.group,
        }
        return {key: value for key, value in found.items() if value not in ("", [])}


@dataclass(frozen=True, slots=True)
class Supplement:
    """What tables beside the lists say of a row: further names, and its group."""

    aliases: tuple[Alias, ...] = ()
    group: str = ""


def party_of(
    row: Designation, told: Mapping[tuple[str, str], Supplement], version: str
) -> ListedParty:
    """Make the party of a row, with the names told of it beside its own."""
    more = (
        told.get((row.list, row.entry))
        or told.get((row.list, row.name))
        or Supplement()
    )
    own = [Alias(row.name, "primary")] if row.names else []
    own += [
        Alias(name, "weak" if name in row.weak else "alias")
        for name in row.aliases
        if row.names
    ]
    return ListedParty(
        list=row.list,
        name=row.entry,
        kind=row.kind,
        aliases=tuple(_once([*own[:1], *more.aliases, *own[1:]])),
        places=row.places,
        cite=row.cite,
        address=row.address,
        begins=row.begins.isoformat() if row.begins else "",
        version=version,
        group=more.group,
    )


def party_from(told: Mapping[str, Json]) -> ListedParty:
    """Read a party from a file that :meth:`ListedParty.as_json` was written to."""
    given: dict[str, object] = dict(told)
    aliases = told.get("aliases") or []
    assert isinstance(aliases, list)
    given["aliases"] = tuple(Alias(**alias) for alias in aliases)
    given["places"] = tuple(told.get("places") or ())  # type: ignore[arg-type]
    given.setdefault("kind", "")
    return ListedParty(**given)  # type: ignore[arg-type]


def _once(aliases: Iterable[Alias]) -> Iterable[Alias]:
    found: dict[str, Alias] = {}
    for alias in aliases:
        found.setdefault(alias.name, alias)
    return found.values()
